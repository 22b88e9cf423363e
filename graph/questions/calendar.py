"""What is to be done or reported by which day (lịch thời hạn và báo cáo).

Counts come first and cover the whole window; the events come a page at a time. An event is one day
of one task, that of an annex told with its plan's; tasks that no day can be told for are counted.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import UsageError
from graph.model import ROLE_KINDS, Edge, EdgeKind, Node, NodeKind
from graph.questions.calendar_days import Day, Occasion, counts_of, days_of, window_of
from graph.questions.dated_tasks import DatedTasks, dated_tasks
from graph.questions.duties import units_within
from graph.questions.every import pages_of
from graph.questions.known import known
from graph.questions.window import window
from graph.store import GraphReader
from graph.times.deadlines import Deadline
from graph.traverse import with_evidence

#: in what a task may concern a unit: its roles, and the reports it receives
CONCERNS = (*ROLE_KINDS, EdgeKind.REPORTS_TO)
#: events told together where all are told
PAGE = 500


@dataclass(frozen=True, slots=True)
class Event:
    """One day by which a task is to be done (mốc).

    ``roles``: in what it concerns the units asked about; ``edges``: who has which role, who
    receives the report, and the words that give the task, with their proof.
    """

    day: str
    occasion: Occasion
    deadline: Deadline
    task: Node
    document: Node | None
    roles: tuple[EdgeKind, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A page of events by day, with counts over the whole window.

    ``counts``: ``total``, each occasion, and ``undated``: tasks that no day can be told for.
    ``units``: the units that the edges name. ``next``: the cursor of the following page.
    """

    unit: Node | None
    since: str | None
    until: str | None
    counts: Mapping[str, int]
    events: tuple[Event, ...]
    units: Mapping[str, Node]
    next: str | None


def calendar(
    store: GraphReader,
    unit: str | None = None,
    *,
    sub_units: bool = False,
    roles: Sequence[EdgeKind] = CONCERNS,
    occasions: Sequence[Occasion] = tuple(Occasion),
    since: str | None = None,
    until: str | None = None,
    documents: Collection[str] | None = None,
    once: bool = False,
    limit: int | None = None,
    cursor: str = "",
) -> Calendar:
    """The events of a unit, or of all, from ``since`` to ``until``, both included.

    Without days: the year with most events; with a first day only: a year from it. ``roles`` may
    hold REPORTS_TO: the reports the unit receives. ``documents``: only what these assign; ``once``:
    of a rhythm only the first day. ``limit``: events on this page.
    """
    after = _place(cursor)
    asked = _Asked(unit, sub_units, roles, occasions, since, until, documents, once)
    with store.snapshot() as view:
        told = _told(view, asked)
        left = [day for day in told.days if day.place > after]
        page = left[:limit]
        return told.page(view, page, _cursor(page[-1]) if len(left) > len(page) else None)


def calendar_pages(
    store: GraphReader,
    unit: str | None = None,
    *,
    sub_units: bool = False,
    roles: Sequence[EdgeKind] = CONCERNS,
    occasions: Sequence[Occasion] = tuple(Occasion),
    since: str | None = None,
    until: str | None = None,
) -> Iterator[Calendar]:
    """The whole calendar, a page after the other, all of one state of the store: of what is told
    no more than a page is held. There is at least one."""
    asked = _Asked(unit, sub_units, roles, occasions, since, until)
    with store.snapshot() as view:
        told = _told(view, asked)
        left = pages_of(told.days, PAGE)
        page = next(left, [])
        while page:
            following = next(left, [])
            yield told.page(view, page, _cursor(page[-1]) if following else None)
            page = following
        if not told.days:
            yield told.page(view, [], None)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a calendar is asked for."""

    unit: str | None
    sub_units: bool
    roles: Sequence[EdgeKind]
    occasions: Sequence[Occasion]
    since: str | None
    until: str | None
    documents: Collection[str] | None = None
    once: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """All days of a calendar, of which a page at a time is told in full."""

    unit: Node | None
    since: str | None
    until: str | None
    found: DatedTasks
    days: Sequence["Day"]
    counts: Mapping[str, int]

    def page(self, store: GraphReader, days: Sequence["Day"], next: str | None) -> Calendar:
        """These days; ``next``: the cursor of those that follow."""
        events = tuple(_events(store, self.found, days))
        ends = {end for e in events for edge in e.edges for end in (edge.source, edge.target)}
        return Calendar(
            unit=self.unit,
            since=self.since,
            until=self.until,
            counts=self.counts,
            events=events,
            units={id: n for id, n in store.nodes(ends).items() if n.kind is NodeKind.UNIT},
            next=next,
        )


def _told(store: GraphReader, asked: _Asked) -> _Told:
    first, last = window(asked.since, asked.until)
    unit = asked.unit
    node = known(store, unit, NodeKind.UNIT) if unit else None
    units = None if unit is None else units_within(store, [unit]) if asked.sub_units else [unit]
    found = dated_tasks(store, units, asked.roles, asked.documents)
    first, last = window_of(found, first, last)
    days = sorted(days_of(found, first, last, asked.occasions, asked.once))
    counts = counts_of(days, asked.occasions) | {"undated": len(found.undated)}
    return _Told(node, first, last, found, days, counts)


def _events(store: GraphReader, found: DatedTasks, page: Sequence[Day]) -> Iterator[Event]:
    tasks = store.nodes({day.task for day in page})
    documents = store.nodes({str(task.properties.get("document")) for task in tasks.values()})
    same = {twin: task for task in tasks for twin in (task, *found.again.get(task, ()))}
    said: dict[str, list[Edge]] = {task: [] for task in tasks}
    arriving = store.expand(same, (*ROLE_KINDS, EdgeKind.ASSIGNS), reverse=True)
    leaving = store.expand(same, (EdgeKind.REPORTS_TO,))
    for edge in with_evidence(store, [*arriving, *leaving]):
        said[same.get(edge.target) or same[edge.source]].append(edge)
    for day in page:
        task = tasks[day.task]
        yield Event(
            day=day.day,
            occasion=day.occasion,
            deadline=next(d for d in found.deadlines[task.id] if d.place == day.number),
            task=task,
            document=documents.get(str(task.properties.get("document"))),
            roles=tuple(k for k in CONCERNS if k in found.roles.get(task.id, ())),
            edges=tuple(said[task.id]),
        )


def _cursor(day: Day) -> str:
    return f"{day.day},{day.number},{day.task}"


def _place(cursor: str) -> tuple[str, str, int]:
    """The place a cursor names; UsageError when it is none of ours."""
    if not cursor:
        return ("", "", 0)
    parts = cursor.split(",", 2)
    if len(parts) != 3 or not (parts[1].isascii() and parts[1].isdecimal()):
        raise UsageError("query.cursor", cursor=cursor)
    return (parts[0], parts[2], int(parts[1]))
