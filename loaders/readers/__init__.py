"""From a file to its ``Text``: one table from suffix and first bytes to the format's reader."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.decode import decode, refuse_binary
from loaders.readers.drafts import Source
from loaders.readers.kinds import EXCEL, WORD, kind_of, refuse_others
from loaders.readers.plain.read import read_plain
from loaders.readers.sealed import sealed, unsealed
from loaders.readers.web.archive import is_archive, page_of
from loaders.readers.web.read import read_web
from loaders.text import Text

Reader = Callable[[Source], Text]
#: reads a file that holds no characters of its own
PackedReader = Callable[[bytes, str, Bounds], Text]

#: suffix → what the file is and who reads its characters
READERS: dict[str, tuple[str, Reader]] = {
    ".txt": ("text/plain", read_plain),
    ".text": ("text/plain", read_plain),
    ".md": ("text/markdown", read_plain),
    ".markdown": ("text/markdown", read_plain),
    ".html": ("text/html", read_web),
    ".htm": ("text/html", read_web),
    ".xhtml": ("text/html", read_web),
    ".mhtml": ("text/html", read_web),
    ".mht": ("text/html", read_web),
}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_IMAGE = ("loaders.readers.scans.images", "read_image")
_OFFICE = ("loaders.readers.office", "read_office")
#: suffix → what the file is, and module and name of its ``PackedReader``, imported when needed;
#: what it reads is sealed
PACKED: dict[str, tuple[str, str, str]] = {
    **dict.fromkeys(WORD, (_WORD, "loaders.readers.word.read", "read_word")),
    ".pdf": ("application/pdf", "loaders.readers.pdf.read", "read_pdf"),
    ".png": ("image/png", *_IMAGE),
    **dict.fromkeys((".jpg", ".jpeg"), ("image/jpeg", *_IMAGE)),
    **dict.fromkeys((".tif", ".tiff"), ("image/tiff", *_IMAGE)),
    ".gif": ("image/gif", *_IMAGE),
    ".webp": ("image/webp", *_IMAGE),
    ".bmp": ("image/bmp", *_IMAGE),
    **dict.fromkeys(EXCEL, (_BOOK, "loaders.readers.workbook.read", "read_workbook")),
    **dict.fromkeys((".xls", ".xlt"), ("application/vnd.ms-excel", *_OFFICE)),
    ".xlsb": ("application/vnd.ms-excel.sheet.binary.macroenabled.12", *_OFFICE),
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", *_OFFICE),
    **dict.fromkeys((".doc", ".dot"), ("application/msword", *_OFFICE)),
    ".rtf": ("application/rtf", *_OFFICE),
    ".odt": ("application/vnd.oasis.opendocument.text", *_OFFICE),
}
BOUNDS = Bounds()


def read(path: Path, bounds: Bounds = BOUNDS) -> Text:
    """The text of a file (đọc tệp). Raises BadInputError naming the file and what to do."""
    return read_bytes(file_bytes(path, bounds), path.name, bounds)


def file_bytes(path: Path, bounds: Bounds = BOUNDS) -> bytes:
    """The bytes of a file that is not too large (nội dung tệp). Raises BadInputError."""
    try:
        if path.stat().st_size > bounds.file_mb * 1_000_000:
            raise BadInputError("read.too_large", file=path.name, limit=bounds.file_mb)
        return path.read_bytes()
    except PermissionError as error:
        raise BadInputError("file.no_permission", file=path.name) from error
    except OSError as error:
        raise BadInputError("read.unreadable", file=str(path), reason=str(error)) from error


def read_bytes(data: bytes, name: str, bounds: Bounds = BOUNDS) -> Text:
    """The text of a file's bytes; ``name`` tells its format (đọc nội dung tệp)."""
    suffix = _suffix(data, name)
    if not data.strip():
        raise BadInputError("read.empty", file=name)
    if suffix in PACKED:
        media, module, reader = PACKED[suffix]
        packed: PackedReader = getattr(import_module(module), reader)
        digest = hashlib.sha256(data).hexdigest()
        text = sealed(replace(packed(data, name, bounds), digest=digest, media=media))
    else:
        refuse_binary(data, name)
        media, characters = READERS[suffix]
        page = page_of(data, name) if characters is read_web and is_archive(data) else data
        text = characters(Source.of(name, decode(page, name), data, media))
    if not text.content:
        raise BadInputError("read.empty", file=name)
    return text


def reread(original: str, name: str) -> Text:
    """The text of an original that was kept, as ``read`` gave it (đọc lại nguyên văn)."""
    text = None if Path(name).suffix.lower() in READERS else unsealed(original, name)
    return text or read_bytes(original.encode("utf-8"), name)


def _suffix(data: bytes, name: str) -> str:
    refuse_others(data, name)
    told = kind_of(data, name)  # also of a name that ends in "15.7.2026"
    if told not in READERS and told not in PACKED:
        known = ", ".join(sorted({*READERS, *PACKED}))
        raise BadInputError("read.unknown", file=name, known=known)
    return told
