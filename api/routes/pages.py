"""How the pages of a document look (ảnh trang)."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from api import answers
from api.deps import OriginalsDep, PaintingDep, SettingsDep, StoreDep
from api.replies import REVALIDATE, tagged

router = APIRouter(tags=["documents"])

PNG = "image/png"


@router.get(
    "/pages/{number}/{id:path}",
    response_class=Response,
    responses={
        200: {
            "description": "The page as a picture",
            "content": {PNG: {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
def page(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    originals: OriginalsDep,
    painting: PaintingDep,
    number: Annotated[int, Path(ge=1, le=1_000_000)],
    id: str,
) -> Response:
    """A page of a loaded pdf or picture file, whose sides the boxes of places count (ảnh trang)."""
    from api.pictures import picture  # the readers take a moment to load

    stored = answers.stored_text(store, id)
    tag = f'"{stored.digest}.{number}"'
    headers = {"ETag": tag, "Cache-Control": REVALIDATE}
    if originals.path(stored.digest) and tagged(request, tag):
        return Response(status_code=304, headers=headers)
    with painting:
        shown = picture(stored, number, originals, settings.bounds)
    return Response(shown, media_type=PNG, headers=headers)
