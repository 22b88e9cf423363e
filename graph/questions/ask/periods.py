"""Times in a question: quý II, tháng 11/2026, trước 15/11, từ 01/6 đến 30/9 (khoảng thời gian).

A time without a year stays without one: in which years it can be meant is for the answer to see.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from graph.days import day_after, day_before
from graph.folding import fold
from graph.questions.ask.grammar import cues
from graph.vocabulary import Row, rows

Sense = Literal["within", "before", "from"]

YEARS = range(1900, 2200)  # no text tells of others
LEAP = 2024  # a year that has every day
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DAY = (
    r"(?:(?P<y0>\d{4})-(?P<m0>\d\d)-(?P<d0>\d\d)"
    r"|(?:ngay\s+)?(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})(?:\s*[/.-]\s*(?P<y1>\d{4})|\s+nam\s+(?P<y5>\d{4}))?"
    r"|(?:ngay\s+)?(?P<d2>\d{1,2})\s+thang\s+(?P<m2>\d{1,2})(?:\s+nam\s+(?P<y2>\d{4})|\s*/\s*(?P<y3>\d{4}))?)"
)
_MONTH = (
    r"thang\s+(?P<m>\d{1,2})(?:(?:\s*/\s*|\s+nam\s+|\s+)(?P<my>\d{4})|\s+nam\s+(?P<mn>{steps}))?"
)
_QUARTER = (
    r"(?:quy\s+|\bq)(?P<q>iv|i{1,3}|[1-4])"
    r"(?:(?:\s*/\s*|\s+nam\s+|\s+)(?P<qy>\d{4})|\s+nam\s+(?P<qn>{steps}))?"
)
_HALF = (
    r"(?:(?:6|06|sau)\s+thang|nua)\s+(?P<h>dau|cuoi)\s+nam"
    r"(?:\s+(?:(?P<hy>\d{4})|(?P<hn>{steps})))?"
)
_TO_END = r"tu\s+nay\s+den\s+(?:cuoi|het)\s+(?P<e>thang|quy|nam)(?:\s+nay)?"
_AHEAD = r"(?P<k>\d{1,3})\s+(?P<ku>ngay|tuan|thang)\s+(?:toi|nua)"
_YEARS = (
    r"(?:(?:giai\s+doan|cac\s+nam|nam)\s+)?(?P<r0>(?:19|20)\d\d)\s*[-–]\s*(?P<r1>(?:19|20)\d\d)"
)
_YEAR = r"(?:nam\s+)?(?P<y>(?:19|20)\d\d)"
_NEAR = (
    r"(?:(?P<n>ngay|tuan|thang|quy|nam)\s+(?P<w>{steps})|(?P<today>hom\s+nay|ngay\s+mai|hom\s+qua))"
)
_LED = r"(?:(?P<s>{leads})\s+)?(?:la\s+)?"
_SENSES: dict[str, Sense] = {"before": "before", "due": "before", "from": "from", "after": "from"}
_STRICT = ("before", "after")
_JOINTS = ("va", ",", "&")  # folded words between times that follow one another


class LeadRow(Row):
    """Words before a time and what they make of it (``times.toml``)."""

    kind: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


class NearRow(Row):
    """Words after "tuần", "tháng" … and how many of these from now they mean."""

    step: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question (khoảng thời gian): first and last (month, day), and where it stands.

    ``year`` is None where none is said. ``sense``: within it, up to its end, from its start on;
    ``strict``: the time itself is left out (trước, sau).
    """

    text: str
    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None
    sense: Sense = "within"
    strict: bool = False
    last_year: int | None = None

    def days(self, year: int) -> tuple[str | None, str | None]:
        """The first and the last ISO day when it is meant in ``year``; None where it is open.

        "Trước quý II" ends where that begins and begins with the year; "sau" a day begins with
        the next one.
        """
        first, last = _iso(year, self.first), _iso(self.last_year or year, self.last)
        if self.sense == "before":
            since = None if self.strict and self.first == (1, 1) else _iso(year, (1, 1))
            return since, day_before(first) if self.strict else last
        if self.sense == "from":
            return (day_after(last) if self.strict else first), None
        return first, last

    @property
    def one_day(self) -> bool:
        """Whether it is a day and no longer time."""
        return self.first == self.last and self.last_year is None


