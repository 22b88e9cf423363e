"""Who issued a cited document, by the words near it (cơ quan ban hành).

After the number: "… của Bộ trưởng Bộ Công an quy định …". Before it: "đề nghị của Sở Công Thương
tại Công văn số …", "Thủ tướng Chính phủ đã ban hành Quyết định số …", "Bộ Y tế (ngày …). "Quyết …".
"""

import re
from functools import cache, lru_cache

from graph.vocabulary import document_types, every_province
from graph.vocabulary.cues import phrases, title_start, title_words
from graph.words.authorities import Authority, begins_with, by_name, head_titles
from graph.words.folding import fold, one_off
from graph.words.marks import mend
from graph.words.places import nameless_place
from graph.words.symbols import read_symbol
from graph.words.unit_words import begins_organ
from loaders.citations.offices import office_of_person

#: a page's number may stand in between
_OF = re.compile(r"\s*,?\s*(?:của|do|CỦA)\s+(?:\d{1,3}\s)?(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰÓÒỎÕỌỐỒỔỖỘuỦ])")
_LONGEST = 170
#: "đề nghị của Bộ Tài chính (Tờ trình số …)": before the parenthesis that a citation opens
_OPENED = re.compile(r"(?<=\s)\((?:(?:tại|theo)\s)?\Z")
_AT = re.compile(r"\s(?:tại|trong|theo|qua)(?:\scác)?\s*$")
_ISSUED = re.compile(
    r",?\s(?:(?:đã|vừa|mới|cũng)\s)?(?:(?:ký|có|ra|ký ban hành|ban hành|ký quyết định)\s)?"
    r"(?:ban hành|phê duyệt|có|ra|ký|gửi|thông qua)(?:\stại)?(?:\scác)?\s*$"
)
_OWNER = re.compile(r"(?:của|do|và|với|từ|,|;)\s+(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ])")
#: what the words between an issuer and the citation end with
_LAST_WORDS = ("tại", "trong", "theo", "qua", "hành", "duyệt", "có", "ra", "ký", "gửi", "các")
_CAPITAL = re.compile(r"(?:(?<!\w)|(?<=\b[a-z]))[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ]")
#: a body of an assembly has the name of another organ: "Ban Dân tộc của Hội đồng nhân dân tỉnh"
_WITHIN = re.compile(r"\s(?:của\s)?(?:Hội đồng nhân dân|HĐND)(?!\w)")
#: a line that ends within a name
_CUT = re.compile(r"\s(?:và|VÀ)\Z")
#: between organs that issue together
_AND_TOO = re.compile(r"(?:\s?[-–]\s?|\s?,\s|\svà\s)(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ])")
#: the colon before the first of a list
_LIST_HEAD = re.compile(r"\s?:\s*(?:[-+]\s*)?\Z")
#: a short name within a name: "Bảo hiểm xã hội (BHXH) Việt Nam"
_SHORT_FORM = re.compile(r"\s\([A-ZĐ&]{2,10}\)(?=\s[A-ZĐ])")
#: what is said in passing behind a name: "Bộ Chính trị (khóa IX)", "Ban Chấp hành … khóa XIII"
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\skh(?:óa|oá)\s(?:[IVX]+|\d{1,2}))$")
#: several organs that issue together
_TIED = re.compile(r"[-–,/]|\svà\s[A-ZĐ]")
#: before the clause of who issues; words of a name that no list knows
_PAUSE = re.compile(r"[;:.,“”\"\n]\s+")
_LONGEST_NAME = 18
_CLAUSE = re.compile(r"[;:.“”\"\n]\s*")


def issuer_after(content: str, position: int, *, joint: bool = False) -> tuple[str, int] | None:
    """The issuer named after ``của`` at ``position`` and where its name ends.

    ``joint``: it may be several organs ("của Bộ Tài chính và Bộ Nội vụ").
    """
    of = _OF.match(content, position)
    found = issuer_at(content, of.end()) if of else None
    return _together(content, of.end(), found[1]) if of and found and joint else found


def issuer_at_once(content: str, position: int) -> tuple[str, int] | None:
    """An organ that follows a date at once, its title after it ("ngày … Chính phủ quy định …")."""
    start = position + 1
    if not content[position:start].isspace() or not content[start : start + 1].isupper():
        return None
    found = begins_with(_line(content, start))
    if found is None or not title_start().match(content, start + found[2]):
        return None
    return content[start : start + found[2]], start + found[2]


def _together(content: str, start: int, end: int) -> tuple[str, int]:
    """The organs named from ``start`` on, the first of which ends at ``end``."""
    while and_too := _AND_TOO.match(content, end):
        found = begins_with(_line(content, and_too.end()))
        if found is None:
            break
        end = and_too.end() + found[2]
    return " ".join(content[start:end].split()), end


