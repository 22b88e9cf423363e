"""Pages of kept originals, drawn in a process that can be stopped (ảnh trang)."""

from functools import partial

from api.intake.files import Job
from api.intake.originals import Originals, is_true
from api.intake.pool import made
from graph.errors import BadInputError, CancuError, NotFoundError
from graph.store import StoredText
from loaders.bounds import Bounds


def picture(stored: StoredText, number: int, originals: Originals, bounds: Bounds) -> bytes:
    """Page ``number`` of what a document was read from, as PNG. Raises NotFoundError."""
    path = originals.path(stored.digest)
    if path is None:
        raise NotFoundError("http.no_original", file=stored.source)
    shown: bytes = made(
        partial(_drawn, stored.source, stored.digest, number), Job(str(path)), bounds
    )
    return shown


def _drawn(name: str, digest: str, number: int, job: Job, bounds: Bounds) -> bytes | CancuError:
    # draws in another process; the libraries are needed there only
    from loaders.readers.facsimile import facsimile

    try:
        data = job.opened(bounds)
        if not is_true(data, digest):
            return NotFoundError("http.changed_original", file=name)
        return facsimile(data, name, number, bounds)
    except CancuError as error:
        return error
    except MemoryError:
        return BadInputError("file.memory", file=name, limit=bounds.memory_mb)
