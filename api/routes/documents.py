"""Documents: the list of those loaded, their text, and uploads (văn bản)."""

from typing import Annotated

from fastapi import APIRouter, File, Request, UploadFile
from starlette.responses import JSONResponse, Response

from api import answers
from api.deps import Cursor, Limit, OriginalsDep, SettingsDep, StoreDep, WritingDep
from api.replies import reply
from api.schemas import DocumentsAnswer, KeptAnswer, PreviewAnswer, TextAnswer

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
def text(request: Request, store: StoreDep, originals: OriginalsDep, id: str) -> Response:
    """The original text of a loaded document, and whether its pages can be shown (nguyên văn)."""
    return reply(request, answers.text(store, id, originals))


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
    originals: OriginalsDep,
    file: Annotated[UploadFile, File()],
    preview: bool = False,
) -> JSONResponse:
    """Keep an uploaded file or all in a package, or only say what would be understood (gửi lên)."""
    # the readers take a moment to load; a server that only answers never needs them
    from api.intake.sent import kept, looked_at

    data, name = file.file.read(), file.filename or "upload"
    if preview:
        answer = looked_at(data, name, store, settings)
        return JSONResponse(answer, 200, {"Cache-Control": "no-store"})
    with writing:
        answer = kept(data, name, store, settings, originals)
    return JSONResponse(answer, 201, {"Cache-Control": "no-store"})
