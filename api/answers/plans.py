"""What planners ask beside who does what: what is due when, how two plans differ."""

from collections.abc import Sequence

from api.answers.answer import Answer
from graph import questions, wire
from graph.model import EdgeKind
from graph.questions.calendar import CONCERNS, Occasion
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
    whole: bool = False,
) -> Answer:
    """``{unit, since, until, counts, events, next}``; ``whole``: all events on one page."""
    found = questions.calendar(
        store,
        unit,
        sub_units=sub_units,
        roles=tuple(EdgeKind(role) for role in roles) or CONCERNS,
        occasions=tuple(occasions) or tuple(Occasion),
        since=since,
        until=until,
        limit=None if whole else limit or EVENTS,
        cursor=cursor,
    )
    return wire.calendar_json(found)


def compare(store: GraphReader, a: str, b: str) -> Answer:
    """``{a, b, years, counts, changed, added, dropped, unsure, beyond, bases, same}``."""
    return wire.comparison_json(questions.compare(store, a, b))
