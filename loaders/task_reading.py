"""What every way of reading tasks shares: the document at hand and how a name is cleaned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.mentions import Assignment, Doubt, Header, Span, UnitMention
from loaders.structure import Structure
from loaders.text import Text
from loaders.timeframes import TimeContext
from loaders.unit_ids import Scope

_MARK = re.compile(r"[\s\-–+•*]+")
_PLAN_YEAR = re.compile(r"(?:năm|NĂM|Năm) (20\d\d)(?!\s*[-–]|\d)")
_NOT_PLAN = re.compile(
    r"(?:đến|tới|ĐẾN|giai đoạn|tầm nhìn|TẦM NHÌN|sau|[Tt]háng \d{1,2}|THÁNG \d{1,2}|\d[/-])\s*$"
)

#: lists and tables, where a time is expected; prose often has none
_TIMED = ("labelled_list", "table_row")


@dataclass(frozen=True, slots=True)
class Source:
    """The document whose tasks are read."""

    text: Text
    structure: Structure
    header: Header
    scope: Scope
    time: TimeContext

    def words(self, start: int, end: int) -> str:
        """The words there, white space single."""
        return " ".join(self.text.content[start:end].split())


def time_context(text: Text, header: Header) -> TimeContext:
    """The year a plan is for: the one its title names, else that of its date."""
    title = header.title or ""
    years = [m for m in _PLAN_YEAR.finditer(title) if not _NOT_PLAN.search(title[: m.start()])]
    year = int(years[-1][1]) if years else None
    if year and header.issued.year and year < header.issued.year:
        year = None
    return TimeContext(header.issued, year)


def task_name(source: Source, start: int, end: int) -> tuple[str, Span]:
    """The name without the mark before it and the span it stands at."""
    mark = _MARK.match(source.text.content, start, end)
    first = mark.end() if mark and mark.end() < end else start
    words = source.text.content[first:end].rstrip()
    return " ".join(words.split()), Span(first, first + max(1, len(words)))


def with_doubts(task: Assignment) -> Assignment:
    """The task with what is odd about its roles and time."""
    doubts = [*task.doubts, *_unresolved(task)]
    if task.kind == "task":
        doubts.extend(_odd(task))
    return replace(task, doubts=tuple(doubts))


def _odd(task: Assignment) -> Iterator[Doubt]:
    """A unit in two roles, no lead, several leads; no time where others around have one."""
    leads = [u for u in (*task.lead, *task.execute) if u.id]
    both = {u.id for u in leads} & {u.id for u in task.coordinate}
    facts = (("task", task.name[:120]),)
    if both:
        names = ", ".join(dict.fromkeys(u.name for u in leads if u.id in both))
        yield Doubt("task.leads_and_coordinates", task.span, (*facts, ("unit", names)))
    if not (task.lead or task.execute):
        yield Doubt("task.no_lead", task.span, facts)
    if task.time is None and task.rule in _TIMED:
        yield Doubt("task.no_time", task.span, facts)
    if sum(not u.collective for u in task.lead) > 1:
        names = ", ".join(u.name for u in task.lead)
        yield Doubt("task.several_leads", task.span, (*facts, ("units", names)))


def _unresolved(task: Assignment) -> list[Doubt]:
    units: tuple[UnitMention, ...] = (*task.lead, *task.execute, *task.coordinate)
    return [Doubt("unit.unresolved", u.span, (("unit", u.name),)) for u in units if u.id is None]
