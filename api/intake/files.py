"""From paths to readings: the files of folders in order, and what each one says (đọc tệp)."""

import logging
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from errno import ELOOP
from pathlib import Path, PurePosixPath

from api.intake.originals import NOWHERE, Originals
from graph.errors import BadInputError, CancuError
from graph.store import StoredText
from loaders import Reading, reread, understand
from loaders.bounds import Bounds
from loaders.readers import READERS, file_bytes, read_bytes
from loaders.readers.containers import Trail, entries, is_container, taken
from loaders.readers.entry_names import is_hidden

log = logging.getLogger(__name__)
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e]")


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file and what was understood of it, or why nothing was (tệp đã đọc)."""

    path: str
    reading: Reading | CancuError

    @property
    def understood(self) -> Reading:
        """The reading; raises the failure when there is none."""
        if isinstance(self.reading, CancuError):
            raise self.reading
        return self.reading


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file named or inside a folder named, in sorted order; hidden ones are left alone.

    A folder without files, or that may not be opened, stands for itself, so that it is not passed
    over in silence.
    """
    for path in paths:
        yield from (_inside(path) or [path]) if os.path.isdir(path) else [path]


def _inside(path: Path) -> list[Path]:
    """The files under a folder; a folder that may not be opened stands for itself."""
    found: list[Path] = []
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(folder, name) for name in sorted(names) if not is_hidden(name)]
    return found + [Path(error.filename) for error in closed]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read: at a path, inside the file there, or as bytes (tệp cần đọc)."""

    path: str
    trail: Trail = ()
    data: bytes | None = None
    failure: BadInputError | None = None  # why it cannot be reached
    originals: Originals = NOWHERE  # where it is kept once it is read

    @property
    def shown(self) -> str:
        """The path as a user reads it, on into packages."""
        return shown("/".join((self.path, *self.trail)))

    @property
    def name(self) -> str:
        """The name of the file itself."""
        return shown(PurePosixPath(self.trail[-1]).name if self.trail else Path(self.path).name)

    def read(self, bounds: Bounds) -> ReadFile:
        """What the file says; one that cannot be read is a value too, so that others go on."""
        return ReadFile(self.shown, self.failure or self._reading(bounds))

    def opened(self, bounds: Bounds) -> bytes:
        """The bytes of the file. Raises BadInputError."""
        data = self.data
        if data is None:
            _refuse_irregular(Path(self.path))
            data = file_bytes(Path(self.path), bounds)
        return taken(data, Path(self.path).name, self.trail, bounds) if self.trail else data

    def _reading(self, bounds: Bounds) -> Reading | CancuError:
        try:
            data = self.opened(bounds)
            text = read_bytes(data, self.name, bounds)
            self.originals.keep(data, text)
            return understand(text)
        except CancuError as error:
            return error
        except MemoryError:
            return BadInputError("file.memory", file=self.name, limit=bounds.memory_mb)
        except Exception:
            log.warning("reading %s failed", self.name, exc_info=True)
            return BadInputError("file.crash", file=self.name)


def expanded(job: Job, bounds: Bounds) -> list[Job]:
    """The files inside a package or message; any other file is itself (mở gói)."""
    if not is_container(job.name):
        return [job]
    try:
        found = entries(job.opened(bounds), job.name, bounds)
    except BadInputError as error:
        return [replace(job, failure=error)]
    return [replace(job, trail=trail, failure=error) for trail, error in found]


def is_light(paths: Sequence[Path], most: int) -> bool:
    """Whether these are plain text, and no more bytes than ``most``."""
    regular = [path for path in paths if os.path.isfile(path)]
    if any(path.suffix.lower() not in READERS for path in regular):
        return False
    return sum(os.path.getsize(path) for path in regular) <= most


def read_again(stored: StoredText) -> Reading:
    """The reading of a document the store holds, from the text it was read from."""
    text = reread(stored.text, stored.source)
    return understand(replace(text, digest=stored.digest))


def _refuse_irregular(path: Path) -> None:
    """Look before opening: a pipe or a device would never end."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(path).close()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a name with a NUL is none
        raise BadInputError("file.missing", file=shown(path)) from None
    except PermissionError:
        raise BadInputError("file.no_permission", file=shown(path)) from None
    except OSError as error:
        if error.errno == ELOOP:
            raise BadInputError("file.loop", file=shown(path)) from None
        raise BadInputError(
            "file.unreadable", file=shown(path), reason=error.strerror or error
        ) from None
    if stat.S_ISDIR(mode):
        raise BadInputError("ingest.empty", path=shown(path))
    if not stat.S_ISREG(mode):
        raise BadInputError("file.irregular", file=shown(path))


def shown(path: Path | str) -> str:
    """A path as text: what of it is none is marked (tên tệp đọc được), and so are signs that would
    move the cursor of a terminal, colour it or begin a line of their own."""
    return _CONTROLS.sub("\ufffd", os.fsencode(path).decode("utf-8", "replace"))
