"""Times in a question: quý II, tháng 11/2026, trước 15/11, từ 01/6 đến 30/9 (khoảng thời gian).

A time without a year stays without one: in which years it can be meant is for the answer to see.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from graph.questions.ask.grammar import cues
from graph.questions.ask.mention import side_by_side
from graph.questions.ask.times import LEAP, meaning, steps
from graph.times.days import day_after, day_before
from graph.vocabulary import Row, rows
from graph.words.folding import fold

Sense = Literal["within", "before", "from"]

_DAY = (
    r"(?:(?P<y0>\d{4})-(?P<m0>\d\d)-(?P<d0>\d\d)"
    r"|(?:ngay\s+)?(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})(?:\s*[/.-]\s*(?P<y1>\d{4})|\s+nam\s+(?P<y5>\d{4}))?"
    r"|(?:ngay\s+)?(?P<d2>\d{1,2})\s+thang\s+(?P<m2>\d{1,2})(?:\s+nam\s+(?P<y2>\d{4})|\s*/\s*(?P<y3>\d{4}))?)"
)
_MONTH = (
    r"thang\s+(?P<m>\d{1,2})(?:(?:\s*/\s*|\s+nam\s+|\s+)(?P<my>\d{4})|\s+nam\s+(?P<mn>{steps}))?"
)
_QUARTER = (
    r"(?:qu[yi]\s+|\bq)(?P<q>iv|i{1,3}|[1-4])"
    r"(?:(?:\s*/\s*|\s+nam\s+|\s+)(?P<qy>\d{4})|\s+nam\s+(?P<qn>{steps}))?"
)
_PART = (
    r"(?:(?P<hm>0?[1-9]|1[01]|hai|ba|bon|sau|chin)\s+thang|nua)\s+(?P<h>dau|cuoi)\s+nam"
    r"(?:\s+(?:(?P<hy>\d{4})|(?P<hn>{steps})))?"
)
_WEEK = (
    r"tuan\s+(?:thu\s+)?(?P<wk>\d{1,2})"
    r"(?:\s*[/,]?\s*(?:nam\s+)?(?P<wy>\d{4})|\s+nam\s+(?P<wn>{steps}))?"
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
    def whole_year(self) -> bool:
        """Whether it is a year, of which no part is named."""
        return (self.first, self.last, self.last_year) == ((1, 1), (12, 31), None)

    @property
    def one_day(self) -> bool:
        """Whether it is a day and no longer time."""
        return self.first == self.last and self.last_year is None


def periods_in(text: str, today: date) -> tuple[Period, ...]:
    """The times that a question names, in order; two joined by "đến" are one."""
    found = list(side_by_side(_read(text, today), _following(text)))
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


def year_apart(found: Sequence[Period]) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """The times with the year that is named elsewhere in the question, and that year, which then
    tells no more: "việc nào năm 2022 xong trong quý III"."""
    years = [one for one in found if one.year and one.whole_year and one.sense == "within"]
    without = [one for one in found if one.year is None]
    if len(found) != 2 or len(years) != 1 or len(without) != 1:
        return tuple(found), ()
    return (replace(without[0], year=years[0].year),), (years[0],)


def _following(text: str) -> Callable[[Period, Period], Period | None]:
    """Times that follow one another as one: quý II và quý III năm 2025."""

    def joined(one: Period, other: Period) -> Period | None:
        if not _follows(one, other, text):
            return None
        later = other.year if one.year and other.year and other.year > one.year else None
        return replace(
            one, text=text[one.start : other.end], end=other.end, last=other.last,
            year=one.year or other.year, last_year=later,
        )  # fmt: skip

    return joined


def _follows(one: Period, other: Period, text: str) -> bool:
    """Whether the second begins on the day after the first, and both are named in one breath."""
    joint = fold(text[one.end : other.start]).strip()
    if joint not in _JOINTS or {one.sense, other.sense} != {"within"} or one.last_year:
        return False
    if one.year and other.year and one.year != other.year:  # năm 2025 và 2026
        return one.whole_year and other.whole_year and other.year == one.year + 1
    year = one.year or other.year or LEAP
    return day_after(_iso(year, one.last)) == _iso(year, other.first)


def _read(text: str, today: date) -> Iterator[Period]:
    for match in _time().finditer(fold(text)):
        group = match.groupdict()
        found = meaning(group, today)
        if found is None:
            continue
        first, last, year, until = found
        kind = _leads().get(" ".join((group["s"] or "").split()), "")
        start, end = match.span()
        sense = _SENSES.get(kind, "within")
        strict = kind in _STRICT
        yield Period(text[start:end], start, end, first, last, year, sense, strict, until)


def _iso(year: int, day: tuple[int, int]) -> str:
    """A day of the year; the last of February is that of the year."""
    return f"{year}-{day[0]:02}-{min(day[1], monthrange(year, day[0])[1]):02}"


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
        (
            _TO_END,
            _AHEAD,
            _WEEK,
            rf"(?:ngay\s+)?{_DAY}",
            _PART,
            _MONTH,
            _QUARTER,
            _YEARS,
            _YEAR,
            _NEAR,
        )
    ).replace("{steps}", "|".join(sorted(steps())))
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
