"""What is to be reported or done by when, by whom and to whom (báo cáo, thời hạn)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.labels import day_text
from graph.model import ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers import wording
from graph.questions.ask.answers.work import is_of_rhythm, time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import with_parts
from graph.questions.calendar import Calendar, Event, calendar
from graph.questions.calendar_days import Occasion
from graph.questions.counterparts import assigned_tasks
from graph.questions.dated_tasks import dated_tasks
from graph.store import GraphReader
from graph.times.days import day_after, day_before
from graph.times.deadlines import DayFrom
from graph.traverse import with_evidence

#: events of a window that are told; the first and last day that any document may name
MOST, FIRST, LAST = 400, "1800-01-01", "2299-12-31"
REPORT = "report"
#: what is asked of reports alone
OF_REPORTS = ("deadlines", "receives", "why_report")


def deadlines(store: GraphReader, asked: Asked) -> Answered | None:
    """The reports due in a time, of a unit or a document, or of all; without a time, all of them,
    also those for which no day is told."""
    found = _found(store, asked, (Occasion.REPORT,))
    if asked.period is not None:
        return events_told(store, asked, _coming_back(asked, found), "due.reports")
    found = _coming_back(asked, found)
    said: list[tuple[Both, Sequence[Edge]]] = [
        (_rhythm(event, found.units), event.edges) for event in _each(found)
    ]
    said += _undated(store, asked, {event.task.id for event in found.events})
    if len(asked.units) > 1:  # those that go to the second unit
        to = (EdgeKind.REPORTS_TO, asked.units[1].id)
        said = [(text, edges) for text, edges in said if to in {(e.kind, e.target) for e in edges}]
    told = _told(store, asked, said, "due.reports", _more(found))
    return told or wording.speaking_of_reports(store, asked)


def _coming_back(asked: Asked, found: Calendar) -> Calendar:
    """Only what comes back as often as the question says (báo cáo hằng năm)."""
    if not asked.measure:
        return found
    events = tuple(e for e in found.events if is_of_rhythm(e.task, asked.measure))
    return replace(found, events=events, counts={**found.counts, "total": len(events)})


def receives(store: GraphReader, asked: Asked) -> Answered | None:
    """The reports that a unit receives, from whom."""
    found = _found(store, asked, (Occasion.REPORT,), roles=(EdgeKind.REPORTS_TO,))
    found = _coming_back(asked, found)
    if asked.period is None:
        said = [(_rhythm(e, found.units), e.edges) for e in _each(found)]
        return _told(store, asked, said, "due.received", _more(found))
    return events_told(store, asked, found, "due.received")


def due(store: GraphReader, asked: Asked) -> Answered | None:
    """All that falls due in a time, of a unit or a document, or of all; of a day that was read
    nowhere, the tasks whose words name it."""
    every = _coming_back(asked, _found(store, asked, tuple(Occasion)))
    found = events_told(store, asked, every, "due.tasks")
    return found or wording.naming_the_day(store, asked)


def events_told(
    store: GraphReader, asked: Asked, found: Calendar, key: str, **facts: object
) -> Answered | None:
    """The events of a calendar, one after another; of more than were read, how many there are."""
    said = [(_event(event, found.units), event.edges) for event in found.events]
    return _told(store, asked, said, key, _more(found), **facts)


def events_between(store: GraphReader, asked: Asked, since: str, until: str) -> Calendar:
    """What falls due between two days, of the unit's roles or of all, within the documents."""
    found = _calendar(store, asked, since, until, tuple(Occasion), ROLE_KINDS)
    return _about(store, asked, found)


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


def _named_day(event: Event) -> str:
    """The day as the document names it: "trước ngày …" allows only the one before."""
    facts = event.task.properties
    if facts.get("before") and event.deadline.day_from is DayFrom.DUE:
        return day_after(event.day)
    return event.day


def _found(
    store: GraphReader,
    asked: Asked,
    occasions: Sequence[Occasion],
    roles: Sequence[EdgeKind] = ROLE_KINDS,
) -> Calendar:
    """The events of the time asked for; without a time each deadline once."""
    since, until = FIRST, LAST
    if asked.period and asked.period.year:
        first, last = asked.period.days(asked.period.year)
        since, until = first or since, last or until
        if asked.documents and asked.period.sense == "before":  # a document's own dues, of any year
            since = FIRST
    found = _calendar(store, asked, _before(asked, since), until, occasions, roles)
    return _about(store, asked, _of_the_day(asked, until, found))


def _before(asked: Asked, since: str) -> str:
    """The day before one that is asked for alone: a document that says "trước ngày" names it."""
    time = asked.period
    one = time is not None and time.one_day and time.sense == "within"
    return day_before(since) if one else since


def _of_the_day(asked: Asked, day: str, found: Calendar) -> Calendar:
    """Of one day only what is due on it or named by it."""
    if _before(asked, day) == day:
        return found
    events = tuple(e for e in found.events if day in (e.day, _named_day(e)))
    return replace(found, events=events, counts={**found.counts, "total": len(events)})


def _about(store: GraphReader, asked: Asked, found: Calendar) -> Calendar:
    """Only what a document of the place says, of tasks or documents with the words asked for."""
    if not (asked.place or asked.topic):
        return found
    kept = {task.id for task in wording.about(store, asked, [event.task for event in found.events])}
    events = tuple(event for event in found.events if event.task.id in kept)
    return replace(found, events=events, counts={**found.counts, "total": len(events)})


def _calendar(
    store: GraphReader,
    asked: Asked,
    since: str,
    until: str,
    occasions: Sequence[Occasion],
    roles: Sequence[EdgeKind],
) -> Calendar:
    return calendar(
        store,
        asked.units[0].id if asked.units else None,
        roles=roles,
        occasions=occasions,
        since=since,
        until=until,
        documents=wording.within(store, asked),
        once=asked.period is None,
        limit=MOST,
    )


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


def _undated(
    store: GraphReader, asked: Asked, told: set[str]
) -> Iterator[tuple[Both, Sequence[Edge]]]:
    """Reports for which no day is told, of the unit or the document: report duties, and tasks whose
    outcome goes to a unit where no report duty of the same item says so."""
    if asked.units:
        ids = {e.target for e in store.expand([u.id for u in asked.units], ROLE_KINDS)}
        tasks = list(store.nodes(ids).values())
    else:
        texts = with_parts(store, asked.documents)
        tasks = [task for found in assigned_tasks(store, texts).values() for task in found]
    sent = {e.source for e in store.expand({t.id for t in tasks}, (EdgeKind.REPORTS_TO,))}
    reports = [t for t in tasks if t.properties.get("kind") == REPORT]
    told_of = {_item(task) for task in reports}
    reports += [t for t in tasks if t.id in sent and _item(t) not in told_of]
    tasks = [
        task
        for task in wording.about(store, asked, sorted(reports, key=lambda task: task.id))
        if task.id not in told
        and not task.properties.get("due")
        and (not asked.measure or is_of_rhythm(task, asked.measure))
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


def _item(task: Node) -> tuple[object, object]:
    """The item of a document that a task stands in."""
    return task.properties.get("document"), task.properties.get("path")


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
