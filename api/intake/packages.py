"""Uploaded packages and messages: each file inside is a document of its own (gói gửi lên)."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from api.failures import failure_json
from api.intake.batch import offers_of
from api.intake.files import ReadFile
from api.intake.ingest import ingest
from api.intake.originals import NOWHERE, Originals
from api.intake.pool import readers
from api.intake.report import FileState, IngestReport, report_json
from graph.errors import BadInputError, CancuError
from graph.store import GraphStore
from loaders import Reading, extract_json
from loaders.bounds import Bounds
from loaders.readers import BOUNDS

#: what became of a package is the first of these that became of a file in it
_STATES = (FileState.LOADED, FileState.CHANGED, FileState.UNCHANGED)
#: a longer name is none for a file
_LONGEST = 100


def ingest_package(
    data: bytes,
    name: str,
    store: GraphStore,
    *,
    workers: int = 1,
    bounds: Bounds = BOUNDS,
    originals: Originals = NOWHERE,
) -> dict[str, Any]:
    """Keep every file in a package as ``cancu load`` would; raises when none can be kept."""
    with _laid_down(data, name) as path:
        told = ingest([path], store, workers=workers, bounds=bounds, originals=originals)
        report = IngestReport(
            tuple(replace(file, path=_inside(file.path, path)) for file in told.files), told.reread
        )
    states = {file.state for file in report.files}
    state = next((state for state in _STATES if state in states), None)
    if state is None:
        raise _none_of([file.error for file in report.files if file.error], path.name)
    kept = {"path": path.name, "document": None, "state": state.value, "error": None, "read": None}
    return {**kept, "issues": sum(file.issues for file in report.files), **report_json(report)}


def preview_package(
    data: bytes, name: str, store: GraphStore, *, workers: int = 1, bounds: Bounds = BOUNDS
) -> dict[str, Any]:
    """What would be understood of every file in a package; raises when nothing would be."""
    with _laid_down(data, name) as path, readers([path], workers, bounds) as pool:
        files = [replace(f, path=_inside(f.path, path)) for f in pool.read(pool.jobs([path]))]
    readings = [file.reading for file in files if isinstance(file.reading, Reading)]
    if not readings:
        raise _none_of([f.reading for f in files if isinstance(f.reading, CancuError)], path.name)
    offers = offers_of(readings, store)

    def understood(file: ReadFile) -> dict[str, Any]:
        if isinstance(file.reading, CancuError):
            return {"path": file.path, **failure_json(file.reading)}
        return {"path": file.path, "error": None, **extract_json(file.reading, offers)}

    nothing: dict[str, Any] = {"document": {}, "citations": [], "tasks": [], "issues": []}
    return {"source": path.name, **nothing, "files": [understood(file) for file in files]}


@contextmanager
def _laid_down(data: bytes, name: str) -> Iterator[Path]:
    """The upload as a file, for processes that open what is in it."""
    leaf = Path(name.replace("\\", "/")).name.replace("\0", "")
    if len(leaf) > _LONGEST:
        leaf = leaf[-_LONGEST:]
    with tempfile.TemporaryDirectory(prefix="cancu-") as folder:
        path = Path(folder, leaf)
        path.write_bytes(data)
        yield path


def _inside(path: str, package: Path) -> str:
    """The way to a file as the sender knows it."""
    return Path(path).relative_to(package.parent).as_posix()


def _none_of(errors: Sequence[CancuError], name: str) -> CancuError:
    """Why nothing of a package was read: the reason itself where there is one file."""
    if len(errors) == 1:
        return errors[0]
    first = errors[0]
    facts = {"reason": first.text("vi"), "reason_en": first.text("en")}
    return BadInputError("http.none_read", file=name, count=len(errors), **facts)
