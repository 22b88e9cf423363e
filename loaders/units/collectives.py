"""Units that are many at once: "các sở, ban, ngành", "Chủ tịch UBND các xã" (tập hợp cơ quan)."""

import re
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of
from graph.words.places import place_pattern
from graph.words.unit_words import listed, unit_words
from loaders.layout.letters import UPPER
from loaders.units.deeds import first_deed
from loaders.units.heads import in_capitals
from loaders.units.plurals import is_committees

#: before "và đại biểu Hội đồng nhân dân"
_OF_COUNCIL = re.compile(r"[Tt]ổ đại biểu$")
_LONGEST = 160  # characters of a collective
_PLACE = rf"[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+)*"


class NoNounRow(Row):
    """What makes another word of a noun: "bộ trưởng", "trường hợp" (``units.toml``)."""

    nouns: tuple[str, ...]
    before: tuple[str, ...]
    examples: tuple[str, ...]


def longest_collective(content: str, start: int, end: int) -> re.Match[str] | None:
    """The longest collective here."""
    one = collective().match(content, start, end)
    begun = content[start : start + 2].lower() in _whole_beginnings()
    other = _whole().match(content, start, end) if begun else None
    return other if other and (one is None or other.end() > one.end()) else one


def collective_in_capitals(content: str, start: int, end: int) -> int | None:
    """Where a collective set in capitals ends, as in a title: "CÁC SỞ, BAN, NGÀNH TỈNH"."""
    words = content[start : min(end, start + _LONGEST)]
    small = words.lower().replace("ubnd", "UBND").replace("hđnd", "HĐND")
    found = longest_collective(small, 0, len(small))
    return start + found.end() if found and words[: found.end()].isupper() else None


def is_within_collective(words: str, start: int, sign: re.Match[str]) -> bool:
    """Whether a sign stands within the one collective that begins at ``start``.

    "CÁC SỞ, BAN, NGÀNH"; "các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh".
    """
    if in_capitals(words, start):
        return (collective_in_capitals(words, start, len(words)) or 0) > sign.end()
    council = _OF_COUNCIL.search(words, start, sign.start())
    both = council is not None and "và" in sign[0]
    return both and not words.startswith(("các ", "Các "), sign.end())


def without_duty(name: str) -> str:
    """Committees of people without what they are to do: "UBND cấp xã | thực hiện công bố dữ liệu".

    Of others it may tell which are meant: "các đơn vị quản lý đường bộ".
    """
    many = longest_collective(name, 0, len(name)) if is_committees(name) else None
    if many is None or first_deed(name, many.end(), len(name)) != many.end():
        return name
    return name[: many.end()]


@cache
def collective() -> re.Pattern[str]:
    """ "các sở, ban, ngành", "UBND các xã", heads of many organs, with what belongs to them."""
    noun, modifiers = rf"(?:{_nouns()})(?!\w)", listed("modifier")
    head = rf"{listed('chief')}\s+"
    heads = rf"(?:{head})?"
    committees = rf"(?:Chủ tịch\s+)?{listed('people')}"
    level = rf"\s+(?:(?:các|cấp)\s+{noun}|{noun}(?!\s[{UPPER}]))"
    chiefs = rf"(?:[Cc]ác )?Bộ trưởng(?:,| và)\s+{head}(?:các\s+)?{noun}"
    chief = rf"(?:[Nn]gười đứng đầu|[Tt]hủ trưởng)\s+{noun}(?!\s(?:chủ trì|được giao|soạn thảo))"
    first = rf"{heads}(?:[Cc]ác|[Mm]ỗi|[Tt]ừng)\s+{noun}|{committees}(?:{level})|{chiefs}|{chief}"
    sign = r"(?:\s*,\s*|\s+và\s+|\s*/\s*)(?:các\s+)?"
    member = rf"{committees}(?:{level})?|{heads}(?:các\s+)?{noun}"
    joint = rf"{sign}(?:{member})|\s+(?:ngành|ban|đoàn thể)(?!\w)"
    more = rf"{sign}(?:địa phương|đơn vị|doanh nghiệp|tổ chức)(?!\w)"
    local = rf"{place_pattern('district', 'commune')}(?! hội|\s[{UPPER}])"
    qualified = rf"(?:\s+(?:{modifiers}|{local})(?!\w))"
    return re.compile(rf"(?:{first})(?:{joint})*(?:{qualified}+(?:{more})?)*")


@cache
def _whole() -> re.Pattern[str]:
    """Collectives that no noun begins or that go on in words of their own."""
    place = rf"(?:\s(?:tỉnh|thành phố|Thành phố)\s{_PLACE})?"
    said = f"(?i:{listed('whole')})"
    return re.compile(rf"(?:[Cc]ác\s+)?{said}(?!\w){place}(?:\s+(?:{listed('modifier')})(?!\w))*")


@cache
def _whole_beginnings() -> frozenset[str]:
    """The first two letters of what ``_whole`` matches, in small letters."""
    return frozenset(word[:2].lower() for word in ("các", *unit_words("whole")))


@cache
def _nouns() -> str:
    """What collectives are made of; "Bộ" before a name begins another unit (và Bộ Y tế)."""
    ordered = sorted(unit_words("noun"), key=len, reverse=True)
    named = rf"(?!\s[{UPPER}])"
    return "|".join(
        re.escape(w) + (named if w[0].isupper() else "") + _no_noun().get(w.lower(), "")
        for w in ordered
    )


@cache
def _no_noun() -> dict[str, str]:
    """A noun → what must not stand behind it."""
    found = rows("units", "no_noun", NoNounRow)
    return {noun: rf"(?! {any_of(row.before)})" for row in found for noun in row.nouns}


@cache
def others() -> re.Pattern[str]:
    """``đơn vị liên quan``, ``cơ quan ngành dọc đóng trên địa bàn`` after units, without "các"."""
    nouns = rf"(?:{_nouns()})(?!\w)"
    return re.compile(
        rf"{nouns}(?:(?:\s*,\s*|\s+và\s+){nouns})*(?:\s+(?:{listed('modifier')})(?!\w))+"
    )


@cache
def bare_units() -> re.Pattern[str]:
    """Units named in small letters without "các"."""
    nouns, modifiers = _nouns(), listed("modifier")
    sign = r"(?:\s*,\s*|\s+và\s+|\s*/\s*)(?:các\s+)?"
    loose = rf"(?:{nouns})(?!\w)(?:{sign}(?:{nouns})(?!\w))*(?:\s+(?:{modifiers})(?!\w))*"
    return re.compile(rf"{loose}(?!\s+[{UPPER}])")
