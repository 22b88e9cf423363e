"""What is to be reported or done by when, by whom and to whom (báo cáo, thời hạn)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.days import day_after
from graph.deadlines import DayFrom
from graph.labels import day_text
from graph.model import ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import with_parts
from graph.questions.calendar import Event, Occasion, calendar
from graph.questions.counterparts import assigned_tasks
from graph.store import GraphReader
from graph.traverse import with_evidence

#: events of a window that are told; the first and last day that any document may name
MOST, FIRST, LAST = 400, "1800-01-01", "2299-12-31"
REPORT = "report"


def deadlines(store: GraphReader, asked: Asked) -> Answered | None:
    """The reports due in a time, of a unit or a document, or of all; without a time, all of them,
    also those for which no day is told."""
    events = _events(store, asked, (Occasion.REPORT,))
    if asked.period is None:
        events = list({event.task.id: (event, units) for event, units in events[::-1]}.values())[
            ::-1
        ]
    tell = _event if asked.period else _rhythm
    said = [tell(event, units) for event, units in events]
    edges = [edge for event, _ in events for edge in event.edges]
    if asked.period is None:
        undated, more = _undated(store, asked, {event.task.id for event, _ in events})
        said, edges = said + undated, edges + more
    return _told(store, asked, said, edges, "due.reports") if said else None


def receives(store: GraphReader, asked: Asked) -> Answered | None:
    """The reports that a unit receives, from whom."""
    events = _events(store, asked, (Occasion.REPORT,), roles=(EdgeKind.REPORTS_TO,))
    if asked.period is None:
        events = list({e.task.id: (e, units) for e, units in events[::-1]}.values())[::-1]
    tell = _event if asked.period else _rhythm
    said = [tell(event, units) for event, units in events]
    edges = [edge for event, _ in events for edge in event.edges]
    return _told(store, asked, said, edges, "due.received") if said else None


def due(store: GraphReader, asked: Asked) -> Answered | None:
    """All that falls due in a time, of a unit or a document, or of all."""
    events = _events(store, asked, tuple(Occasion))
    said = [_event(event, units) for event, units in events]
    edges = [edge for event, _ in events for edge in event.edges]
    return _told(store, asked, said, edges, "due.tasks") if said else None


def years_of_dues(store: GraphReader, asked: Asked) -> list[int]:
    """The years in which something of this kind falls due; a day that documents name themselves
    in one year alone is meant as they name it. Of what comes back year after year, often without
    an end, this year and the next can be meant."""
    only = (Occasion.REPORT,) if asked.intent == "deadlines" else tuple(Occasion)
    events = _events(store, replace(asked, period=None), only)
    time = asked.period
    if time is not None and time.one_day:
        day = f"{time.first[0]:02}-{time.first[1]:02}"
        named = {int(said[:4]) for event, _ in events if (said := _named_day(event))[5:] == day}
        if len(named) == 1:
            return list(named)
    soon = (int(asked.today[:4]), int(asked.today[:4]) + 1)
    told = ((int(event.day[:4]), event.deadline.every) for event, _ in events)
    return sorted({year for year, every in told if not every or year in soon})


def _named_day(event: Event) -> str:
    """The day as the document names it: "trước ngày …" allows only the one before."""
    facts = event.task.properties
    if facts.get("before") and event.deadline.day_from is DayFrom.DUE:
        return day_after(event.day)
    return event.day


def _events(
    store: GraphReader,
    asked: Asked,
    occasions: Sequence[Occasion],
    roles: Sequence[EdgeKind] = ROLE_KINDS,
) -> list[tuple[Event, Mapping[str, Node]]]:
    """The events of the time, of the unit's roles or of all, within the documents."""
    since, until = FIRST, LAST
    if asked.period and asked.period.year:
        first, last = asked.period.days(asked.period.year)
        since, until = first or since, last or until
    unit = asked.units[0].id if asked.units else None
    found = calendar(
        store, unit, roles=roles, occasions=occasions, since=since, until=until, limit=MOST
    )
    within = with_parts(store, asked.documents) if asked.documents else ()
    return [
        (event, found.units)
        for event in found.events
        if not within or event.task.properties.get("document") in within
    ]


