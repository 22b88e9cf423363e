"""Originals: the files whose pages can be shown, kept beside the store (bản gốc).

A folder of files named by the SHA-256 of their bytes, which is what the store knows of each. So no
path of anybody leads into it, and a file that is no longer what was read is not shown.
"""

import hashlib
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.text import Text

log = logging.getLogger(__name__)

#: a digest as it is written
_LENGTH = 64
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Originals:
    """Where originals are kept; None: nowhere."""

    folder: Path | None = None

    def keep(self, data: bytes, text: "Text") -> None:
        """Keep the bytes of a file whose text has pages; what was read holds without (giữ)."""
        path = self._path(text.digest)
        if path is None or not text.places or _is_there(path, text.digest):
            return
        begun = path.with_name(f".{text.digest}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            begun.write_bytes(data)
            begun.replace(path)
        except OSError as error:
            log.warning("the original of %s was not kept: %s", text.source, error)
            with suppress(OSError):
                begun.unlink(missing_ok=True)

    def path(self, digest: str) -> Path | None:
        """Where the original of a digest is; None where it was not kept."""
        path = self._path(digest)
        return path if path and path.is_file() else None

    def drop(self, digest: str) -> None:
        """Forget an original that no document has any more (bỏ bản gốc)."""
        if path := self._path(digest):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _path(self, digest: str) -> Path | None:
        if self.folder is None or len(digest) != _LENGTH or not _HEX.issuperset(digest):
            return None
        return self.folder / digest[:2] / digest


#: no original is kept
NOWHERE = Originals()


def _is_there(path: Path, digest: str) -> bool:
    return path.is_file() and is_true(path.read_bytes(), digest)


def is_true(data: bytes, digest: str) -> bool:
    """Whether bytes are those that were read (đúng bản đã đọc)."""
    return hashlib.sha256(data).hexdigest() == digest
