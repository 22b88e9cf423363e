"""How far a list of units reaches in a sentence (cụm từ chỉ cơ quan)."""

import re
from functools import cache

from graph.authorities import begins_with
from graph.folding import fold
from graph.patterns import any_of
from graph.places import province_of
from graph.unit_words import UnitWordsRow
from graph.vocabulary import rows
from loaders.layout.letters import LOWER, UPPER
from loaders.units.heads import begins_unit, brand_pattern, head_pattern, in_capitals
from loaders.units.reaching import (
    after_person,
    ends_with_level,
    goes_on_after_comma,
    level_end,
    places_end,
    told_places_end,
)
from loaders.units.shared_heads import POSITIONS, bare_names_end

_JOINT = re.compile(r"\s*(?:,|;|và|VÀ|hoặc|cùng với|cùng)\s+(?:(?:và|với)\s+)?")
#: "Phòng A (Công an tỉnh) và Phòng B": the organ of a division, before the next
_PAREN_JOINT = re.compile(
    r"\s*\((?:Sở|Công an|Bộ|UBND|Ban)\s[^()]{1,60}\)(?:,| và| và các)\s(?=[A-ZĐ])"
)
#: "Trung tâm Nghiên cứu ứng dụng | và phát triển KHCN": a name that goes on in small letters
_NAME_GOES_ON = re.compile(rf"\svà (?:[{LOWER}]+\s){{1,4}}[{UPPER}]{{2,}}(?!\w)")
_COMMA = re.compile(r",\s+")
#: nouns that often go on in words no list knows: "các doanh nghiệp logistics"
_OPEN_NOUNS = (
    *("doanh nghiệp", "tổ chức", "hiệp hội", "hợp tác xã", "trung tâm", "ngân hàng", "hội"),
    *("công ty", "nhà máy"),
)
#: nouns that say little alone: "cơ quan thuế", "đơn vị điện lực"
_GENERAL = ("cơ quan", "đơn vị", "tổ chức")
_LONGEST_TAIL = 30  # characters after a bare noun that still belong to the name
_LONGEST_NAME = 160  # characters in which the name of one unit must end
_CAPITALS = rf"[{UPPER}]"
_PROPER = re.compile(rf"\s(?:[{LOWER}]+\s)?{_CAPITALS}")
_PLACE = rf"{_CAPITALS}[^\W\d_]+(?:\s{_CAPITALS}[^\W\d_]+)*"
#: "các tỉnh: Gia Lai, Đắk Lắk và Lâm Đồng": a place by name
_PLACES = re.compile(rf"(?:\s*:\s+|,\s+|\s+và\s+)(?P<place>{_PLACE})")
_OF_PLACES = re.compile(r"(?:tỉnh|thành phố)(?: trực thuộc [Tt]rung ương)?$")
_OF = re.compile(r"\s+(?:trực thuộc|thuộc|của)\s+")
#: a code after a known name makes it another's: "Cục thuế DNL"
_CODE = re.compile(rf"\s{_CAPITALS}{{2,6}}(?![\w-])")
_SENTENCE_END = re.compile(r"(?<!TP)\.|[;:()“”\"\n]")
#: "công trình", "Ban Quản lý dự án đầu tư xây dựng": words of doing that belong to a noun
_NOUNS = ("công trình", "Công trình", "chương trình", "Chương trình", "quy trình", "quá trình")
_NO_NOUN = (
    rf"(?!trình(?:{'|'.join(f'(?<={w})' for w in _NOUNS)})"
    r"|xây dựng(?<=đầu tư xây dựng)|cần(?<=Hậu cần))"
)
_SIGN = re.compile(r"[.,;:()“”\"\n]|$")


def phrase_end(content: str, start: int, end: int, *, bare: bool = False) -> int | None:
    """Where the list of units that begins at ``start`` ends; None when none begins there.

    ``bare``: only units can stand here, so that "doanh nghiệp, viện nghiên cứu" without "các" and
    "Công an" without a place are units too.
    """
    at = _unit_end(content, start, end, bare=bare)
    if at is None:
        return None
    while joint := _JOINT.match(content, after_person(content, at, end), end) or _PAREN_JOINT.match(
        content, at, end
    ):
        after = _unit_end(content, joint.end(), end, bare=bare)
        if after is None and (others := _others().match(content, joint.end(), end)):
            after = others.end()
        if after is None:
            break
        at = after
    return after_person(content, at, end)


def _unit_end(content: str, start: int, end: int, *, bare: bool = False) -> int | None:
    """Where the one unit that begins at ``start`` ends."""
    if bare and (force := _force().match(content, start, end)):
        return force.end()
    single = _single_end(content, start, end)
    return _bare_end(content, start, end) if single is None and bare else single


