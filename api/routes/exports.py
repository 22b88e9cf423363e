"""The graph to take away: lines of JSON, or one offline page (xuất dữ liệu)."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from api.deps import SettingsDep, StoreDep
from api.scenes import SceneQuery, scene_page
from graph import export

router = APIRouter(prefix="/export", tags=["exports"])

LINES, PAGE = "application/x-ndjson", "text/html"
TEXT = {"schema": {"type": "string"}}

#: the page carries its own scripts; it is never shown inside our origin
PAGE_HEADERS = {
    "Content-Disposition": 'attachment; filename="cancu.html"',
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
}
LINES_HEADERS = {
    "Content-Disposition": 'attachment; filename="cancu.jsonl"',
    "Cache-Control": "no-store",
}


@router.get(
    "/jsonl",
    response_class=StreamingResponse,
    responses={200: {"description": "One JSON object a line", "content": {LINES: TEXT}}},
)
def jsonl(store: StoreDep) -> StreamingResponse:
    """Every node and edge, one a line (xuất jsonl)."""

    def lines() -> Iterator[str]:
        with store.snapshot() as view:
            yield from export.jsonl(view)

    return StreamingResponse(lines(), media_type=LINES, headers=LINES_HEADERS)


@router.get(
    "/html",
    response_class=Response,
    responses={200: {"description": "One offline page", "content": {PAGE: TEXT}}},
)
def html(store: StoreDep, settings: SettingsDep, query: Annotated[SceneQuery, Query()]) -> Response:
    """The same picture as ``scene`` as one file that needs no server (xuất html)."""
    page = scene_page(store, query, settings.max_nodes)
    return Response(page, media_type=f"{PAGE}; charset=utf-8", headers=PAGE_HEADERS)
