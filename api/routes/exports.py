"""The graph to take away, in the forms other programs open, or as one page (xuất dữ liệu)."""

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from api.deps import SettingsDep, StoreDep
from api.scenes import SceneQuery, scene_page
from viz.exports import FORMS

router = APIRouter(prefix="/export", tags=["exports"])

PAGE = "text/html"
TEXT = {"schema": {"type": "string"}}
FormName = Literal["jsonl", "graphml", "jsonld", "annotations", "cypher"]

#: the page carries its own scripts; it is never shown inside our origin
PAGE_HEADERS = {
    "Content-Disposition": 'attachment; filename="cancu.html"',
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
}


@router.get(
    "/html",
    response_class=Response,
    responses={200: {"description": "One offline page", "content": {PAGE: TEXT}}},
)
def html(store: StoreDep, settings: SettingsDep, query: Annotated[SceneQuery, Query()]) -> Response:
    """The same picture as ``scene`` as one file that needs no server (xuất html)."""
    page = scene_page(store, query, settings.max_nodes)
    return Response(page, media_type=f"{PAGE}; charset=utf-8", headers=PAGE_HEADERS)


@router.get(
    "/{form}",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "Every node and edge, written piece by piece",
            "content": {form.media: TEXT for form in FORMS.values()},
        }
    },
)
def graph(store: StoreDep, form: FormName) -> StreamingResponse:
    """The whole graph as lines of JSON, GraphML, JSON-LD, Web Annotations or Cypher."""
    chosen = FORMS[form]

    def pieces() -> Iterator[str]:
        with store.snapshot() as view:
            yield from chosen.pieces(view)

    headers = {
        "Content-Disposition": f'attachment; filename="cancu{chosen.suffix}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(pieces(), media_type=chosen.media, headers=headers)
