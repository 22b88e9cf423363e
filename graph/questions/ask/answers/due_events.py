"""Which deadlines and reports a question asks for (những mốc được hỏi)."""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind
from graph.questions.ask.answers import wording
from graph.questions.ask.answers.work import is_of_rhythm
from graph.questions.ask.reply import Asked
from graph.questions.calendar import Calendar, Event, calendar
from graph.questions.calendar_days import Occasion
from graph.store import GraphReader
from graph.times.days import day_after, day_before
from graph.times.deadlines import DayFrom

#: events of a window that are told; the first and last day that any document may name
MOST, FIRST, LAST = 400, "1800-01-01", "2299-12-31"


def events_found(
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


def events_between(store: GraphReader, asked: Asked, since: str, until: str) -> Calendar:
    """What falls due between two days, of the unit's roles or of all, within the documents."""
    found = _calendar(store, asked, since, until, tuple(Occasion), ROLE_KINDS)
    return _about(store, asked, found)


def coming_back(asked: Asked, found: Calendar) -> Calendar:
    """Only what comes back as often as the question says (báo cáo hằng năm)."""
    if not asked.measure:
        return found
    events = tuple(e for e in found.events if is_of_rhythm(e.task, asked.measure))
    return replace(found, events=events, counts={**found.counts, "total": len(events)})


def of_kind(asked: Asked, found: Calendar) -> Calendar:
    """Only what units of the kind asked for have to do (sở nào, bộ nào)."""
    if not asked.kind_of_unit:
        return found
    kind = f"{asked.kind_of_unit} "
    named = {id for id, unit in found.units.items() if unit.label.startswith(kind)}
    events = tuple(
        event
        for event in found.events
        if any(edge.kind in ROLE_KINDS and edge.source in named for edge in event.edges)
    )
    return replace(found, events=events, counts={**found.counts, "total": len(events)})


def named_day(event: Event) -> str:
    """The day as the document names it: "trước ngày …" allows only the one before."""
    facts = event.task.properties
    if facts.get("before") and event.deadline.day_from is DayFrom.DUE:
        return day_after(event.day)
    return event.day


def _before(asked: Asked, since: str) -> str:
    """The day before one that is asked for alone: a document that says "trước ngày" names it."""
    time = asked.period
    one = time is not None and time.one_day and time.sense == "within"
    return day_before(since) if one else since


def _of_the_day(asked: Asked, day: str, found: Calendar) -> Calendar:
    """Of one day only what is due on it or named by it."""
    if _before(asked, day) == day:
        return found
    events = tuple(e for e in found.events if day in (e.day, named_day(e)))
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
