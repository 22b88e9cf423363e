"""Who issued a cited document, by the words after it (cơ quan ban hành đứng sau).

"… của Bộ trưởng Bộ Công an quy định …"; what stands before a citation: ``issuers_before``.
"""

import re
from functools import cache

from graph.vocabulary import document_types, every_province
from graph.vocabulary.cues import phrases, title_start, title_words
from graph.words.authorities import begins_with
from graph.words.unit_words import begins_organ
from loaders.citations.issuer_names import organ_of

#: a page's number may stand in between
_NAME = (
    r"(?:\s+(?:\d{1,3}\s)?|(?<=của)(?=[A-ZĐỦ]))"  # "củaChính phủ"
    r"(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰÓÒỎÕỌỐỒỔỖỘuủỦ]|liên (?:Bộ|bộ|ngành)\s)"
)
_OF = re.compile(rf"\s*,?\s*(?:của|do|CỦA){_NAME}")
#: what several organs issue is also "between" them
_OF_ALL = re.compile(rf"\s*,?\s*(?:của|do|CỦA|giữa){_NAME}")
#: before the names of ministries that issue together, with or without "Bộ" each
_LEAGUE = re.compile(r"(?:liên|Liên|LIÊN) (?:[Bb]ộ|BỘ|ngành)\s(?:[:-]\s)?(?=[A-ZĐ])")
#: how many characters are read for a name
LONGEST = 170
#: a body of an assembly has the name of another organ: "Ban Dân tộc của Hội đồng nhân dân tỉnh"
_WITHIN = re.compile(r"\s(?:của\s)?(?:Hội đồng nhân dân|HĐND)(?!\w)")
#: an organ of a part of what the one before has: "Tòa án nhân dân khu vực 3 - Vĩnh Long"
_LOWER = re.compile(r"\s(?:khu vực \d|cấp cao|(?:huyện|quận|thị xã|xã|phường) [A-ZĐÂÊÔƠƯ\d])")
#: a body named after what it steers, up to its place: "Ban Chỉ đạo về chuyển đổi số tỉnh ban hành"
_STEERING = re.compile(
    r"Ban [Cc]hỉ đạo về\s[^;:.()“\"\n]{3,120}?\s(?:tỉnh|[Tt]hành phố|[Tt]rung ương|[Qq]uốc gia)"
    r"(?=\s(?:ban hành|về)(?!\w))"
)
#: a line that ends within a name
_CUT = re.compile(r"\s(?:và|VÀ)\Z")
#: between organs that issue together
_AND_TOO = re.compile(r"(?:\s?[-–]\s?|\s?,\s|\svà\s)(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ])")
#: how a title in a list ends that tells who issued it; what is another document's number
_ISSUED_BY = re.compile(
    r"\sdo\s([A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ][^\n;,.()]{3,90}?)\sban hành(?=\s*(?:[.;)\n]|\Z|[-–•]\s))"
)
_ANOTHER = re.compile(r"\d/[\dA-ZĐ]|[;:]")
#: how long a title may be
_TITLE = 420
#: the colon before the first of a list
_LIST_HEAD = re.compile(r"\s?:\s*(?:[-+]\s*)?\Z")
#: before "số" where neither a number nor its blank follows
_NO_NUMBER = r"(?!(?:số|SỐ)(?!\s{0,3}:?\s{0,8}(?:[\d…_/]|\.{2})))"
#: where the clause of who issues begins
CLAUSE = re.compile(r"[;:.“”\"\n]\s*")


def issuer_after(content: str, position: int, *, joint: bool = False) -> tuple[str, int] | None:
    """The issuer named after ``của`` at ``position`` and where its name ends.

    ``joint``: it may be several organs ("của Bộ Tài chính và Bộ Nội vụ").
    """
    of = (_OF_ALL if joint else _OF).match(content, position)
    if of and _LEAGUE.match(content, of.end()):
        return _league(content, of.end())
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


