"""Who does what and when."""

from collections.abc import Sequence

from api.answers.answer import Answer
from graph import questions, wire
from graph.model import ROLE_KINDS, EdgeKind
from graph.store import GraphReader


def tasks(
    store: GraphReader,
    unit: str,
    roles: Sequence[str],
    since: str | None,
    until: str | None,
    *,
    sub_units: bool = False,
) -> Answer:
    """``{unit, tasks, undated}``; no roles named: every role."""
    kinds = tuple(EdgeKind(role) for role in roles) or ROLE_KINDS
    found = questions.tasks_of(
        store, unit, roles=kinds, since=since, until=until, sub_units=sub_units
    )
    return wire.tasks_json(found)


def workload(store: GraphReader, unit: str | None, year: int | None) -> Answer:
    """``{year, periods, rows, nodes}``."""
    units = None if unit is None else [unit]
    return wire.workload_json(questions.workload(store, units, year=year))