def _line(content: str, start: int) -> str:
    return content[start : start + _LONGEST].split("\n", 1)[0]


def issuer_of_list(content: str, position: int) -> str | None:
    """The organ whose documents a list begins with: "các Nghị định của Chính phủ:"."""
    head = _LIST_HEAD.search(content, max(0, position - _LONGEST), position)
    if head is None:
        return None
    words = content[max(0, head.start() - _LONGEST) : head.start()]
    owner = re.split(r"(?:của|do)\s", _CLAUSE.split(words)[-1])[-1]
    return " ".join(owner.split()) if _organ(owner) else None


@lru_cache(maxsize=8192)
def spelt(issuer: str) -> str:
    """An issuer with the marks and the case that its organ's name has ("Chính phú": Chính phủ)."""
    found = _organ(issuer)
    if found is None:
        return issuer
    if issuer.isupper():
        return _in_small_letters(issuer, found[0])
    for name in (found[0].name, *found[0].aliases, *found[0].heads):
        issuer = mend(issuer, name)
    for title in head_titles():
        issuer = mend(issuer, title, first=True)
    return issuer


def told_by_symbol(issuer: str, symbol: str | None) -> str:
    """A name that no organ has, one letter off the organ of the symbol ("Chính phi", NĐ-CP)."""
    organ = read_symbol(symbol).organ if symbol else None
    if organ is None or organ.scope not in ("national", "party") or _organ(issuer):
        return issuer
    words = issuer.split()
    alone = issuer.count("Bộ") == 1 and not _TIED.search(issuer)
    if words[0] == "Bộ" and alone and organ.name.startswith("Bộ "):
        return organ.name  # a column or a page tore the ministry's name
    for name in (organ.name, *organ.aliases):
        count = len(name.split())
        tail = " ".join(words[-count:])
        if len(words) >= count and one_off(fold(tail), fold(name)):
            return " ".join((*words[:-count], name))
    return issuer


def _in_small_letters(issuer: str, organ: Authority) -> str:
    """A name in capitals as the vocabulary writes it, a title before it or not."""
    for name in (organ.name, *organ.aliases, *organ.heads):
        for title in ("", *(f"{title} " for title in head_titles())):
            if f"{title}{name}".upper() == issuer:
                return f"{title}{name}"
    return issuer


def plausible(issuer: str | None, symbol: str | None) -> str | None:
    """An issuer named before a number counts only where the symbol does not say another.

    TW says no more than that an organ is of the Centre ("Ban Chỉ đạo Trung ương …", CĐ-TW).
    """
    named = (by_name(issuer) or begins_with(issuer)) if issuer else None
    organ = read_symbol(symbol).organ if symbol else None
    if not issuer or not named or not organ or named[0].id == organ.id:
        return issuer
    if organ.shared and named[0].parent == organ.id:
        return issuer
    return issuer if organ.id == "tw" and "trung uong" in fold(issuer) else None


def issuer_at(content: str, start: int) -> tuple[str, int] | None:
    """The name of an issuer that begins at ``start`` and where it ends; None when none does."""
    window = content[start : start + _LONGEST]
    ends: list[int] = []
    first = 0
    for stop in _stop().finditer(window):
        ends.append(len(_CUT.sub("", window[: stop.start()].rstrip(" ,\n"))))
        soft = stop.lastgroup == "title"  # a capital may begin a title or go on with a name
        soft = soft or (stop.lastgroup == "and" and _goes_on(window[stop.end() :]))
        first = first or (0 if soft else ends[-1])
        if stop.lastgroup is None:
            break
    else:
        ends.append(len(window.rstrip(" ,\n")) if len(window) < _LONGEST else 0)
        first = first or ends[-1]
    known = [end for end in ends if end and _organ(window[:end])]
    known = known or _begun(window)
    end = max(known) if known else first
    if not end or (not known and (not window[0].isupper() or _is_type(window[:end]))):
        return None
    return " ".join(window[:end].split()), start + end


def _goes_on(words: str) -> bool:
    """Whether a name goes on after "và": with a capital that begins no organ and no document."""
    after = words.lstrip()
    return after[:1].isupper() and not begins_organ(after) and not _is_type(after)


def _begun(words: str) -> list[int]:
    """Where the organ that ``words`` begin with ends; before its place a capital may go on."""
    found = begins_with(words)
    if found is None or _WITHIN.match(words, found[2]):
        return []
    national = found[0].scope in ("national", "party") and words.isupper()
    placed = found[1] in every_province()
    typed = _is_type(words[found[2] :].lstrip())  # "Văn phòng Chính phủ Kết luận của …"
    ends = (
        national or placed or typed or not re.match(r"\s[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ]", words[found[2] :])
    )
    return [found[2]] if ends else []


