"""Where one unit's name ends and the next begins in a list (danh sách cơ quan, đơn vị).

Names hold commas and "và" (Sở Văn hóa, Thể thao và Du lịch), so a sign parts two names only where a
head word follows it; a collective phrase stays whole, as printed.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from graph.words.authorities import Authority, begins_with, by_name
from graph.words.folding import fold
from graph.words.places import province_of
from loaders.layout.letters import LOWER, UPPER
from loaders.units.collectives import is_within_collective
from loaders.units.deeds import listed
from loaders.units.heads import begins_unit, within_pattern
from loaders.units.ministries import is_of_ministry
from loaders.units.next_organ import ends_before, next_organs
from loaders.units.shared_heads import (
    OFFICE_OF_BOTH,
    POSITIONS,
    NamePart,
    bare_names,
    bare_names_end,
    other_unit,
    shared_names,
)

NOTHING = re.compile(r"[\s/\-–—_.…*xX]*")
_SEPARATOR = re.compile(
    r"\s*;\s*(?:và\s+)?(?:[-+–•]\s*)?|\s*\n\s*(?:[-+–•*]\s*)?|\s*,\s*(?:và\s+)?"
    r"|\s+(?:và|VÀ|hoặc)\s+"
    r"|\s+[-+•]\s+(?!(?:Thư viện|Kỹ thuật|Viễn thông Quân đội)\s*(?:$|[.,;]))|\s*/\s*"
)
_FRONT = re.compile(r"[\s\-+–•*.,;:]*(?:và\s+)?")
_BACK = re.compile(r"[\s.;,:/*\-–]+(?:chủ trì[\s.;,:]*)?$")
_OWN_PLURAL = re.compile(r"(?:,|\svà)\s+[Cc]ác\s[^,;]*$")
#: all organs of one level: "BHXH cấp tỉnh", "Hội Nông dân các cấp", "Thuế tỉnh, thành phố"
_LEVEL = re.compile(
    r"\s(?:cấp (?:tỉnh|huyện|xã)|các cấp)$|\scác (?:tỉnh|địa phương|xã|phường|huyện|quận)(?!\w)"
    r"|\stỉnh(?:,| và|/)\s?thành phố(?: trực thuộc [Tt]rung ương)?$"
)
#: a collective of organs before an aside
_MANY = re.compile(
    r"(?:[Cc]ác )?(?:bộ|sở)(?:, ban)?, (?:ngành|cơ quan ngang bộ)(?:,? (?:và )?địa phương)?"
    r"(?=\s(?:với|về|đối với|trong|để|theo|cho|khi)\s)"
)
#: a collective without "các" after a named organ: "Sở Y tế và cơ quan, đơn vị liên quan"
_OTHERS = re.compile(r"(?:cơ quan|đơn vị|địa phương|doanh nghiệp|tổ chức)(?!\w)")
#: a collective that ends with a level, before an organ that a line of its own named
_LEVEL_LAST = re.compile(
    r"(?:[Cc]ác|UBND|Ủy ban nhân dân)\s.*\s(?:xã|phường|đặc khu|ngành|tỉnh|huyện)$"
)
_LEVEL_END = re.compile(r"\s(?:xã|phường|đặc khu|cấp xã)[\s.;,]*$")
#: a name that lists what its unit deals with: "Phòng Tổ chức, biên chế", to be ended by "và …"
_LISTING = re.compile(rf"(?:Phòng|Vụ|Cục|Ban|Chi cục|Trung tâm)\s[^,]+(?:,\s[{LOWER}][^,]*)+")
#: "Các Vụ, Cục, Viện thuộc Bộ": kinds of units, none by name
_KIND = r"(?:Vụ|Cục|Viện|Phòng|Ban|Sở|Trung tâm|Chi cục|Trường|Công ty)"
_KINDS = re.compile(rf"[Cc]ác {_KIND}(?:, {_KIND})*$")
_PLACE = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s?"
    rf"(?P<name>[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*)(?!\w)"
)
#: an organ by its short form alone, and a name after which short forms share its head word
_SHORT = re.compile(rf"[{UPPER}][{UPPER}&-]{{1,9}}(?=\s*(?:$|[,;\n]|\.\s*$|và\s))")
_SHORT_LIST = re.compile(
    rf"(?:^|\s)[{UPPER}][{LOWER}]+\s[{UPPER}][{UPPER}&-]+(?:,\s[{UPPER}&-]+)*$"
)
#: a division of the police by its code: "C06", "Cục A05", "PC06"
_CODE = re.compile(r"(?:(?:Cục|Phòng) )?[A-Z]{1,2}\d{2}")
_ONE_KIND = re.compile(rf"{_KIND}(?=$|[,;]|\s[{LOWER}])")
#: "các bộ, cơ quan, địa phương, Tập đoàn, Tổng công ty": companies that belong to a collective
_COMPANIES = re.compile(r"(?:[Tt]ập đoàn(?: kinh tế)?|[Tt]ổng công ty)(?: nhà nước)?")
#: "1. Bộ A tổng hợp 2. Các bộ rà soát": what each is to do, numbered
_NUMBERED = re.compile(r"(?:^|[\s.;,])\s*(\d)[.)]\s*(?=[^\W\d_])")
_ABOUT = re.compile(r"Về [^:]{3,120}:\s*")
#: "Sở Y tế (đối với cơ sở khám bệnh)"
_WHAT_FOR = re.compile(r"\s*\((?:đối với|phụ trách|nội dung|lĩnh vực)\s[^()]*\)[\s.;,]*$")
_LONGEST_NAME = 160  # characters
_LONG_NAME = 12  # words; a longer one may run into what the unit does


@lru_cache(8192)
def split_names(words: str, own: str | None = None) -> tuple[NamePart, ...]:
    """The names of a list, in order; nothing for ``/``, ``-`` or blank.

    ``own`` is the organ of the document: "Phòng X, Sở Y" is one division of it.
    """
    if NOTHING.fullmatch(words):
        return ()
    organ = by_name(own or "")
    found = [
        NamePart(start + part.start, start + part.end, part.prefix)
        for start, end in _pieces(words)
        for part in _parts(words[start:end], organ)
    ]
    trimmed = (_trim(words, part) for part in found)
    return tuple(part for part in trimmed if part.end > part.start)


def _pieces(words: str) -> list[tuple[int, int]]:
    """The numbered parts of an entry, each as far as it names units; else the whole."""
    marks = list(_NUMBERED.finditer(words))
    if (
        len(marks) < 2
        or marks[0].start()
        or marks[0][1] != "1"
        or any(not 0 <= int(b[1]) - int(a[1]) <= 1 for a, b in pairwise(marks))
    ):
        return [(0, len(words))]
    stops = [*(m.start() for m in marks[1:]), len(words)]
    return [_named(words, m.end(), stop) for m, stop in zip(marks, stops, strict=True)]


def _named(words: str, start: int, end: int) -> tuple[int, int]:
    """Where a numbered part names units, before what they do."""
    about = _ABOUT.match(words, start, end)
    first = about.end() if about else start
    deed = _doing().search(words, first, end)
    known = begins_with(words[first : min(end, first + _LONGEST_NAME)])
    known = None if is_plural(words[first:end]) else known
    stop = deed.start() if deed else end
    if known and words[first + known[2] : first + known[2] + 2].strip(" ").islower():
        stop = first + known[2]
    return first, stop


def is_plural(name: str) -> bool:
    """Whether the phrase means several units (các …, Ủy ban nhân dân quận, huyện)."""
    bare = name.strip(" .-+•*")
    if _plural().match(bare.lower()) or _LEVEL.search(bare):
        return True
    return _people_committee().match(bare) is not None and by_name(bare) is None


def _parts(words: str, own: tuple[Authority, str | None] | None) -> Iterator[NamePart]:
    start = 0
    for match in _SEPARATOR.finditer(words):
        if match.start() < start or not words[start : match.start()].strip():
            continue
        if _parts_here(words, start, match, own and own[0]):
            yield from _unsigned(words, start, match.start())
            start = match.end()
    yield from _unsigned(words, start, len(words))


def _parts_here(words: str, start: int, match: re.Match[str], own: Authority | None) -> bool:
    """Whether the sign parts the name that began at ``start`` from another."""
    sign, at, left = match.group().strip(), match.end(), words[start : match.start()]
    if sign.startswith(";"):
        return POSITIONS.match(words, start) is None or begins_unit(words, at)
    if sign in ("-", "+", "•") and _CODE.fullmatch(left.strip(" -+•*")):
        return False  # C06 - Bộ Công an
    front = _FRONT.match(words, start)
    office = OFFICE_OF_BOTH.match(words, front.end() if front else start)
    if (office and office.end() > at) or is_within_collective(words, start, match):
        return False
    if not begins_unit(words, at):
        if sign in ("và", ",") and _OTHERS.match(words, at) and by_name(left):
            return True
        if sign in ("và", ",") and _is_place(words, at, left):
            return True  # Ngân hàng Nhà nước Việt Nam, TP. Huế
        if sign == "," and _SHORT.match(words, at) and not _SHORT_LIST.search(left):
            return True  # Văn phòng Sở, TTCNTT
        return "\n" in match.group() and sign[:1] in ("-", "+", "•", "*")
    if "\n" in match.group():
        return True
    if positions := POSITIONS.match(words, start):
        head = positions["head"].capitalize() + " "
        if not other_unit(words, at, len(words), head):
            return False  # Bộ trưởng các Bộ: Quốc phòng, Công an
    following = _SEPARATOR.search(words, at)
    right = words[at : following.start() if following else len(words)]
    whole = words[start : at + len(right)]
    if by_name(whole) or by_name(_LEVEL_END.sub("", whole)):
        return False  # one organ's name: Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân
    if _KINDS.match(left.strip()) and _ONE_KIND.match(right):
        return False
    if sign == "và" and _LISTING.fullmatch(left.strip()) and not by_name(right.strip(" .")):
        return False  # Phòng Tổ chức, biên chế và Tổ chức phi chính phủ
    if is_plural(left) and _COMPANIES.fullmatch(right.strip(" .")):
        return False
    if sign in (",", "-") and is_of_ministry(words, start, match, own):
        return False  # Cục Viễn thông, Bộ Khoa học và Công nghệ
    if sign == "," and not is_plural(right) and _is_of_own(words, start, match, own):
        return False
    return not (is_plural(left) and _kept(words, start, match))


def _is_of_own(words: str, start: int, match: re.Match[str], own: Authority | None) -> bool:
    """Whether a division is named with the document's own organ: "Phòng X, Sở Y"."""
    if not within_pattern().match(words, start) or by_name(words[start : match.start()]):
        return False
    after = begins_with(words[match.end() : match.end() + _LONGEST_NAME])
    return after is not None and after[0] is own