def _bare_end(content: str, start: int, end: int) -> int | None:
    """Where units named in small letters end: before the next sign, joint or word of doing."""
    loose = _bare().match(content, start, end)
    if loose and not loose[0].endswith(_GENERAL):
        return loose.end()
    loose = loose or head_pattern().match(content, start, end)
    if loose is None:
        return None
    stops = [_SIGN.search(content, loose.end(), end), _verb().search(content, loose.end(), end)]
    stops.append(_JOINT.search(content, loose.end(), end))
    stop = min((found.start() for found in stops if found), default=end)
    return stop if stop - loose.end() <= _LONGEST_TAIL else None


def _single_end(content: str, start: int, end: int) -> int | None:
    if brand := brand_pattern().match(content, start, end):
        known = _known(content, start, end)
        return level_end(content, max(brand.end(), known or start), end)
    positions = POSITIONS.match(content, start, end)
    if positions and (stop := bare_names_end(content, positions.end(), end, positions["head"])):
        return stop
    collective = _longest(content, start, end)
    head = head_pattern().match(content, start, end)
    known = _known(content, start, end) if head or in_capitals(content, start) else None
    longer = collective is not None and collective.end() > (known or start)
    last = collective.end() if collective and longer else known
    if last is None and head:
        last = _unlisted(content, start, head.end(), end)
    if collective and longer and content.startswith(":", collective.end()):
        stop = _after_places(content, collective.end(), end)
        return stop if stop > collective.end() else told_places_end(content, stop, end)
    if collective and longer and (tail := _tail().match(content, collective.end(), end)):
        last = tail.end() if collective[0].endswith(_OPEN_NOUNS) else last
    if last is None:
        return None
    within = _OF.match(content, last, end)
    above = _owner(content, within.end(), end) if within else None
    return above or (places_end if collective and longer else level_end)(content, last, end)


def _owner(content: str, start: int, end: int) -> int | None:
    """Where the listed unit ends that another belongs to; None where none begins."""
    begins = head_pattern().match(content, start, end) or in_capitals(content, start)
    return _known(content, start, end) if begins else None


def _longest(content: str, start: int, end: int) -> re.Match[str] | None:
    """The longest collective here."""
    one = _collective().match(content, start, end)
    begun = content[start : start + 2].lower() in _whole_beginnings()
    other = _whole().match(content, start, end) if begun else None
    return other if other and (one is None or other.end() > one.end()) else one


def _after_places(content: str, start: int, end: int) -> int:
    """Where the provinces end that a collective names after a colon; ``start`` without any."""
    at = start
    while _OF_PLACES.search(content[max(0, start - 40) : start]):
        match = _PLACES.match(content, at, end)
        if match is None or province_of(fold(match["place"])) is None:
            break
        at = match.end()
    return at


def _unlisted(content: str, start: int, head: int, end: int) -> int | None:
    """A name that no list knows: after its head word a proper name, up to a sign or a deed."""
    if not _PROPER.match(content, head, end):
        reach = level_end(content, head, end)
        return reach if reach > head else None
    last = min(end, start + _LONGEST_NAME)
    stop = _SIGN.search(content, head, last)
    if stop and stop[0] == "," and (rest := goes_on_after_comma(content, stop.start(), last)):
        stop = _SIGN.search(content, rest, last)
    name_end = stop.start() if stop else last
    deed = _verb().search(content, head, name_end)
    while deed and (more := _NAME_GOES_ON.match(content, deed.start(), name_end)):
        deed = _verb().search(content, more.end(), name_end)
    level = ends_with_level(content, head, deed.start() if deed else name_end)
    return level or (deed.start() if deed else name_end if stop else None)


def _known(content: str, start: int, end: int) -> int | None:
    """The end of the longest listed name here; a person's name after a position goes with it."""
    words = _sentence(content, start, end)
    found = begins_with(words)
    for comma in _COMMA.finditer(words, 0, found[2] if found else 0):
        if begins_unit(words, comma.end()):  # "UBND phường A, UBND phường B": no place goes so far
            found = begins_with(words[: comma.start()])
            break
    if found is None:
        return None
    code = _CODE.match(content, start + found[2], end)
    return code.end() if code else start + found[2]


def _sentence(content: str, start: int, end: int) -> str:
    """The words here up to the sign that ends the sentence or the longest name."""
    window = content[start : min(end, start + _LONGEST_NAME)]
    stop = _SENTENCE_END.search(window)
    return window[: stop.start()] if stop else window


