"""What is sent to the server, a file or a package of files, as answers (tệp gửi lên)."""

from typing import Any

from api.intake.ingest import ingest_upload, preview
from api.intake.originals import Originals
from api.intake.packages import ingest_package, preview_package
from api.intake.report import outcome_json
from api.settings import Settings
from graph.store import GraphStore
from loaders.readers.containers import is_container


def kept(
    data: bytes, name: str, store: GraphStore, settings: Settings, originals: Originals
) -> dict[str, Any]:
    """``{path, document, state, issues, error, read, files}`` of a file that is kept."""
    bounds = settings.bounds
    if is_container(name):
        workers = settings.workers
        return ingest_package(
            data, name, store, workers=workers, bounds=bounds, originals=originals
        )
    return {**outcome_json(ingest_upload(data, name, store, bounds, originals)), "files": []}


def looked_at(data: bytes, name: str, store: GraphStore, settings: Settings) -> dict[str, Any]:
    """What ``extract`` says of a file, and ``files`` of a package; nothing is kept."""
    bounds = settings.bounds
    if is_container(name):
        return preview_package(data, name, store, workers=settings.workers, bounds=bounds)
    return {**preview(data, name, store, bounds), "files": []}