def _is_place(words: str, at: int, left: str) -> bool:
    """Whether a province by name follows an organ of the country, and so stands for itself."""
    place = _PLACE.match(words, at)
    known = by_name(left) if place and province_of(fold(place["name"])) else None
    return known is not None and known[0].scope == "national" and known[1] is None


def _kept(words: str, start: int, match: re.Match[str]) -> bool:
    """Whether a collective phrase goes on after the sign."""
    left, rest = (
        words[start : match.start()].strip(" -+•*"),
        re.split(r"[;\n]", words[match.end() :])[0],
    )
    right = rest[: m.start()] if (m := _SEPARATOR.search(rest)) else rest
    if not is_plural(right.strip(" .")):
        return False
    if left.lower().startswith(("các bộ", "bộ, ")) and not _shared().search(left):
        return True
    if _OWN_PLURAL.search(", " + rest):
        return False  # the ending belongs to a last "các …" alone
    return _shared().search(_BACK.sub("", rest)) is not None and not _shared().search(left)


def _unsigned(words: str, start: int, end: int) -> Iterator[NamePart]:
    """A part, cut where a second organ follows a whole first one without any sign."""
    positions = POSITIONS.match(words, start, end)
    if positions and bare_names_end(words, positions.end(), end, positions["head"]):
        head = positions["head"].capitalize() + " "
        deed = deed_pattern().search(words, positions.end(), end)
        yield from bare_names(words, positions.end(), deed.start() if deed else end, head)
        return
    if shared := shared_names(words, start, len(words[:end].rstrip(" .;"))):
        yield from shared
        return
    front = _FRONT.match(words, start, end)
    first = front.end() if front else start
    if OFFICE_OF_BOTH.fullmatch(words, first, len(words[:end].rstrip(" .;"))):
        yield NamePart(start, end)
        return
    for match in next_organs(words, start, end):
        one = words[start : match.start()]
        if one.endswith("liên quan") or _LEVEL_LAST.match(one) or ends_before(one, words, match):
            yield NamePart(start, match.start())
            start = match.end()
    yield NamePart(start, end)