def periods_in(text: str, today: date) -> tuple[Period, ...]:
    """The times that a question names, in order; two joined by "đến" are one."""
    found = list(_side_by_side(list(_read(text, today)), text))
    at = 0
    while at + 1 < len(found):
        one, other = found[at], found[at + 1]
        if (
            one.sense == "from"
            and other.sense == "before"
            and not text[one.end : other.start].strip()
        ):
            found[at : at + 2] = [_joined(one, other, text)]
        at += 1
    return tuple(found)


def _side_by_side(found: list[Period], text: str) -> Iterator[Period]:
    """Times that follow one another as one: quý II và quý III năm 2025."""
    while found:
        one = found.pop(0)
        while found and _follows(one, found[0], text):
            other = found.pop(0)
            one = replace(
                one, text=text[one.start : other.end], end=other.end, last=other.last,
                year=one.year or other.year,
            )  # fmt: skip
        yield one


def _follows(one: Period, other: Period, text: str) -> bool:
    """Whether the second begins on the day after the first, and both are named in one breath."""
    joint = fold(text[one.end : other.start]).strip()
    if joint not in _JOINTS or {one.sense, other.sense} != {"within"} or one.last_year:
        return False
    if one.year and other.year and one.year != other.year:
        return False
    year = one.year or other.year or LEAP
    return day_after(_iso(year, one.last)) == _iso(year, other.first)


def _read(text: str, today: date) -> Iterator[Period]:
    for match in _time().finditer(fold(text)):
        group = match.groupdict()
        found = _meaning(group, today)
        if found is None:
            continue
        first, last, year = found
        until = int(group["r1"]) if group["r1"] else None
        kind = _leads().get(" ".join((group["s"] or "").split()), "")
        start, end = match.span()
        sense = _SENSES.get(kind, "within")
        strict = kind in _STRICT
        yield Period(text[start:end], start, end, first, last, year, sense, strict, until)


Meaning = tuple[tuple[int, int], tuple[int, int], int | None]


def _meaning(group: dict[str, str | None], today: date) -> Meaning | None:
    """First and last (month, day) and the year; None for a day that no calendar has."""
    for day, month, years in (("d0", "m0", "y0"), ("d1", "m1", "y1 y5"), ("d2", "m2", "y2 y3")):
        if group[day]:
            year = next((int(group[y] or 0) for y in years.split() if group[y]), None)
            return _day(int(group[day] or 0), int(group[month] or 0), year)
    if group["h"]:
        half = ((1, 1), (6, 30)) if group["h"] == "dau" else ((7, 1), (12, 31))
        return (*half, _year(group["hy"], group["hn"], today))
    if group["m"]:
        number = int(group["m"])
        return (
            _months(number, number, _year(group["my"], group["mn"], today))
            if 1 <= number <= 12
            else None
        )
    if group["q"]:
        quarter = _ROMAN.get(group["q"]) or int(group["q"])
        return _months(3 * quarter - 2, 3 * quarter, _year(group["qy"], group["qn"], today))
    if group["r0"]:
        first, last = int(group["r0"]), int(group["r1"] or 0)
        return _months(1, 12, first) if first < last else None
    if group["y"]:
        return _months(1, 12, int(group["y"]))
    if group["e"] or group["k"]:
        return _ahead(group, today)
    return _near(group, today)


