"""Questions about who does what and when (công việc)."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import answers
from api.deps import Cursor, Limit, StoreDep
from api.replies import reply
from api.roles import Role
from api.schemas import TasksAnswer, WorkloadAnswer
from graph.questions.attention import Attention
from graph.questions.collectives import Collectives
from graph.times.periods import By

router = APIRouter(tags=["work"])


@router.get("/tasks", response_model=TasksAnswer)
def tasks(
    request: Request,
    store: StoreDep,
    unit: str | None = None,
    role: Annotated[list[Role] | None, Query()] = None,
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
    attention: Annotated[list[Attention] | None, Query()] = None,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """The tasks of a unit or of all, by role and time (việc của một đơn vị)."""
    answer = answers.tasks(
        store,
        unit,
        role or (),
        since,
        until,
        sub_units=sub_units,
        wanted=attention or (),
        limit=limit,
        cursor=cursor,
    )
    return reply(request, answer)


@router.get("/workload", response_model=WorkloadAnswer)
def workload(
    request: Request,
    store: StoreDep,
    year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
    unit: str | None = None,
    by: By = By.QUARTER,
    role: Annotated[list[Role] | None, Query()] = None,
    threshold: Annotated[int | None, Query(ge=0)] = None,
    sub_units: bool = True,
    collectives: Collectives = Collectives.APART,
    brief: bool = False,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """Units by weeks, months, quarters or years (khối lượng việc)."""
    answer = answers.workload(
        store,
        unit,
        year,
        by=by,
        roles=role or (),
        sub_units=sub_units,
        collectives=collectives,
        threshold=threshold,
        brief=brief,
        limit=limit,
        cursor=cursor,
    )
    return reply(request, answer)
