"""Originals: the files whose pages can be shown, kept beside the store (bản gốc).

A folder of files named by the SHA-256 of their bytes, which is what the store knows of each. So no
path of anybody leads into it, and a file that is no longer what was read is not shown.
"""

import hashlib
import logging
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError

if TYPE_CHECKING:
    from loaders.text import Text

log = logging.getLogger(__name__)

#: called with (originals done, originals in all)
Progress = Callable[[int, int], None]

#: a digest as it is written
_LENGTH = 64
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Originals:
    """Where originals are kept; None: nowhere."""

    folder: Path | None = None

    def keep(self, data: bytes, text: "Text") -> None:
        """Keep the bytes of a file that stands on paper; what was read holds without (giữ)."""
        path = self.place(text.digest)
        paper = any(place.box for place in text.places[:1])
        if path is None or not paper or _is_there(path, text.digest):
            return
        try:
            _put(path, data)
        except OSError as error:
            log.warning("the original of %s was not kept: %s", text.source, error)

    def path(self, digest: str) -> Path | None:
        """Where the original of a digest is; None where it was not kept."""
        path = self.place(digest)
        return path if path and path.is_file() else None

    def drop(self, digest: str) -> None:
        """Forget an original that no document has any more (bỏ bản gốc)."""
        if path := self.place(digest):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def place(self, digest: str) -> Path | None:
        """Where the original of a digest would be; None for what is no digest."""
        if self.folder is None or len(digest) != _LENGTH or not _HEX.issuperset(digest):
            return None
        return self.folder / digest[:2] / digest


#: no original is kept
NOWHERE = Originals()


def beside(file: Path) -> Originals:
    """Where the originals of a store in one file are (bản gốc bên cạnh kho)."""
    return Originals(Path(f"{file}.originals"))


def carry(digests: Iterable[str], source: Originals, target: Originals, progress: Progress) -> int:
    """Bring the originals of these digests to where another store keeps its own (mang theo).

    How many are there then. What is there stays; what is not as it was read is left behind.
    StoreError when they cannot be read or written.
    """
    wanted = sorted(set(digests)) if target.folder else []
    there = 0
    for done, digest in enumerate(wanted):
        progress(done, len(wanted))
        there += target.path(digest) is not None or _carried(digest, source, target)
    return there


def _carried(digest: str, source: Originals, target: Originals) -> bool:
    here, path = source.path(digest), target.place(digest)
    if here is None or path is None:
        return False
    try:
        data = here.read_bytes()
        if not is_true(data, digest):
            log.warning("the original %s is not what was read, it was left behind", here)
            return False
        _put(path, data)
    except OSError as error:
        raise StoreError("backup.originals", folder=target.folder, reason=error) from error
    return True


def _put(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, also after a power cut."""
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with begun.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        begun.replace(path)
    finally:
        with suppress(OSError):
            begun.unlink(missing_ok=True)


def _is_there(path: Path, digest: str) -> bool:
    return path.is_file() and is_true(path.read_bytes(), digest)


def is_true(data: bytes, digest: str) -> bool:
    """Whether bytes are those that were read (đúng bản đã đọc)."""
    return hashlib.sha256(data).hexdigest() == digest
