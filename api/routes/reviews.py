"""What a person should look at, what is missing, what there is (rà soát)."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import answers
from api.deps import Cursor, Limit, SettingsDep, StoreDep
from api.replies import reply
from api.schemas import FindingsAnswer, MissingAnswer
from graph.model import Severity
from graph.questions import Asked

router = APIRouter(tags=["reviews"])

PAGE = 500  # findings on one page when none is asked


@router.get("/findings", response_model=FindingsAnswer)
def findings(
    request: Request,
    store: StoreDep,
    rule: Annotated[list[str] | None, Query()] = None,
    severity: Annotated[list[Severity] | None, Query()] = None,
    document: str | None = None,
    at: str | None = None,
    limit: Limit = PAGE,
    cursor: Cursor = "",
) -> Response:
    """Contradictions, doubts and gaps, with evidence and advice (nghi vấn, cách sửa)."""
    asked = Asked(frozenset(rule or ()), frozenset(severity or ()), document, at)
    return reply(request, answers.audit(store, asked, limit or PAGE, cursor))


@router.get("/missing", response_model=MissingAnswer)
def missing(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """Documents that most rests on and that are not loaded (văn bản còn thiếu)."""
    return reply(request, answers.missing(store, limit or settings.page_size, cursor))


@router.get("/stats")
def stats(request: Request, store: StoreDep) -> Response:
    """Rows by kind (thống kê)."""
    return reply(request, answers.stats(store))


@router.get("/vocabulary")
def vocabulary(request: Request) -> Response:
    """How edge kinds and authority levels are called and coloured (từ vựng)."""
    return reply(request, answers.vocabulary())
