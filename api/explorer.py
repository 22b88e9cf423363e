"""The explorer at ``/``: files built from ``viz/web``, with their cache rules (giao diện)."""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.settings import Settings
from graph.errors import NotFoundError

YEAR = 365 * 24 * 3600


class HashedFiles(StaticFiles):
    """Files whose names change with their content: a browser may keep them for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, marked as immutable."""
        response = await super().get_response(path, scope)
        if response.status_code in (200, 304):
            response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        return response


def add_explorer(app: FastAPI, settings: Settings) -> None:
    """Serve the page at ``/`` and its hashed files under ``/assets``."""
    folder = explorer_folder(settings)

    @app.get("/", include_in_schema=False)
    def page() -> FileResponse:
        """The explorer's page (trang khám phá)."""
        if not (folder / "index.html").is_file():
            raise NotFoundError("explorer.missing")
        return FileResponse(folder / "index.html", headers={"Cache-Control": "no-cache"})

    assets = HashedFiles(directory=folder / "assets", check_dir=False)
    app.mount("/assets", assets, name="assets")


def explorer_folder(settings: Settings) -> Path:
    """Where the built explorer is."""
    return settings.explorer or Path(str(resources.files("viz"))) / "static"
