"""Questions about the graph itself: search, one node, chains, paths, neighbours, pictures."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import answers
from api.deps import Cursor, Depth, Limit, SettingsDep, StoreDep
from api.replies import reply
from api.roles import Relation
from api.scenes import SceneQuery, scene_answer
from api.schemas import (
    ChainAnswer,
    NeighbourhoodAnswer,
    NodeAnswer,
    PathAnswer,
    SceneAnswer,
    SearchAnswer,
)
from graph.model import NodeKind
from graph.questions.show import PAGE

router = APIRouter(tags=["graph"])


@router.get("/search", response_model=SearchAnswer)
def search(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    q: Annotated[str, Query(max_length=400)] = "",
    kind: Annotated[list[NodeKind] | None, Query()] = None,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """Documents, tasks and units that match (tìm kiếm)."""
    limit = limit or settings.page_size
    return reply(request, answers.search(store, q, kind or (), limit, cursor))


@router.get("/nodes/{id:path}", response_model=NodeAnswer)
def node(
    request: Request, store: StoreDep, id: str, limit: Limit = None, cursor: Cursor = ""
) -> Response:
    """One node with its edges, evidence and issues (một mục)."""
    return reply(request, answers.show(store, id, limit=limit or PAGE, cursor=cursor))


@router.get("/chain/{id:path}", response_model=ChainAnswer)
def chain(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    id: str,
    down: bool = False,
    depth: Depth = 6,
    relation: Annotated[list[Relation] | None, Query()] = None,
    level: Annotated[list[str] | None, Query(max_length=20)] = None,
    since: Annotated[str | None, Query(max_length=10)] = None,
    until: Annotated[str | None, Query(max_length=10)] = None,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """What a document or task rests on; ``down``: what rests on it (chuỗi căn cứ)."""
    answer = answers.chain(
        store,
        id,
        down=down,
        depth=depth,
        relations=relation or (),
        levels=level or (),
        since=since,
        until=until,
        limit=limit or settings.max_nodes,
        cursor=cursor,
    )
    return reply(request, answer)


@router.get("/path", response_model=PathAnswer)
def path(
    request: Request,
    store: StoreDep,
    start: Annotated[str, Query(alias="from")],
    end: Annotated[str, Query(alias="to")],
    settings: SettingsDep,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """All shortest ways between two nodes, each step with its reason (đường nối)."""
    limit = limit or settings.page_size
    return reply(request, answers.path(store, start, end, limit=limit, cursor=cursor))


@router.get("/neighbourhood/{id:path}", response_model=NeighbourhoodAnswer)
def neighbourhood(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    id: str,
    depth: Depth = 1,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """What stands around a node (lân cận)."""
    limit = limit or settings.max_nodes
    return reply(request, answers.neighbourhood(store, id, depth=depth, limit=limit, cursor=cursor))


@router.get("/scene", response_model=SceneAnswer)
def scene(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    query: Annotated[SceneQuery, Query()],
) -> Response:
    """A laid-out picture of a document's surroundings (cảnh vẽ)."""
    return reply(request, scene_answer(store, query, settings.max_nodes))
