"""What planners ask beside who does what: what is due when, how two plans differ."""

from collections.abc import Iterator, Sequence

from api.answers.answer import Answer
from graph import questions, wire
from graph.model import EdgeKind
from graph.questions.calendar import CONCERNS
from graph.questions.calendar_days import Occasion
from graph.store import GraphReader

#: events on one page when none is asked; a year of a department
EVENTS = 200


def calendar(
    store: GraphReader,
    unit: str | None,
    *,
    roles: Sequence[str] = (),
    occasions: Sequence[Occasion] = (),
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
    limit: int | None = None,
    cursor: str = "",
) -> Answer:
    """``{unit, since, until, counts, events, next}``."""
    found = questions.calendar(
        store,
        unit,
        sub_units=sub_units,
        roles=_roles(roles),
        occasions=tuple(occasions) or tuple(Occasion),
        since=since,
        until=until,
        limit=limit or EVENTS,
        cursor=cursor,
    )
    return wire.calendar_json(found)


def calendar_pages(
    store: GraphReader,
    unit: str | None,
    *,
    roles: Sequence[str] = (),
    occasions: Sequence[Occasion] = (),
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
) -> Iterator[Answer]:
    """The same of the whole calendar, page after page."""
    pages = questions.calendar_pages(
        store,
        unit,
        sub_units=sub_units,
        roles=_roles(roles),
        occasions=tuple(occasions) or tuple(Occasion),
        since=since,
        until=until,
    )
    return map(wire.calendar_json, pages)


def _roles(names: Sequence[str]) -> tuple[EdgeKind, ...]:
    return tuple(EdgeKind(name) for name in names) or CONCERNS


def comparable(store: GraphReader, near: str = "") -> Answer:
    """``{pairs: [{why, a, b}]}``; ``near``: those of one document."""
    return wire.pairs_json(questions.comparable(store, near))


def compare(store: GraphReader, a: str, b: str) -> Answer:
    """``{a, b, years, counts, changed, added, dropped, unsure, beyond, bases, same}``."""
    return wire.comparison_json(questions.compare(store, a, b))
