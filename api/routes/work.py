"""Questions about who does what and when (công việc)."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import answers
from api.deps import StoreDep
from api.replies import reply
from api.roles import Role
from api.schemas import TasksAnswer, WorkloadAnswer

router = APIRouter(tags=["work"])


@router.get("/tasks", response_model=TasksAnswer)
def tasks(
    request: Request,
    store: StoreDep,
    unit: str,
    role: Annotated[list[Role] | None, Query()] = None,
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
) -> Response:
    """The tasks of a unit, by role and time (việc của một đơn vị)."""
    return reply(request, answers.tasks(store, unit, role or (), since, until, sub_units=sub_units))


@router.get("/workload", response_model=WorkloadAnswer)
def workload(
    request: Request,
    store: StoreDep,
    year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
    unit: str | None = None,
) -> Response:
    """Units by quarters (khối lượng việc)."""
    return reply(request, answers.workload(store, unit, year))