@cache
def _collective() -> re.Pattern[str]:
    noun, modifiers = rf"(?:{_nouns()})(?!\w)", _listed("modifier")
    head = (
        r"(?:[Tt]hủ trưởng|[Nn]gười đứng đầu|[Ll]ãnh đạo|Giám đốc|Bộ trưởng|Chánh án"
        r"|[Bb]an [Tt]hường vụ|[Bb]í thư|[Tt]hường trực|[Hh]iệu trưởng|Viện trưởng|Cục trưởng"
        r"|Trưởng)\s+"
    )
    heads = rf"(?:{head})?"
    committees = r"(?:Chủ tịch\s+)?(?:UBND|HĐND|[ỦUủu][ỷy] ban nhân dân|Uỷ ban nhân dân)"
    level = rf"\s+(?:(?:các|cấp)\s+)?{noun}"
    chiefs = rf"Bộ trưởng,\s+{head}(?:các\s+)?{noun}"
    chief = rf"(?:[Nn]gười đứng đầu|[Tt]hủ trưởng)\s+{noun}(?!\s(?:chủ trì|được giao|soạn thảo))"
    first = rf"{heads}(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s+{noun}|{committees}(?:{level})|{chiefs}|{chief}"
    sign = r"(?:\s*,\s*|\s+và\s+|\s*/\s*)(?:các\s+)?"
    member = rf"{committees}(?:{level})?|{heads}(?:các\s+)?{noun}"
    joint = rf"{sign}(?:{member})|\s+(?:ngành|ban|đoàn thể)(?!\w)"
    return re.compile(rf"(?:{first})(?:{joint})*(?:\s+(?:{modifiers})(?!\w))*")


@cache
def _whole() -> re.Pattern[str]:
    """Collectives that no noun begins or that go on in words of their own."""
    place = rf"(?:\s(?:tỉnh|thành phố|Thành phố)\s{_PLACE})?"
    said = f"(?i:{_listed('whole')})"
    return re.compile(rf"(?:[Cc]ác\s+)?{said}(?!\w){place}(?:\s+(?:{_listed('modifier')})(?!\w))*")


@cache
def _whole_beginnings() -> frozenset[str]:
    """The first two letters of what ``_whole`` matches, in small letters."""
    listed = (w for r in rows("units", "whole", UnitWordsRow) for w in r.words)
    return frozenset(word[:2].lower() for word in ("các", *listed))


@cache
def _tail() -> re.Pattern[str]:
    """One to three words right before a word of doing, which none of them is."""
    words = "|".join(_listed(key) for key in ("deed", "verb", "preposition"))
    doing = rf"(?:{words}|{_listed('act')}|và|hoặc|của|trong|trên|tại|là|có)(?!\w)"
    return re.compile(rf"(?:\s(?!{doing})[\w&]+){{1,3}}?(?=\s(?:{words})(?!\w))")


@cache
def _nouns() -> str:
    """What collectives are made of; "Bộ" before a name begins another unit (và Bộ Y tế)."""
    listed = [w for r in rows("units", "noun", UnitWordsRow) for w in r.words]
    ordered = sorted(listed, key=len, reverse=True)
    named = rf"(?!\s[{UPPER}])"
    return "|".join(re.escape(w) + (named if w[0].isupper() else "") for w in ordered)


@cache
def _force() -> re.Pattern[str]:
    named = rf"\s(?:(?:các|cấp)\s)?(?:tỉnh|thành phố|xã(?! hội)|phường|đặc khu|[{UPPER}])"
    return re.compile(rf"(?:{_listed('force')})(?!\w)(?!{named})")


@cache
def _others() -> re.Pattern[str]:
    """``đơn vị liên quan``, ``cơ quan ngành dọc đóng trên địa bàn`` after units, without "các"."""
    nouns = rf"(?:{_nouns()})(?!\w)"
    return re.compile(
        rf"{nouns}(?:(?:\s*,\s*|\s+và\s+){nouns})*(?:\s+(?:{_listed('modifier')})(?!\w))+"
    )


@cache
def _bare() -> re.Pattern[str]:
    """Units named in small letters without "các"."""
    nouns, modifiers = _nouns(), _listed("modifier")
    sign = r"(?:\s*,\s*|\s+và\s+|\s*/\s*)(?:các\s+)?"
    loose = rf"(?:{nouns})(?!\w)(?:{sign}(?:{nouns})(?!\w))*(?:\s+(?:{modifiers})(?!\w))*"
    return re.compile(rf"{loose}(?!\s+[{UPPER}])")


def tells_deed(content: str, start: int, end: int) -> bool:
    """Whether a word of doing stands between two positions."""
    return _verb().search(content, start, end) is not None


def begins_deed(content: str, at: int) -> bool:
    """Whether a word of doing begins at ``at``; a preposition only ends a name."""
    return _act().match(content, at) is not None


@cache
def _act() -> re.Pattern[str]:
    words = "|".join(_listed(key) for key in ("deed", "verb", "act"))
    return re.compile(rf"(?:{words})(?!\w)")


@cache
def _verb() -> re.Pattern[str]:
    words = "|".join(_listed(key) for key in ("deed", "verb", "preposition"))
    return re.compile(rf"\s{_NO_NOUN}(?:(?:{words})(?!\w)|và (?=[{LOWER}]))")


def _listed(key: str) -> str:
    return any_of(w for r in rows("units", key, UnitWordsRow) for w in r.words)
