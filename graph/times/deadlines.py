"""By which days a task is to be done: once, or in a rhythm that its document tells (thời hạn).

"trước ngày 20 của tháng cuối quý" is the 19th of March, June, September and December. A report due
"hằng quý" falls on the last day of each quarter, and says that the day comes from the rhythm.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.model import Node
from graph.times.days import again, day_before, in_months, is_whole_day, month_end, on_day
from graph.times.spans import comes_back, day_allowed, months_of, spans_of, term_of

REPORT = "report"
YEAR = 12  # months
LAST = "9999-12-31"


class DayFrom(StrEnum):
    """What tells the day (nguồn của ngày)."""

    DUE = "due"  # thời hạn văn bản nêu
    INTERVAL = "interval"  # ngày cuối của thời gian thực hiện
    RHYTHM = "rhythm"  # ngày cuối kỳ của nhịp báo cáo


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day allowed, ISO; again every so many months where ``every`` is not 0.

    ``until``: the last day the rhythm holds, None while no end is told. ``place``: which of the
    task's deadlines it is.
    """

    day: str
    day_from: DayFrom
    place: int = 0
    every: int = 0
    until: str | None = None

    def days(self, since: str, until: str) -> Iterator[str]:
        """The days between two days, both included."""
        last = min(until, self.until or until)
        return (day for day in again(self.day, self.every, last) if day >= since)


def deadlines_of(task: Node, document: Node | None) -> tuple[Deadline, ...]:
    """The deadlines of a task: its due day, else the ends of its times, else a report's rhythm."""
    facts = task.properties
    term = term_of(document.properties) if document else None
    months = months_of(facts.get("recurrence"))
    due = facts.get("due")
    if is_whole_day(due):
        day = day_allowed(task)
        if every := comes_back(task):
            return (Deadline(day, DayFrom.DUE, every=every, until=term.end if term else None),)
        return (Deadline(day, DayFrom.DUE),)
    if months and months <= YEAR and (facts.get("kind") == REPORT or facts.get("each")):
        return tuple(_each_period(task, document, months))
    ends = sorted({span.end for span in spans_of(task, None) if is_whole_day(span.end)})
    return tuple(Deadline(end, DayFrom.INTERVAL, n) for n, end in enumerate(ends))


def _each_period(task: Node, document: Node | None, months: int) -> Iterator[Deadline]:
    """The day that each period of the time has: the one the document names, else its last."""
    open_end = document is not None and term_of(document.properties).end is None
    facts = task.properties
    day, later = facts.get("each") or (0, 0)
    source = DayFrom.DUE if day else DayFrom.RHYTHM
    issued = document.properties.get("issued") if document else None
    for place, span in enumerate(spans_of(task, document)):
        if span.start:
            first = in_months(_first_end(date.fromisoformat(span.start), months), later)
            until = None if open_end and not facts.get("intervals") else span.end
            until = in_months(until, later) if until and is_whole_day(until) else until
            if day:
                first = on_day(first, day)
                first = day_before(first) if facts.get("before") else first
            if is_whole_day(issued):  # nothing falls due before the document that asks for it
                later_days = (d for d in again(first, months, until or LAST) if d > issued)
                first = next(later_days, first)
            yield Deadline(first, source, place, months, until)


def _first_end(day: date, months: int) -> str:
    """The last day of the period of the calendar that a day lies in."""
    return month_end(day.year, -(-day.month // months) * months)
