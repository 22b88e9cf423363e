"""The tables of workload and calendar (Khối lượng, Lịch)."""

from collections.abc import Iterable, Iterator, Mapping

from graph.catalogue import render
from graph.labels import day_text, period_text
from graph.model import ROLE_KINDS, EdgeKind
from graph.questions.calendar import Calendar, Event
from graph.questions.loads import Side
from graph.questions.workload import Workload
from graph.times.days import day_after
from graph.times.deadlines import DayFrom
from graph.vocabulary import edge_rows
from viz.sheets.cells import Column, Row, Table, columns, day, listed, numbered, words

EVENTS = columns(
    ("number", 5), ("day", 11), ("occasion", 18), ("task", 48), ("units", 44), ("receiver", 26),
    ("time", 22), ("document", 22), ("path", 9), ("note", 36), ("id", 30),
)  # fmt: skip
LOADS = (("number", 5), ("unit", 48), ("part", 20))
SUMS = (("total", 10), ("normal", 12), ("peak", 10), ("peaks", 24))


def load_table(found: Workload) -> Table:
    """Each unit with what it leads or executes, what it supports, and both, by period."""
    periods = tuple(
        Column("period", 12, period_text(period.name, "vi")) for period in found.periods
    )
    own = (*columns(*LOADS), *periods, *columns(*SUMS))
    return Table(render("sheet.workload", "vi"), own, numbered(_loads(found)))


def _loads(found: Workload) -> Iterator[Row]:
    for load in found.loads:
        for part, side in (("lead", load.lead), ("support", load.support), ("both", load.both)):
            if side.total:
                yield (
                    words(load.unit.label),
                    render(f"sheet.{part}", "vi"),
                    *side.counts,
                    side.total,
                    side.normal,
                    side.peak,
                    listed(_peaks(found, side)),
                )


def _peaks(found: Workload, side: Side) -> list[str]:
    return [period_text(found.periods[place].name, "vi") for place in side.peaks]


def event_table(found: Iterable[Calendar]) -> Table:
    """Deadlines and reports by day, from pages of a calendar."""
    return Table(render("sheet.calendar", "vi"), EVENTS, numbered(_events(found)))


def _events(found: Iterable[Calendar]) -> Iterator[Row]:
    for page in found:
        names = {id: node.label for id, node in page.units.items()}
        for event in page.events:
            yield _event(event, names)


def _event(event: Event, names: Mapping[str, str]) -> Row:
    order = list(ROLE_KINDS)
    roles = sorted({(order.index(e.kind), e.source) for e in event.edges if e.kind in ROLE_KINDS})
    receivers = sorted({e.target for e in event.edges if e.kind is EdgeKind.REPORTS_TO})
    return (
        day(event.day),
        render(f"calendar.{event.occasion}", "vi"),
        words(event.task.label),
        listed(f"{names.get(id, id)} ({edge_rows()[order[role]].label})" for role, id in roles),
        listed(names.get(id, id) for id in receivers),
        words(event.task.properties.get("time")),
        words(event.document.label if event.document else None),
        words(event.task.properties.get("path")),
        listed(_notes(event)),
        words(event.task.id),
    )


def _notes(event: Event) -> Iterator[str]:
    """What a reader must know of how the day was told."""
    facts = event.task.properties
    if event.deadline.day_from is DayFrom.DUE and facts.get("before"):
        yield render("calendar.before", "vi", due=day_text(day_after(event.day), "vi"))
    if event.deadline.day_from is DayFrom.DUE and facts.get("inferred"):
        yield render("calendar.inferred", "vi")
    if event.deadline.day_from is DayFrom.RHYTHM:
        yield render("calendar.rhythm", "vi")
