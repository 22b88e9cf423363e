"""What legal staff ask: how a document stands, what hangs on it, its diagram (pháp chế)."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import answers
from api.deps import Cursor, Limit, SettingsDep, StoreDep
from api.replies import reply
from api.schemas import ImpactAnswer, RelationsAnswer, StateAnswer
from graph.model import NodeKind

router = APIRouter(tags=["legal"])

Day = Annotated[str | None, Query(max_length=10, description="A whole day, YYYY-MM-DD")]


@router.get("/state/{id:path}", response_model=StateAnswer)
def state(request: Request, store: StoreDep, id: str, at: Day = None) -> Response:
    """Whether a document is in force on a day, by the words of documents (hiệu lực)."""
    return reply(request, answers.state(store, id, at))


@router.get("/impact/{id:path}", response_model=ImpactAnswer)
def impact(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    id: str,
    on: Day = None,
    kind: NodeKind | None = None,
    direct: bool | None = None,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """What hangs on a document, should it end (ảnh hưởng khi hết hiệu lực)."""
    limit = limit or settings.page_size
    return reply(
        request,
        answers.impact(store, id, on, kind, direct=direct, limit=limit, cursor=cursor),
    )


@router.get("/relations/{id:path}", response_model=RelationsAnswer)
def relations(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    id: str,
    category: Annotated[str | None, Query(max_length=40)] = None,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """The diagram of a document in the categories legal staff know (lược đồ)."""
    limit = limit or settings.page_size
    return reply(request, answers.relations(store, id, category, limit=limit, cursor=cursor))
