"""Points of time in a phrase: days, months, quarters, halves, years (mốc thời gian)."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from loaders.times.dates import read_date

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_YEAR = r"(?:\s*(?:/|-|–|,|của|\.(?=20\d\d))?\s*(?:năm\s*|Năm\s*)?(?P<year>(?:19|20)\d\d)(?!\d))?"
_AND = r"\s*(?:,|;|và|-|–|&|\+|đến|hoặc)\s*"
_QUARTER_NAME = r"(?:(?:IV|I{1,3})(?:(?=20\d\d)|(?!\w))|[1-4](?!\d))"
_QUARTERS = re.compile(
    r"(?:Quý|quý|Quí|quí|QUÝ|Q\.?)\s*"
    rf"(?P<list>{_QUARTER_NAME}(?:{_AND}(?:(?:quý|Quý|quí|Quí)\s*)?{_QUARTER_NAME})*)" + _YEAR
)
_MONTHS = re.compile(
    r"(?:tháng|Tháng|THÁNG|T)\s*(?P<list>\d{1,2}(?!\d|\s*lần)"
    rf"(?:{_AND}(?:(?:tháng|Tháng)\s*|T)?\d{{1,2}}(?!\d|/(?!\s*(?:19|20)\d\d)))*)" + _YEAR
)
_PART = re.compile(
    r"(?:(?P<months>0?[1-9]|1[01])|[Ss]áu)\s*tháng\s*(?P<end>đầu|cuối)\s*năm" + _YEAR
)
_MONTH_YEAR = re.compile(r"(?P<month>0?[1-9]|1[0-2])\s*[/-]\s*(?P<year>20\d\d)(?!\d)")
#: "từ ngày 20 đến ngày 25/3/2026": two days of one month
_DAY_RANGE = re.compile(
    r"(?:ngày\s*|Ngày\s*)?(?P<first>\d{1,2})\s*(?P<sign>-|–|đến|tới|và|,)\s*(?:hết\s+)?(?:ngày\s*)?"
    r"(?P<last>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})(?!\d)" + _YEAR
)
_DAY_MONTH = re.compile(
    r"(?:(?:ngày|Ngày)\s*)?(?P<day>\d{1,2})\s*(?:/|tháng)\s*(?P<month>\d{1,2})(?![\d/]|\s*lần)"
)
#: as workbooks and databases write a day
_ISO_DAY = re.compile(r"(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_BARE_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?![\d/])")
_START = re.compile(
    r"ngày|Ngày|(?<!uần \d )tháng|Tháng|THÁNG|Quý|quý|Quí|quí|QUÝ|[Ss]áu tháng"
    r"|(?<![\w/.,])Q(?=\.?\s?[1-4IV])"
    r"|(?<![\w/.,-])T(?=\d{1,2}\s?(?:[-–,/]|đến|$))"
    r"|(?<![\d/.,])(?<!uần )\d"
)
#: what may stand before a year without "năm"; "Luật An ninh mạng 2025" is no time
_BEFORE_YEAR = re.compile(
    r"(?:^|[Nn]ăm|học|[Gg]iai đoạn|kỳ|[Tt]ừ|đến|tới|[Tt]rong|[Tt]rước|hết|và|[,;:(\-–—→])\s*$"
)
_NEAR = 24
_LIST_ITEM = re.compile(r"IV|I{1,3}|\d{1,2}")
_RANGE_SIGN = re.compile(r"-|–|đến")


@dataclass(frozen=True, slots=True)
class Point:
    """A time in a phrase: where it stands and the months or days it covers.

    ``year`` is None while it is not known; ``parts`` are (month, day) pairs of first and last.
    """

    start: int
    end: int
    year: int | None
    parts: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    inferred: bool = False

    @property
    def spans(self) -> tuple[tuple[date, date], ...]:
        """The days covered; only for a point with a year."""
        year = self.year or 1
        return tuple((_day(year, *a), _day(year, *b)) for a, b in self.parts)

    @property
    def first(self) -> date:
        """The first day."""
        return min(a for a, _ in self.spans)

    @property
    def last(self) -> date:
        """The last day."""
        return max(b for _, b in self.spans)

    def in_year(self, year: int | None, *, inferred: bool) -> "Point | None":
        """The same time in ``year``; None without one."""
        if year is None:
            return None
        return Point(self.start, self.end, year, self.parts, inferred)


@lru_cache(4096)
def points(text: str) -> tuple[Point, ...]:
    """The points of time of a phrase, in order; the phrases of a plan come again and again."""
    return tuple(_walk(text))


def _walk(text: str) -> Iterator[Point]:
    end = 0
    for match in _START.finditer(text):
        if match.start() < end:
            continue
        point = _point_at(text, match.start())
        if point is not None:
            end = point.end
            yield point


def _point_at(text: str, at: int) -> Point | None:
    day = read_date(text, at)
    if day and day.date.day and day.date.month and day.date.year:
        place = (day.date.month, day.date.day)
        return Point(at, day.span.end, day.date.year, ((place, place),))
    for pattern, read in (
        (_DAY_RANGE, _day_range),
        (_QUARTERS, _quarters),
        (_PART, _part),
        (_MONTHS, _months),
        (_MONTH_YEAR, _month_year),
        (_DAY_MONTH, _day_month),
        (_ISO_DAY, _day_month),
        (_BARE_YEAR, _whole_year),
    ):
        match = pattern.match(text, at)
        parts = read(match) if match else ()
        if match and parts and (read is not _whole_year or _may_be_year(text, at)):
            year = match.groupdict().get("year")
            return Point(at, match.end(), int(year) if year else None, parts)
    return None


def _may_be_year(text: str, at: int) -> bool:
    """Whether four figures at ``at`` may be a year, by what stands right before them."""
    return _BEFORE_YEAR.search(text, max(0, at - _NEAR), at) is not None


Parts = tuple[tuple[tuple[int, int], tuple[int, int]], ...]


def _quarters(match: re.Match[str]) -> Parts:
    return tuple(((3 * q - 2, 1), (3 * q, 31)) for q in _listed(match["list"]))


def _months(match: re.Match[str]) -> Parts:
    months = _listed(match["list"])
    return tuple(((m, 1), (m, 31)) for m in months) if max(months) <= 12 else ()


def _listed(words: str) -> list[int]:
    """The numbers of ``I, II và III`` or ``I - III``."""
    numbers = [_ROMAN.get(m) or int(m) for m in _LIST_ITEM.findall(words)]
    if len(numbers) == 2 and _RANGE_SIGN.search(words) and numbers[0] < numbers[1]:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers if min(numbers) > 0 else [99]


def _part(match: re.Match[str]) -> Parts:
    """``6 tháng đầu năm``, ``03 tháng cuối năm``."""
    months = int(match["months"] or 6)
    first, last = (1, months) if match["end"] == "đầu" else (13 - months, 12)
    return (((first, 1), (last, 31)),)


def _month_year(match: re.Match[str]) -> Parts:
    month = int(match["month"])
    return (((month, 1), (month, 31)),)


def _day_range(match: re.Match[str]) -> Parts:
    first, last, month = int(match["first"]), int(match["last"]), int(match["month"])
    if not (1 <= month <= 12 and 1 <= first < last <= 31):
        return ()
    if match["sign"] in ("và", ","):
        return ((month, first), (month, first)), ((month, last), (month, last))
    return (((month, first), (month, last)),)


def _day_month(match: re.Match[str]) -> Parts:
    day, month = int(match["day"]), int(match["month"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    return (((month, day), (month, day)),)


def _whole_year(match: re.Match[str]) -> Parts:
    return (((1, 1), (12, 31)),)


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
