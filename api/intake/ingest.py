"""Ingest (nạp văn bản): the only place where loaders meet a store.

Each document is kept whole or not at all. The order of loading never matters: a batch sees its own
offers and the store's; afterwards every stored document that had asked for something newly offered
is read again from its stored text.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from api.intake.batch import Batch, offers_of, settle
from api.intake.files import ReadFile, files
from api.intake.originals import NOWHERE, Originals
from api.intake.pool import readers
from api.intake.report import FileOutcome, IngestReport
from api.intake.uploads import read_upload
from graph.errors import NotFoundError
from graph.store import GraphStore
from loaders import extract_json
from loaders.bounds import Bounds
from loaders.readers import BOUNDS

#: called with (files done, files in all, the file just done)
Progress = Callable[[int, int, str], None]

#: files whose readings are in memory at once
WINDOW = 256


def silent(done: int, total: int, path: str) -> None:
    """Progress that nobody watches."""


def ingest(
    paths: Iterable[Path],
    store: GraphStore,
    progress: Progress = silent,
    *,
    workers: int = 1,
    bounds: Bounds = BOUNDS,
    originals: Originals = NOWHERE,
) -> IngestReport:
    """Read files, folders and packages in order and make the store say what they say."""
    found = list(files(paths))
    batch = Batch(store, originals)
    done = 0
    with readers(found, workers, bounds, originals) as pool:
        jobs = pool.jobs(found)
        for start in range(0, len(jobs), WINDOW):
            window = []
            for file in pool.read(jobs[start : start + WINDOW]):
                window.append(file)
                done += 1
                progress(done, len(jobs), file.path)
            batch.take(window)
    return batch.settle()


def ingest_upload(
    data: bytes,
    name: str,
    store: GraphStore,
    bounds: Bounds = BOUNDS,
    originals: Originals = NOWHERE,
) -> FileOutcome:
    """Keep one uploaded file; raises what ``ingest`` would record."""
    reading = read_upload(data, name, bounds, originals)
    batch = Batch(store, originals)
    batch.take([ReadFile(reading.text.source, reading)])
    outcome = batch.settle().files[0]
    if outcome.error:
        raise outcome.error
    return outcome


def remove(document: str, store: GraphStore, originals: Originals = NOWHERE) -> tuple[str, ...]:
    """Forget what a loaded document said; the documents read again because of it (bỏ văn bản)."""
    stored = store.text(document)
    if not store.remove(document):
        raise NotFoundError("remove.not_loaded", id=document)
    if stored:
        originals.drop(stored.digest)
    return settle(store)


def preview(data: bytes, name: str, store: GraphStore, bounds: Bounds = BOUNDS) -> dict[str, Any]:
    """What would be understood of an upload, in the shape of ``extract``; nothing is kept."""
    reading = read_upload(data, name, bounds)
    return extract_json(reading, offers_of([reading], store))
