"""Questions of planners: how two plans differ (lập kế hoạch)."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api import answers
from api.deps import StoreDep
from api.replies import reply
from api.schemas import ComparisonAnswer

router = APIRouter(tags=["plans"])


@router.get("/compare", response_model=ComparisonAnswer)
def compare(request: Request, store: StoreDep, a: str, b: str) -> Response:
    """How document ``b`` differs from document ``a`` (so sánh hai văn bản)."""
    return reply(request, answers.compare(store, a, b))
