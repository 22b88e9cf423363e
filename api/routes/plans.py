"""Questions of planners: what is due when, how two plans differ (lập kế hoạch)."""

from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response, StreamingResponse

from api import answers
from api.deps import Cursor, Limit, StoreDep
from api.ics import MEDIA, ics
from api.replies import reply
from api.roles import Concern
from api.schemas import CalendarAnswer, ComparisonAnswer, PairsAnswer
from graph.questions.calendar_days import Occasion

router = APIRouter(tags=["plans"])


def asked(
    unit: str | None = None,
    role: Annotated[list[Concern] | None, Query()] = None,
    kind: Annotated[list[Occasion] | None, Query()] = None,
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
) -> dict[str, Any]:
    """What of the calendar is asked for."""
    return {
        "unit": unit,
        "roles": role or (),
        "occasions": kind or (),
        "since": since,
        "until": until,
        "sub_units": sub_units,
    }


Asked = Annotated[dict[str, Any], Depends(asked)]


@router.get("/calendar", response_model=CalendarAnswer)
def calendar(
    request: Request, store: StoreDep, asked: Asked, limit: Limit = None, cursor: Cursor = ""
) -> Response:
    """Deadlines and reports by day (lịch thời hạn và báo cáo)."""
    return reply(request, answers.calendar(store, **asked, limit=limit, cursor=cursor))


@router.get(
    "/calendar.ics",
    response_class=StreamingResponse,
    responses={200: {"description": "iCalendar", "content": {MEDIA: {}}}},
)
def calendar_file(store: StoreDep, asked: Asked) -> StreamingResponse:
    """The same as a file that Outlook and Google import (tệp lịch)."""
    headers = {
        "Content-Disposition": 'attachment; filename="cancu.ics"',
        "Cache-Control": "no-store",
    }
    pages = answers.calendar_pages(store, **asked)
    first = next(pages)  # what cannot be answered is said before anything is sent
    return StreamingResponse(ics(chain([first], pages)), media_type=MEDIA, headers=headers)


@router.get("/compare/pairs", response_model=PairsAnswer)
def comparable(request: Request, store: StoreDep, near: str = "") -> Response:
    """Documents worth comparing, of one document or of all (cặp nên so sánh)."""
    return reply(request, answers.comparable(store, near))


@router.get("/compare", response_model=ComparisonAnswer)
def compare(request: Request, store: StoreDep, a: str, b: str) -> Response:
    """How document ``b`` differs from document ``a`` (so sánh hai văn bản)."""
    return reply(request, answers.compare(store, a, b))