def _trim(words: str, part: NamePart) -> NamePart:
    """Without signs around it and without the deed that a long entry goes on to tell."""
    front = _FRONT.match(words, part.start, part.end)
    start = front.end() if front else part.start
    name = _WHAT_FOR.sub("", words[start : part.end])
    if name.count(" ") >= _LONG_NAME and (deed := deed_pattern().search(name)):
        name = name[: deed.start()]
    known = begins_with(name[:_LONGEST_NAME].split("\n")[0])
    if known and (aside := _aside().match(name, known[2])):
        name = name[: aside.start()]
    if many := _MANY.match(name):  # "các bộ, ngành với các tiêu chuẩn …"
        name = name[: many.end()]
    name = _BACK.sub("", name)
    return NamePart(start, start + len(name), part.prefix)


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('plural')})(?!\w)")


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(rf"(?:{listed('shared')})$")


@cache
def deed_pattern() -> re.Pattern[str]:
    """A word at which a name ends and what the unit does begins."""
    return re.compile(rf"(?<![đĐ]ầu tư) (?:{listed('deed')})(?!\w)")


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(rf" (?:{listed('deed')}|{listed('verb')}|đối với)(?!\w)")


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{listed('aside')}|{listed('deed')}|{listed('verb')})(?!\w)")


@cache
def _people_committee() -> re.Pattern[str]:
    return re.compile(r"(?:Chủ tịch )?(?:UBND|HĐND|[ỦUủu][yỷ] ban nhân dân|Uỷ ban nhân dân)(?!\w)")
