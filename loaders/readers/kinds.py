"""What a file is: by what its bytes begin with, where that is sure; else by its suffix."""

import re
from functools import cache
from pathlib import PurePath

from graph.errors import BadInputError
from graph.vocabulary import Row, rows
from loaders.readers.web.archive import is_archive

#: what the packages of old Office begin with, Word and others
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: the streams by which the programs of old Office know their files, in the order of asking
_STREAMS = (
    (("WordDocument",), ".doc"),
    (("Workbook", "Book"), ".xls"),
    (("PowerPoint Document",), ".ppt"),
    (("__properties_version1.0",), ".msg"),
)
#: the stream in which Office keeps a document that is protected by a password
_ENCRYPTED = "EncryptedPackage"
#: what formats begin with, under whatever suffix they come
_SIGNS = (
    (b"%PDF", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"GIF8", ".gif"),
    (b"{\\rtf", ".rtf"),
)
#: suffixes of Word and of Excel
WORD = (".docx", ".docm", ".dotx", ".dotm")
EXCEL = (".xlsx", ".xlsm", ".xltx", ".xltm")
#: the part or the sign by which a package is a document, and what it should be called
_DOCUMENTS = (
    (b"word/document.xml", ".docx"),
    (b"xl/workbook.xml", ".xlsx"),
    (b"xl/workbook.bin", ".xlsb"),
    (b"ppt/presentation.xml", ".pptx"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", ".odp"),
)
#: packages that are not opened, by what they begin with
_ARCHIVES = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
)
#: suffixes under which pages are saved
_PAGES = frozenset({".doc", ".html", ".htm", ".mht", ".mhtml"})
#: what a page begins with, whatever it is called
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


class RefusedRow(Row):
    """Formats that are not read, and the sentence that says what to do (``formats.toml``)."""

    suffixes: tuple[str, ...]
    advice: str


@cache
def _refused() -> dict[str, str]:
    return {s: row.advice for row in rows("formats", "refused", RefusedRow) for s in row.suffixes}


def refuse_others(data: bytes, name: str) -> None:
    """Raise BadInputError where a file is of a kind that an office may take for one to be read."""
    kind = next((kind for sign, kind in _ARCHIVES if data.startswith(sign)), None)
    if kind:
        raise BadInputError("read.archive", file=name, kind=kind)
    suffix = kind_of(data, name)
    if suffix in _refused():
        raise BadInputError(_refused()[suffix], file=name, suffix=suffix)


def kind_of(data: bytes, name: str) -> str:
    """The suffix that a file should have (loại tệp). Raises BadInputError when it is locked."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(data[:4096]) or (suffix in _PAGES and is_archive(data)):
        return ".html"
    if data.startswith(_OLD_OFFICE):
        return _old_office(data, name, suffix)
    if data.startswith(b"PK\x03\x04"):
        return _package(data, suffix)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), suffix)


def _package(data: bytes, suffix: str) -> str:
    told = [kind for sign, kind in _DOCUMENTS if sign in data]
    own = next((family[0] for family in (WORD, EXCEL) if suffix in family), suffix)
    return suffix if own in told or not told else told[0]


def _old_office(data: bytes, name: str, suffix: str) -> str:
    """Which program of old Office wrote a file: its name where that may be, else what it holds."""
    if _holds(data, _ENCRYPTED):
        raise BadInputError("read.locked", file=name)
    told = [kind for streams, kind in _STREAMS if any(_holds(data, name) for name in streams)]
    return suffix if suffix in told or not told else told[0]


def _holds(data: bytes, stream: str) -> bool:
    """Whether a package of old Office has a stream of this name."""
    return f"{stream}\0".encode("utf-16-le") in data
