"""From paths to readings: the files of folders in order, and what each one says (đọc tệp)."""

import logging
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import BadInputError, CancuError
from graph.store import StoredText
from loaders import Reading, Text, read, read_bytes, reread, understand

log = logging.getLogger(__name__)


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
        found += [Path(folder, name) for name in sorted(names) if not name.startswith(".")]
    return found + [Path(error.filename) for error in closed]


def read_file(path: str) -> ReadFile:
    """What one file says; a file that cannot be read is a value too, so that others go on."""
    try:
        return ReadFile(path, understand(_opened(Path(path))))
    except CancuError as error:
        return ReadFile(path, error)
    except Exception:
        log.debug("reading %s failed", path, exc_info=True)
        return ReadFile(path, BadInputError("file.crash", file=shown(path)))


def read_upload(data: bytes, name: str) -> Reading:
    """What an uploaded file says."""
    name = Path(name.replace("\\", "/")).name
    try:
        return understand(read_bytes(data, name))
    except CancuError:
        raise
    except Exception as error:
        log.warning("reading upload %s failed", name, exc_info=True)
        raise BadInputError("file.crash", file=name) from error


def read_again(stored: StoredText) -> Reading:
    """The reading of a document the store holds, from the text it was read from."""
    text = reread(stored.text, stored.source)
    return understand(replace(text, digest=stored.digest))


def _opened(path: Path) -> Text:
    _refuse_irregular(path)
    return replace(read(path), source=shown(path.name))


def _refuse_irregular(path: Path) -> None:
    """Look before opening: a pipe or a device would never end."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.scandir(path).close()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # a name with a NUL is none
        raise BadInputError("file.missing", file=shown(path)) from None
    except OSError as error:
        raise BadInputError(
            "file.unreadable", file=shown(path), reason=error.strerror or error
        ) from None
    if stat.S_ISDIR(mode):
        raise BadInputError("ingest.empty", path=shown(path))
    if not stat.S_ISREG(mode):
        raise BadInputError("file.irregular", file=shown(path))


def shown(path: Path | str) -> str:
    """A path as text: what of it is none is marked (tên tệp đọc được)."""
    return os.fsencode(path).decode("utf-8", "replace")
