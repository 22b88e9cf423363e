"""Questions in Vietnamese (hỏi)."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import answers
from api.deps import StoreDep
from api.replies import reply
from api.schemas import AskAnswer

router = APIRouter(tags=["ask"])


@router.get("/ask", response_model=AskAnswer)
def ask(
    request: Request,
    store: StoreDep,
    q: Annotated[str, Query(max_length=1000, description="A question in Vietnamese")] = "",
) -> Response:
    """The answer with its proof, or the questions it may have meant (hỏi bằng tiếng Việt)."""
    return reply(request, answers.ask(store, q))
