"""What is to be reported or done by when, by whom and to whom (báo cáo, thời hạn)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.labels import day_text
from graph.model import ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers import wording
from graph.questions.ask.answers.due_events import (
    coming_back,
    events_found,
    named_day,
    of_kind,
)
from graph.questions.ask.answers.undated import (
    REPORT,
    tasks_done,
    tasks_received,
    undated_reports,
)
from graph.questions.ask.answers.work import is_of_rhythm, time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import with_parts
from graph.questions.calendar import Calendar, Event
from graph.questions.calendar_days import Occasion
from graph.questions.dated_tasks import dated_tasks
from graph.store import GraphReader
from graph.times.days import day_after
from graph.times.deadlines import DayFrom
from graph.traverse import with_evidence

#: what is asked of reports alone
OF_REPORTS = ("deadlines", "receives", "why_report")


def deadlines(store: GraphReader, asked: Asked) -> Answered | None:
    """The reports due in a time, of a unit or a document, or of all; without a time, all of them,
    also those for which no day is told."""
    found = events_found(store, asked, (Occasion.REPORT,))
    if asked.period is not None:
        return events_told(store, asked, coming_back(asked, found), "due.reports")
    found = coming_back(asked, found)
    said = _each_told(found)
    said += _undated(
        store, asked, {event.task.id for event in found.events}, tasks_done(store, asked)
    )
    if len(asked.units) > 1:  # those that go to the second unit
        to = (EdgeKind.REPORTS_TO, asked.units[1].id)
        said = [(text, edges) for text, edges in said if to in {(e.kind, e.target) for e in edges}]
    told = _told(store, asked, said, "due.reports", _more(found))
    return told or wording.speaking_of_reports(store, asked)


def receives(store: GraphReader, asked: Asked) -> Answered | None:
    """The reports that a unit receives, from whom."""
    found = events_found(store, asked, (Occasion.REPORT,), roles=(EdgeKind.REPORTS_TO,))
    found = coming_back(asked, found)
    if asked.period is None:
        said = _each_told(found)
        told = {event.task.id for event in found.events}
        said += _undated(store, asked, told, tasks_received(store, asked))
        return _told(store, asked, said, "due.received", _more(found))
    return events_told(store, asked, found, "due.received")


def due(store: GraphReader, asked: Asked) -> Answered | None:
    """All that falls due in a time, of a unit or a document, or of all; of a day that was read
    nowhere, the tasks whose words name it."""
    every = coming_back(asked, events_found(store, asked, tuple(Occasion)))
    found = events_told(store, asked, every, "due.tasks")
    return found or wording.naming_the_day(store, asked)


def events_told(
    store: GraphReader, asked: Asked, found: Calendar, key: str, **facts: object
) -> Answered | None:
    """The events of a calendar, one after another; of more than were read, how many there are."""
    found = of_kind(asked, found)
    said = [(_event(event, found.units), event.edges) for event in found.events]
    return _told(store, asked, said, key, _more(found), **facts)


def years_of_dues(store: GraphReader, asked: Asked) -> list[int]:
    """The years in which something of this kind falls due; a day that documents name themselves
    in one year alone is meant as they name it. Of what comes back year after year, often without
    an end, this year and the next can be meant."""
    units = [unit.id for unit in asked.units] or None
    within = with_parts(store, asked.documents) if asked.documents else None
    roles = (EdgeKind.REPORTS_TO,) if asked.intent == "receives" else ROLE_KINDS
    found = dated_tasks(store, units, roles, within)
    only = found.reports if asked.intent in OF_REPORTS else found.deadlines.keys()
    told = [deadline for task in only for deadline in found.deadlines[task]]
    time = asked.period
    if time is not None and time.one_day:
        day = f"{time.first[0]:02}-{time.first[1]:02}"
        meant = [d for d in told if day in (d.day[5:], day_after(d.day)[5:])]
        if len({d.day[:4] for d in meant}) == 1 and not any(d.every for d in meant):
            return [int(meant[0].day[:4])]
    now = int(asked.today[:4])
    if asked.measure:  # "trước 15/11 hằng năm": any year tells it
        return [now]
    years = {int(d.day[:4]) for d in told if not d.every}
    years |= {
        year
        for year in (now, now + 1)
        for d in told
        if d.every and next(d.days(f"{year}-01-01", f"{year}-12-31"), "")
    }
    return sorted(years)


def _each_told(found: Calendar) -> list[tuple[Both, Sequence[Edge]]]:
    """Each task that falls due, by the words of its document."""
    return [(_rhythm(event, found.units), event.edges) for event in _each(found)]


def _each(found: Calendar) -> list[Event]:
    """The events, of each task the first."""
    first: dict[str, Event] = {}
    for event in found.events:
        first.setdefault(event.task.id, event)
    return list(first.values())


def _more(found: Calendar) -> int:
    """Events beyond those that were read."""
    return max(0, found.counts["total"] - len(found.events))


def _event(event: Event, units: Mapping[str, Node]) -> Both:
    day = named_day(event)
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


def _undated(
    store: GraphReader, asked: Asked, told: set[str], pages: Iterable[Sequence[Node]]
) -> Iterator[tuple[Both, Sequence[Edge]]]:
    """Reports for which no day is told, of the unit or the document, each by its own words."""
    tasks = [
        task
        for task in wording.about(store, asked, undated_reports(store, pages))
        if task.id not in told and (not asked.measure or is_of_rhythm(task, asked.measure))
    ]
    ids = {task.id for task in tasks}
    edges = list(store.expand(ids, (*ROLE_KINDS, EdgeKind.ASSIGNS), reverse=True))
    edges = list(with_evidence(store, [*edges, *store.expand(ids, (EdgeKind.REPORTS_TO,))]))
    ends = store.nodes({end for edge in edges for end in (edge.source, edge.target)})
    for task in tasks:
        own = [edge for edge in edges if task.id in (edge.source, edge.target)]
        time = str(task.properties.get("time") or "")
        rhythm = telling.same(time) if time else telling.say("due.open")
        yield _one(task, rhythm, own, ends, ends), own


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
    store: GraphReader,
    asked: Asked,
    found: Sequence[tuple[Both, Sequence[Edge]]],
    key: str,
    more: int,
    **facts: object,
) -> Answered | None:
    """Each with the edges that prove it; ``more``: how many there are beside them."""
    if not found:
        return None
    count = len(found) + more
    text = telling.say(
        key, count=count, when=time_of(asked, " "), who=wording.whose(asked),
        list=telling.listing([said for said, _ in found], numbered=True, count=count), **facts,
    )  # fmt: skip
    own = {edge.key: edge for _, edges in found for edge in edges}
    ends = store.nodes({end for edge in own.values() for end in (edge.source, edge.target)})
    return Answered(text, tuple(ends[id] for id in sorted(ends)), tuple(own.values()), more)