def _ahead(group: dict[str, str | None], today: date) -> Meaning | None:
    """From today on: to the end of the month, quarter or year, or so many days, weeks, months."""
    if group["e"]:
        last = {"thang": today.month, "quy": (today.month + 2) // 3 * 3, "nam": 12}[group["e"]]
        return (today.month, today.day), _months(last, last, today.year)[1], today.year
    count, unit = int(group["k"] or 0), group["ku"]
    end = today + timedelta(days=count * {"ngay": 1, "tuan": 7, "thang": 30}[unit or "ngay"])
    if end.year != today.year:
        return None
    return (today.month, today.day), (end.month, end.day), today.year


def _near(group: dict[str, str | None], today: date) -> Meaning | None:
    """A time told from today: tuần này, tháng sau, năm ngoái."""
    if group["today"]:
        step = {"mai": 1, "qua": -1}.get(group["today"].split()[-1], 0)
        day = today + timedelta(days=step)
        return _day(day.day, day.month, day.year)
    unit = group["n"]
    step = _steps()[group["w"] or ""]
    if unit == "nam":
        return _months(1, 12, today.year + step)
    if unit == "quy":
        number = today.year * 4 + (today.month - 1) // 3 + step
        return _months(number % 4 * 3 + 1, number % 4 * 3 + 3, number // 4)
    if unit == "thang":
        number = today.year * 12 + today.month - 1 + step
        return _months(number % 12 + 1, number % 12 + 1, number // 12)
    if unit == "tuan":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        sunday = monday + timedelta(days=6)
        if monday.year == sunday.year:
            return (monday.month, monday.day), (sunday.month, sunday.day), monday.year
    return None


def _iso(year: int, day: tuple[int, int]) -> str:
    """A day of the year; the last of February is that of the year."""
    return f"{year}-{day[0]:02}-{min(day[1], monthrange(year, day[0])[1]):02}"


def _day(day: int, month: int, year: int | None) -> Meaning | None:
    if year is not None and year not in YEARS:
        return None
    try:
        date(year or LEAP, month, day)
    except ValueError:
        return None
    return (month, day), (month, day), year


def _months(first: int, last: int, year: int | None) -> Meaning:
    return (first, 1), (last, monthrange(year or LEAP, last)[1]), year


def _year(text: str | None, near: str | None, today: date) -> int | None:
    """The year that is said, or told from today ("quý 4 năm nay")."""
    return int(text) if text else today.year + _steps()[near] if near else None


def _joined(one: Period, other: Period, text: str) -> Period:
    """From the first day of one to the last of the other."""
    year = one.year or other.year
    end = other.year if other.year and other.year != year else None
    return replace(
        one, text=text[one.start : other.end], end=other.end, last=other.last,
        year=year, sense="within", strict=False, last_year=end,
    )  # fmt: skip


@cache
def _time() -> re.Pattern[str]:
    leads = "|".join(sorted(_leads(), key=lambda word: (-len(word), word)))
    led = _LED.format(leads=leads.replace(" ", r"\s+"))
    times = "|".join(
        (_TO_END, _AHEAD, rf"(?:ngay\s+)?{_DAY}", _HALF, _MONTH, _QUARTER, _YEARS, _YEAR, _NEAR)
    ).replace("{steps}", "|".join(sorted(_steps())))
    return re.compile(rf"(?<![\w/.-]){led}(?:{times})(?![\w/])")


@cache
def _leads() -> dict[str, str]:
    """Folded words before a time → what they make of it; "trong", "vào" leave it as it is. What
    asks by itself is no such word ("hoàn thành trong")."""
    found = {fold(w): row.kind for row in rows("times", "cue", LeadRow) for w in row.words}
    asking = {" ".join(key) for key in cues()}
    return {"trong": "", "vao": ""} | {
        words: kind
        for words, kind in found.items()
        if not any(words.startswith(f"{cue} ") for cue in asking)
    }


@cache
def _steps() -> dict[str, int]:
    return {fold(w): row.step for row in rows("questions", "near", NearRow) for w in row.words}
