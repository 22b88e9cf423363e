"""What a file is: by what its bytes begin with, where that is sure; else by its suffix."""

import re
from pathlib import PurePath

from graph.errors import BadInputError
from loaders.readers.web.archive import is_archive

#: what the packages of old Office begin with, Word and others
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: the stream in which Office keeps a document that is protected by a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: what formats begin with, under whatever suffix they come
_SIGNS = (
    (b"%PDF", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"{\\rtf", ".rtf"),
)
#: suffixes of Word
WORD = (".docx", ".docm", ".dotx", ".dotm")
#: packages that are not opened, by what they begin with
_ARCHIVES = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf'\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
)
#: what other programs of an office write, by suffix and by what is in their package
_SHEETS = frozenset(
    {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".pptx", ".ppt", ".ppsx", ".odp"}
)
_SHEET_PARTS = (b"xl/workbook.xml", b"ppt/presentation.xml")
#: suffixes under which pages are saved
_PAGES = frozenset({".doc", ".html", ".htm", ".mht", ".mhtml"})
#: what a page begins with, whatever it is called
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def refuse_others(data: bytes, name: str) -> None:
    """Raise BadInputError where a file is of a kind that an office may take for one to be read."""
    kind = next((kind for sign, kind in _ARCHIVES if data.startswith(sign)), None)
    if kind:
        raise BadInputError("read.archive", file=name, kind=kind)
    suffix = PurePath(name).suffix.lower()
    named_word = suffix in WORD and b"word/document.xml" not in data
    if suffix in _SHEETS or (named_word and any(part in data for part in _SHEET_PARTS)):
        raise BadInputError("read.sheet", file=name)


def kind_of(data: bytes, name: str) -> str:
    """The suffix that a file should have (loại tệp). Raises BadInputError when it is locked."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(data[:4096]) or (suffix in _PAGES and is_archive(data)):
        return ".html"
    if data.startswith(OLD_OFFICE):
        if _ENCRYPTED in data:
            raise BadInputError("read.locked", file=name)
        return ".doc"
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return suffix if suffix in WORD else ".docx"
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), suffix)
