"""Weeks, months, quarters and years, and which of them a task runs in (kỳ kế hoạch)."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from graph.times.days import month_end
from graph.times.spans import Span


class By(StrEnum):
    """How long a period is."""

    WEEK = "week"  # tuần (ISO 8601: từ thứ Hai)
    MONTH = "month"  # tháng
    QUARTER = "quarter"  # quý
    YEAR = "year"  # năm


MONTHS = {By.MONTH: 1, By.QUARTER: 3}


@dataclass(frozen=True, slots=True)
class Period:
    """A period with its ISO name (2026-W07, 2026-02, 2026-Q1, 2026) and its days, both included."""

    name: str
    first: str
    last: str


def periods(by: By, years: Iterable[int]) -> tuple[Period, ...]:
    """The periods of these years, in order; a week belongs to the year of its Thursday."""
    return tuple(period for year in years for period in _of_year(by, year))


def _of_year(by: By, year: int) -> list[Period]:
    if by is By.YEAR:
        return [Period(str(year), f"{year}-01-01", f"{year}-12-31")]
    if by is By.WEEK:
        return _weeks(year)
    months, found = MONTHS[by], []
    for number in range(1, 12 // months + 1):
        first, last = (number - 1) * months + 1, number * months
        name = f"{year}-Q{number}" if by is By.QUARTER else f"{year}-{number:02}"
        found.append(Period(name, f"{year}-{first:02}-01", month_end(year, last)))
    return found


def _weeks(year: int) -> list[Period]:
    last = date(year, 12, 28).isocalendar().week  # 28 December is always in the last one
    mondays = [date.fromisocalendar(year, week, 1) for week in range(1, last + 1)]
    return [
        Period(f"{year}-W{week:02}", monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        for week, monday in enumerate(mondays, 1)
    ]


def running(spans: Iterable[Span], through: Sequence[Period]) -> tuple[bool, ...]:
    """In which of the periods, which follow one another, any of the spans runs."""
    return runner(through)(spans)


def runner(through: Sequence[Period]) -> Callable[[Iterable[Span]], tuple[bool, ...]]:
    """``running`` through the same periods for the spans of many tasks."""
    firsts, lasts = [p.first for p in through], [p.last for p in through]

    def runs(spans: Iterable[Span]) -> tuple[bool, ...]:
        found = [False] * len(through)
        for span in spans:
            start = bisect_left(lasts, span.start or "")
            end = bisect_right(firsts, span.end or "9999")
            for place in range(start, end):
                found[place] = True
        return tuple(found)

    return runs
