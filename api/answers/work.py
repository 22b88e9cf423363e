"""Who does what and when."""

from collections.abc import Sequence

from api.answers.answer import Answer
from graph import questions, wire
from graph.errors import UsageError
from graph.model import ROLE_KINDS, EdgeKind
from graph.questions.attention import Attention
from graph.questions.collectives import Collectives
from graph.store import GraphReader
from graph.times.periods import By

#: tasks on one page when none is asked
TASKS, ALL_TASKS = 1000, 200


def tasks(
    store: GraphReader,
    unit: str | None,
    roles: Sequence[str],
    since: str | None,
    until: str | None,
    *,
    sub_units: bool = False,
    wanted: Sequence[Attention] = (),
    limit: int | None = None,
    cursor: str = "",
) -> Answer:
    """``{unit, counts, tasks, undated, next}``; no roles named: every role; no unit: the tasks of
    all, each with its units."""
    if unit is None:
        if roles or sub_units:
            raise UsageError("query.roles_of_nobody")
        page = questions.every_task(
            store, wanted=wanted, since=since, until=until, limit=limit or ALL_TASKS, cursor=cursor
        )
        return wire.task_page_json(page)
    found = questions.tasks_of(
        store,
        unit,
        roles=tuple(EdgeKind(role) for role in roles) or ROLE_KINDS,
        since=since,
        until=until,
        sub_units=sub_units,
        wanted=wanted,
        limit=limit or TASKS,
        cursor=cursor,
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
    limit: int | None = None,
    cursor: str = "",
) -> Answer:
    """``{year, by, periods, threshold, overloaded, units, rows, nodes, next}``; ``brief``: no
    tasks."""
    found = questions.workload(
        store,
        None if unit is None else [unit],
        year=year,
        by=by,
        roles=tuple(EdgeKind(role) for role in roles) or ROLE_KINDS,
        sub_units=sub_units,
        collectives=collectives,
        named=not brief,
        limit=limit or TASKS,
        cursor=cursor,
    )
    return wire.workload_json(found, threshold=threshold, brief=brief)
