"""What a person should look at, what is missing, what there is (rà soát)."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import answers
from api.deps import Limit, SettingsDep, StoreDep
from api.replies import reply
from api.schemas import FindingsAnswer

router = APIRouter(tags=["reviews"])


@router.get("/findings", response_model=FindingsAnswer)
def findings(request: Request, store: StoreDep) -> Response:
    """Contradictions, doubts and gaps, with evidence (nghi vấn)."""
    return reply(request, answers.audit(store))


@router.get("/missing")
def missing(
    request: Request, store: StoreDep, settings: SettingsDep, limit: Limit = None
) -> Response:
    """Documents cited most that are not loaded (văn bản còn thiếu)."""
    return reply(request, answers.missing(store, limit or settings.page_size))


@router.get("/stats")
def stats(request: Request, store: StoreDep) -> Response:
    """Rows by kind (thống kê)."""
    return reply(request, answers.stats(store))


@router.get("/vocabulary")
def vocabulary(request: Request) -> Response:
    """How edge kinds and authority levels are called and coloured (từ vựng)."""
    return reply(request, answers.vocabulary())