def _league(content: str, start: int) -> tuple[str, int]:
    """Ministries that issue together, up to where a title or a clause begins (liên Bộ)."""
    window = content[start : start + LONGEST]
    stops = (stop.start() for stop in name_end().finditer(window) if stop.lastgroup is None)
    name = window[: next(stops, len(window))].rstrip(" ,\n")
    return " ".join(name.split()), start + len(name)


def issuer_at_end(content: str, position: int) -> str | None:
    """Who issued it where a list of titles says so last: "… về Đề án do Bộ Y tế ban hành"."""
    line = _line_end(content, position)
    said = _ISSUED_BY.search(content, position, line)
    if said is None or _ANOTHER.search(content, position, said.start()):
        return None
    return " ".join(said[1].split()) if organ_of(said[1]) else None


def _line_end(content: str, start: int) -> int:
    end = content.find("\n", start, start + _TITLE)
    return end if end >= 0 else start + _TITLE


def _line(content: str, start: int) -> str:
    return content[start : start + LONGEST].split("\n", 1)[0]


def issuer_of_list(content: str, position: int) -> str | None:
    """The organ whose documents a list begins with: "các Nghị định của Chính phủ:"."""
    head = _LIST_HEAD.search(content, max(0, position - LONGEST), position)
    if head is None:
        return None
    words = content[max(0, head.start() - LONGEST) : head.start()]
    owner = re.split(r"(?:của|do)\s", CLAUSE.split(words)[-1])[-1]
    return " ".join(owner.split()) if organ_of(owner) else None


def issuer_at(content: str, start: int) -> tuple[str, int] | None:
    """The name of an issuer that begins at ``start`` and where it ends; None when none does."""
    window = content[start : start + LONGEST]
    if steering := _STEERING.match(window):
        return " ".join(steering[0].split()), start + steering.end()
    ends: list[int] = []
    first = 0
    for stop in name_end().finditer(window):
        ends.append(len(_CUT.sub("", window[: stop.start()].rstrip(" ,\n"))))
        soft = stop.lastgroup == "title"  # a capital may begin a title or go on with a name
        soft = soft or (stop.lastgroup == "and" and _goes_on(window[stop.end() :]))
        first = first or (0 if soft else ends[-1])
        if stop.lastgroup is None:
            break
    else:
        ends.append(len(window.rstrip(" ,\n")) if len(window) < LONGEST else 0)
        first = first or ends[-1]
    known = [end for end in ends if end and organ_of(window[:end])]
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
    if found is None or _WITHIN.match(words, found[2]) or _LOWER.match(words, found[2]):
        return []
    national = found[0].scope in ("national", "party") and words.isupper()
    placed = found[1] in every_province()
    typed = _is_type(words[found[2] :].lstrip())  # "Văn phòng Chính phủ Kết luận của …"
    ends = (
        national or placed or typed or not re.match(r"\s[A-ZĐÂÊÔƠƯÁÀẢÃẠỦỨỪỬỮỰ]", words[found[2] :])
    )
    return [found[2]] if ends else []


def _is_type(words: str) -> bool:
    return words.startswith(tuple(row.name for row in document_types()))


@cache
def name_end() -> re.Pattern[str]:
    """What ends an issuer's name; after a comma, và or a capital it may yet go on (named groups).

    The first sign is looked for alone, what it is comes after: windows are long and signs few.
    "số" without a number behind it is a word of the name (Trung tâm Chuyển đổi số tỉnh An Giang).
    """
    found = [row.words for row in title_words()]
    titles = [row.words for row in title_words() if row.title]
    capitals = "|".join(w[0].upper() + w[1:] for w in titles)
    words = phrases(found, capital=False)
    return re.compile(
        rf"[;:()“”\"\n\[\]!?.,/\s](?:(?<=[;:()“”\"\n\[\]!?])"
        rf"|(?<=\.)(?<!TP\.)(?<!Tp\.)(?<!TX\.)(?!\w)|(?<=,)(?P<comma>)|(?<=/)\s"
        rf"|(?<=\s)(?:(?P<and>và|VÀ)(?=\s)|{_NO_NUMBER}(?:{words})(?![^\W_])|(?P<title>{capitals})(?![^\W_])))"
    )
