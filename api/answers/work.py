"""Who does what and when."""

from collections.abc import Sequence

from api.answers.answer import Answer
from graph import questions, wire
from graph.model import ROLE_KINDS, EdgeKind
from graph.periods import By
from graph.questions.collectives import Collectives
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


def workload(
    store: GraphReader,
    unit: str | None,
    year: int | None,
    *,
    by: By = By.QUARTER,
    roles: Sequence[str] = (),
    sub_units: bool = True,
    collectives: Collectives = Collectives.APART,
    threshold: int | None = None,
    brief: bool = False,
) -> Answer:
    """``{year, by, periods, threshold, overloaded, units, rows, nodes}``; ``brief``: no tasks."""
    found = questions.workload(
        store,
        None if unit is None else [unit],
        year=year,
        by=by,
        roles=tuple(EdgeKind(role) for role in roles) or ROLE_KINDS,
        sub_units=sub_units,
        collectives=collectives,
    )
    return wire.workload_json(found, threshold=threshold, brief=brief)
