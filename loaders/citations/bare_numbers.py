"""Numbers without a symbol: "Quyết định 244, ngày 9/6/2014", "Nghị định 13/2023".

The organ may stand between number and day ("Công văn số 1496 của Bộ Y tế ngày 19/4/2022").

A kind of document, a number and a whole date right behind it name a document, of the kinds that
count by the year also a number with its year; a number alone does not ("Kế hoạch 5 năm", "03 Kế
hoạch"), nor do the kinds that a person signs (hợp đồng, tờ khai).
"""

import re
from collections.abc import Iterable, Iterator

from graph.vocabulary import Trait, types_with
from loaders.citations.anchor import Anchor
from loaders.citations.kinds import type_before
from loaders.layout.letters import UPPER
from loaders.mentions import Span

#: a whole date, and the end of a number with its year and no symbol behind it: they begin with
#: signs, so they are found ten times as fast as the numbers before them
_DATE = re.compile(
    r"ngày\s\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d(?!\d))|\stháng\s\d{1,2}\snăm\s\d{4})"
)
_YEAR = re.compile(r"/(?:19|20)\d\d(?![\w/]|\s?[-–/⁄]\s?\w)")
_DATED = re.compile(
    r"(?P<number>[0-9](?<!\d\d)\d{0,4}[a-z]?(?:/(?:19|20)\d\d)?)"
    rf"(?:\scủa\s[{UPPER}][^\d\n;,.:()]{{1,70}})?\s?,?\s(?:ký\s|ban hành\s)?\Z"
)
#: "tháng 6/2025" is none
_WITH_YEAR = re.compile(r"(?P<number>[0-9](?<!\d\d)\d{0,3}[a-z]?/(?:19|20)\d\d)\Z")
#: a word before a number, "số" between them or not
_SAID = re.compile(r"[^\W\d_]\s(?P<said>(?:(?:số|Số|SỐ)\s?:?\s?)?)\Z")
#: between two of a list: "Sắc lệnh số 9 ngày 2-3-1946 và số 12 ngày 3-4-1946"
_LISTED = re.compile(r"\s?[,;]?\s(?:và\s)?")
#: characters that a number takes at most, with what stands around it
_LONGEST = 110
_SAID_NEAR = 8
#: how far back the kind of the document stands
_NEAR = 64
#: a number without "số" has as many figures
_SHORT = 2


def find_bare_numbers(content: str) -> Iterator[Anchor]:
    """Every number with a kind before it and a date behind it, but no symbol (số không ký hiệu)."""
    dated = _before((date.start() for date in _DATE.finditer(content)), _DATED, content)
    yearly = _before((year.end() for year in _YEAR.finditer(content)), _WITH_YEAR, content)
    last: tuple[str, int] | None = None  # the kind of the one before, and where its date ends
    for at, (match, said) in sorted((yearly | dated).items()):
        start = match.start() - len(said)
        floor = max(0, start - _NEAR)
        kind = type_before(content[floor:start])
        date = _DATE.match(content, match.end()) if at in dated else None
        listed = last is not None and bool(_LISTED.fullmatch(content, last[1], start))
        if kind is None and listed and last is not None and date and said:
            kind = (last[0], start - floor)
        last = (kind[0], date.end()) if kind and date else None
        if kind is None or kind[0] in types_with(Trait.NUMBERED_BY_SYMBOL):
            continue
        if at not in dated and kind[0] not in types_with(Trait.NUMBERED_BY_YEAR):
            continue
        if at in dated and not said and len(match["number"]) < _SHORT:
            continue
        span = Span(floor + kind[1], match.end("number"))
        year = int(match["number"][-4:]) if "/" in match["number"] else None
        issuer = "Chính phủ" if year and kind[0] == "Nghị định" else None  # nobody else issues one
        yield Anchor(span, "number_alone", kind[0], match["number"], year=year, issuer=issuer)


def _before(
    places: Iterable[int], pattern: re.Pattern[str], content: str
) -> dict[int, tuple[re.Match[str], str]]:
    """The number right before each of the places, with the "số" before it, by where it begins."""
    found: dict[int, tuple[re.Match[str], str]] = {}
    for place in places:
        number = pattern.search(content, max(0, place - _LONGEST), place)
        at = number.start() if number else 0
        said = _SAID.search(content, max(0, at - _SAID_NEAR), at) if number else None
        if number and said:
            found[at] = number, said["said"]
    return found