def issuer_before(content: str, floor: int, position: int) -> str | None:
    """The issuer named before a citation that begins at ``position``, no earlier than ``floor``."""
    window = content[max(floor, position - _LONGEST) : position]
    if opened := _OPENED.search(window):
        return _without_head(_known_tail(window[: opened.start()]))
    if not window.rstrip().endswith(_LAST_WORDS):
        return None
    at = _AT.search(window)
    if at is not None:
        words = _ASIDE.sub("", window[: at.start()])
        owner = _owner_tail(words) if at.group().startswith(" tại") else None
        return _without_head(_known_tail(words) or owner)
    issued = _ISSUED.search(window)
    if issued is None:
        return None
    words = _ASIDE.sub("", window[: issued.start()])
    office = office_of_person(words)
    return _known_tail(words) or (_unlisted_tail(words) if office is None else office or None)


def known_name_before(content: str, floor: int, position: int) -> str | None:
    """The organ whose name ends exactly at ``position``."""
    return _known_tail(content[max(floor, position - _LONGEST) : position])


def _known_tail(words: str) -> str | None:
    """The longest run of words up to the end that names an organ of the vocabulary."""
    clause = _CLAUSE.split(_SHORT_FORM.sub("", words))[-1]
    starts = [m.start() for m in _CAPITAL.finditer(clause)]
    for start in starts[-14:]:
        if _organ(clause[start:].rstrip()):
            return " ".join(clause[start:].split()).rstrip(" (")
    return None


def _unlisted_tail(words: str) -> str | None:
    """The clause that ``words`` end with, where it is an organ's name that no list knows."""
    name = _PAUSE.split(words)[-1].strip()
    whole = name[:1].isupper() and begins_organ(name) and len(name.split()) <= _LONGEST_NAME
    return " ".join(name.split()) if whole and not _stop().search(name) else None


def _owner_tail(words: str) -> str | None:
    """What stands after the last ``của`` or ``và``, when it is a name though an unknown one."""
    clause = _CLAUSE.split(words)[-1]
    owners = list(_OWNER.finditer(clause))
    for owner in owners:
        name = clause[owner.end() :].strip()
        if 1 < len(name.split()) <= 20 and not _stop().search(name):
            return " ".join(name.split())
    return None


def is_lawgiver(name: str) -> bool:
    """Whether an organ makes laws: any other one "của Luật …" applies it (cơ quan lập pháp)."""
    found = _organ(name) or begins_with(name)
    return found is not None and found[0].level == "assembly" and found[0].scope == "national"


def _without_head(name: str | None) -> str | None:
    """The organ alone: a letter is the organ's, though its head may ask (Giám đốc Sở …)."""
    if name is None or not (found := by_name(name)):
        return name
    words = name.split()
    for count in range(1, min(4, len(words))):
        shorter = by_name(" ".join(words[count:]))
        head = fold(" ".join(words[:count])) in _heads()  # a standing body is no head of it
        if head and words[count][0].isupper() and shorter and shorter[0] is found[0]:
            return " ".join(words[count:])
    return name


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, head_titles()))


@lru_cache(maxsize=8192)
def _organ(name: str) -> tuple[Authority, str | None] | None:
    """The organ of a name, its district or commune named or not ("Ủy ban nhân dân huyện")."""
    found = by_name(name)
    whose = None if found else nameless_place(name)
    return by_name(whose) if whose else found


def _is_type(words: str) -> bool:
    return words.startswith(tuple(row.name for row in document_types()))


@cache
def _stop() -> re.Pattern[str]:
    """What ends a name; after a comma, và or a capital it may yet go on (named groups).

    The first sign is looked for alone, what it is comes after: windows are long and signs few.
    """
    found = [row.words for row in title_words()]
    titles = [row.words for row in title_words() if row.title]
    capitals = "|".join(w[0].upper() + w[1:] for w in titles)
    words = phrases(found, capital=False)
    return re.compile(
        rf"[;:()“”\"\n\[\]!?.,/\s](?:(?<=[;:()“”\"\n\[\]!?])"
        rf"|(?<=\.)(?<!TP\.)(?<!Tp\.)(?<!TX\.)(?!\w)|(?<=,)(?P<comma>)|(?<=/)\s"
        rf"|(?<=\s)(?:(?P<and>và|VÀ)(?=\s)|(?:{words})(?![^\W_])|(?P<title>{capitals})(?![^\W_])))"
    )
