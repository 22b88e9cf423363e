"""The days of a calendar, light enough to hold them all (các ngày trong lịch)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from graph.questions.dated_tasks import DatedTasks
from graph.times.days import day_before, in_years
from graph.times.deadlines import DayFrom, Deadline


class Occasion(StrEnum):
    """Why a day stands in the calendar (loại mốc)."""

    REPORT = "report"  # hạn báo cáo
    DEADLINE = "deadline"  # thời hạn nêu trong văn bản
    END = "end"  # hết thời gian thực hiện


class Day(NamedTuple):
    """One day of one deadline of one task, light enough to hold them all."""

    day: str
    task: str
    number: int
    occasion: Occasion

    @property
    def place(self) -> tuple[str, str, int]:
        """Where it stands in the calendar."""
        return self[:3]


def days_of(
    found: DatedTasks,
    since: str | None,
    until: str | None,
    occasions: Sequence[Occasion],
    once: bool,
) -> Iterator[Day]:
    """The days from ``since`` to ``until``; ``once``: one of each deadline."""
    if until is None:
        return
    for task, deadlines in found.deadlines.items():
        for deadline in deadlines:
            occasion = _occasion(deadline, task in found.reports)
            if occasion in occasions:
                for day in islice(deadline.days(since or "", until), 1 if once else None):
                    yield Day(day, task, deadline.place, occasion)


def _occasion(deadline: Deadline, is_report: bool) -> Occasion:
    if is_report:
        return Occasion.REPORT
    return Occasion.END if deadline.day_from is DayFrom.INTERVAL else Occasion.DEADLINE


def window_of(
    found: DatedTasks, since: str | None, until: str | None
) -> tuple[str | None, str | None]:
    """First and last day, told or not: a year from the first, else the year with most deadlines."""
    if until:
        return since, until
    if since:
        return since, day_before(in_years(since, 1))
    years = Counter(d.day[:4] for days in found.deadlines.values() for d in days)
    if not years:
        return None, None
    year = max(years, key=lambda year: (years[year], year))
    return f"{year}-01-01", f"{year}-12-31"


def counts_of(days: Sequence[Day], occasions: Sequence[Occasion]) -> dict[str, int]:
    """How many days there are, and how many of each occasion that is asked for."""
    told = Counter(day.occasion for day in days)
    return {"total": len(days)} | {o.value: told[o] for o in Occasion if o in occasions}
