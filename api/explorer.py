"""The explorer at ``/``: files built from ``viz/web``, with their cache rules (giao diện)."""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse

from api.settings import Settings
from graph.errors import NotFoundError

PAGE = "index.html"
#: the names of these files change with their content, so a browser may keep them for ever
HASHED = {"Cache-Control": f"public, max-age={365 * 24 * 3600}, immutable"}
REVALIDATED = {"Cache-Control": "no-cache"}


def add_explorer(app: FastAPI, settings: Settings) -> None:
    """Serve the page at ``/``, its hashed files under ``/assets``, others beside the page."""
    folder = settings.explorer or Path(str(resources.files("viz"))) / "static"

    @app.get("/", include_in_schema=False)
    def page() -> FileResponse:
        """The explorer's page (trang khám phá)."""
        if not (folder / PAGE).is_file():
            raise NotFoundError("explorer.missing")
        return FileResponse(folder / PAGE, headers=REVALIDATED)

    @app.get("/assets/{name}", include_in_schema=False)
    def asset(name: str) -> FileResponse:
        """A built file (tệp đã dựng)."""
        return FileResponse(_inside(folder / "assets", name), headers=HASHED)

    @app.get("/{name}", include_in_schema=False)
    def beside(name: str) -> FileResponse:
        """An icon and the like (tệp bên cạnh trang)."""
        return FileResponse(_inside(folder, name), headers=REVALIDATED)


def _inside(folder: Path, name: str) -> Path:
    """A file of the folder itself; 404 for anything else, such as ``..``."""
    file = folder / name
    if file.parent != folder or Path(name).name != name or not file.is_file():
        raise HTTPException(404)
    return file
