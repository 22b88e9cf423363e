"""Documents: the list of those loaded, their text, and uploads (văn bản)."""

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, File, Request, UploadFile
from starlette.responses import JSONResponse, Response

from api import answers
from api.deps import Cursor, Limit, SettingsDep, StoreDep, WritingDep
from api.replies import reply
from api.report import outcome_json
from api.schemas import DocumentsAnswer, KeptAnswer, PreviewAnswer, TextAnswer

if TYPE_CHECKING:
    from loaders.bounds import Bounds

router = APIRouter(tags=["documents"])


@router.get("/documents", response_model=DocumentsAnswer)
def documents(
    request: Request,
    store: StoreDep,
    settings: SettingsDep,
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """The loaded documents by id (danh sách văn bản)."""
    return reply(request, answers.documents(store, limit or settings.page_size, cursor))


@router.get("/text/{id:path}", response_model=TextAnswer)
def text(request: Request, store: StoreDep, id: str) -> Response:
    """The original text of a loaded document (nguyên văn)."""
    return reply(request, answers.text(store, id))


@router.post(
    "/documents",
    response_model=KeptAnswer,
    status_code=201,
    response_description="The file is kept",
    responses={
        200: {"model": PreviewAnswer, "description": "With preview=true: nothing is kept"},
    },
)
def upload(
    store: StoreDep,
    writing: WritingDep,
    settings: SettingsDep,
    file: Annotated[UploadFile, File()],
    preview: bool = False,
) -> JSONResponse:
    """Keep an uploaded file, or only say what would be understood (gửi văn bản lên)."""
    answer, status = _taken(file, store, writing, settings.bounds, only_look=preview)
    return JSONResponse(answer, status, {"Cache-Control": "no-store"})


def _taken(
    file: UploadFile, store: StoreDep, writing: WritingDep, bounds: "Bounds", *, only_look: bool
) -> tuple[dict[str, Any], int]:
    # the readers take a moment to load; a server that only answers never needs them
    from api import ingest

    data, name = file.file.read(), file.filename or "upload"
    if only_look:
        return ingest.preview(data, name, store, bounds), 200
    with writing:
        kept = ingest.ingest_upload(data, name, store, bounds)
    return outcome_json(kept), 201
