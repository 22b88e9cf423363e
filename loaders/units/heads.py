"""Words that begin the name of a unit (Sở, Bộ, Phòng …) and where one begins."""

import re
from functools import cache

from graph.vocabulary import rows
from graph.words.authorities import begins_with, by_name
from graph.words.patterns import any_of
from graph.words.unit_words import HeadWordRow, listed, unit_words
from loaders.layout.letters import LOWER, UPPER

_CAPITALS = 8  # characters that tell capitals from a short form
_LONGEST_NAME = 160  # characters


def begins_unit(words: str, at: int = 0) -> bool:
    """Whether a unit's name begins at ``at``; in capitals only a listed one does."""
    if head_pattern().match(words, at) or brand_pattern().match(words, at):
        return True
    return in_capitals(words, at) and begins_with(words[at : at + _LONGEST_NAME]) is not None


def in_capitals(words: str, at: int) -> bool:
    """Whether the words are set in capitals, as titles are."""
    return words[at : at + _CAPITALS].isupper()


@cache
def brand_pattern() -> re.Pattern[str]:
    """An organ or company named without a head word, with its place (VNPT Gia Lai)."""
    party = "Đảng|Tỉnh|Thành|Huyện|Thị|Quận|Trung ương|Quân"
    place = rf"(?!{party})[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*"
    return re.compile(
        rf"(?:{listed('brand')})(?![\w-])"
        rf"(?:\s(?:(?:tỉnh|thành phố|huyện|xã|phường)(?!\s[{UPPER}])"
        r"|(?:Huyện|Thị|Quận) (?:ủy|uỷ)"
        rf"|(?:(?:tỉnh|thành phố|huyện|xã|phường)\s)?{place})(?!\w))?"
    )


@cache
def head_pattern() -> re.Pattern[str]:
    """A head word where it can begin a name; small letters before a capital ("phòng Kinh tế")."""
    heads = [row.word for row in rows("units", "head", HeadWordRow)]
    none = "|".join(unit_words("no_head"))
    single = rf"{any_of(heads)}(?!\w)(?!\s*[,;/:]|\s+(?:{none})(?!\w))"
    small = (
        rf"{listed('small_head')}(?=\s[{UPPER}])"
        rf"|[Nn]gành(?=\s(?!Tỉnh|Thành phố|Trung ương|TP)[{UPPER}])"
        rf"|P\.(?=\s?[{UPPER}])"
        rf"|{numbered().pattern}"
        rf"|{listed('leader')}(?=\s(?:các\s|[{UPPER}]))"
    )
    several = r"(?:Các|các|Những|Toàn thể)\s(?!cấp(?!\s(?:ủy|uỷ)))"
    return re.compile(rf"{several}|{single}|{_whole(heads)}|{small}")


@cache
def numbered() -> re.Pattern[str]:
    """A unit that a number names: "Thôn 3", "Chi đoàn 11T1"; several before a colon."""
    one = rf"(?:\d{{1,3}}[{UPPER}]?\d{{0,2}}|\d{{1,2}}/\d{{1,2}})(?![\w/])"
    more = r"(?:(?:(?:,|\svà)\s\d{1,2})+(?=:))?"  # "Khu phố 1, 2 và 3:"
    return re.compile(rf"(?:{listed('numbered')})\s(?:số\s)?{one}{more}")


def _whole(heads: list[str]) -> str:
    """Head words that are the whole name of an organ of the country, before a sign too, and
    committees of the Party of the place that speaks ("Tỉnh ủy, HĐND, UBND tỉnh")."""
    named = ((head, by_name(head)) for head in heads)
    names = (head for head, organ in named if organ and organ[0].scope == "national")
    return rf"(?:{any_of(names)}|{listed('of_province')})(?=\s*[,;:])"


def is_head_alone(name: str) -> bool:
    """Whether a name is nothing but a head word that could be any unit's (Quỹ, Hội đồng, Cục)."""
    return any(name == r.word and not r.sole for r in rows("units", "head", HeadWordRow))


@cache
def within_pattern() -> re.Pattern[str]:
    """A head word of a unit that belongs to the organ whose document names it."""
    heads = [r.word for r in rows("units", "head", HeadWordRow) if r.within]
    return re.compile(rf"(?:{'|'.join(sorted(heads, key=len, reverse=True))})(?!\w)")


@cache
def many_pattern() -> re.Pattern[str]:
    """A head word of a unit of which many organs have one of that name (Phòng Nội vụ)."""
    heads = [r.word for r in rows("units", "head", HeadWordRow) if r.many]
    small = [f"{head[0].lower()}{head[1:]}" for head in heads]
    one = r"(?!.*\s(?:số|khu vực)\s(?:[IVX]+|\d+)$)"  # a province has one "Phòng Công chứng số 1"
    return re.compile(rf"{one}(?:(?:{'|'.join((*heads, *small))})(?!\w)|P\.(?=\s?[{UPPER}]))")


@cache
def central_pattern() -> re.Pattern[str]:
    """A head word of a unit that only organs of the country have (Vụ, Cục)."""
    heads = [r.word for r in rows("units", "head", HeadWordRow) if r.central]
    return re.compile(rf"(?:{'|'.join(sorted(heads, key=len, reverse=True))})(?!\w)")