def _event(event: Event, units: Mapping[str, Node]) -> Both:
    day = _named_day(event)
    key = "due.before" if day != event.day else "due.by"
    if event.deadline.day_from is DayFrom.RHYTHM:
        key = "due.rhythm"
    time = str(event.task.properties.get("time") or "")
    said = telling.say(key, day=Both(day_text(day, "vi"), day), time=time)
    texts = {event.document.id: event.document} if event.document else {}
    return _one(event.task, said, event.edges, units, texts)


def _rhythm(event: Event, units: Mapping[str, Node]) -> Both:
    """A task that falls due again and again, by the words of its document."""
    if not event.deadline.every:
        return _event(event, units)
    texts = {event.document.id: event.document} if event.document else {}
    said = telling.same(str(event.task.properties.get("time") or ""))
    return _one(event.task, said, event.edges, units, texts)


def _undated(store: GraphReader, asked: Asked, told: set[str]) -> tuple[list[Both], list[Edge]]:
    """Reports for which no day is told, of the unit or the document."""
    if asked.units:
        ids = {e.target for e in store.expand([u.id for u in asked.units], ROLE_KINDS)}
        tasks = list(store.nodes(ids).values())
    else:
        texts = with_parts(store, asked.documents)
        tasks = [task for found in assigned_tasks(store, texts).values() for task in found]
    tasks = [
        task
        for task in sorted(tasks, key=lambda task: task.id)
        if task.properties.get("kind") == REPORT
        and task.id not in told
        and not task.properties.get("due")
    ]
    ids = {task.id for task in tasks}
    edges = list(store.expand(ids, (*ROLE_KINDS, EdgeKind.ASSIGNS), reverse=True))
    edges = list(with_evidence(store, [*edges, *store.expand(ids, (EdgeKind.REPORTS_TO,))]))
    ends = store.nodes({end for edge in edges for end in (edge.source, edge.target)})
    said = []
    for task in tasks:
        own = [edge for edge in edges if task.id in (edge.source, edge.target)]
        time = str(task.properties.get("time") or "")
        rhythm = telling.same(time) if time else telling.say("due.open")
        said.append(_one(task, rhythm, own, ends, ends))
    return said, edges


def _one(
    task: Node,
    day: Both,
    edges: Sequence[Edge],
    units: Mapping[str, Node],
    texts: Mapping[str, Node],
) -> Both:
    """By when, who, what and to whom."""
    doers = sorted({e.source for e in edges if e.kind in ROLE_KINDS} & units.keys())
    sent = sorted({e.target for e in edges if e.kind is EdgeKind.REPORTS_TO} & units.keys())
    names = telling.units(units[id] for id in doers) if doers else telling.say("who.nobody")
    to = telling.say("due.to", list=telling.units(units[id] for id in sent))
    reports = task.properties.get("kind") == REPORT
    open_end = telling.say("due.nobody") if reports else Both("", "")
    return telling.say(
        "due.one",
        day=day,
        doers=names,
        task=telling.task(task, texts, time=False),
        receivers=to if sent else open_end,
    )


def _told(
    store: GraphReader, asked: Asked, said: Sequence[Both], edges: Sequence[Edge], key: str
) -> Answered:
    who = telling.say("due.of", unit=asked.units[0].label) if asked.units else Both("", "")
    text = telling.say(
        key,
        count=len(said),
        when=time_of(asked, " "),
        who=who,
        list=telling.listing(said, numbered=True),
    )
    own = {edge.key: edge for edge in edges}
    ends = store.nodes({end for edge in own.values() for end in (edge.source, edge.target)})
    return Answered(text, tuple(ends[id] for id in sorted(ends)), tuple(own.values()))
