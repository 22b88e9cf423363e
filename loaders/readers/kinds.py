"""What a file is: by its suffix, and where office files and pages go by another, by its bytes."""

import re
from pathlib import PurePath

from graph.errors import BadInputError
from loaders.readers.webarchive import is_archive

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: the stream in which Office keeps a document that is protected by a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: suffixes that people give to any office file, and under which pages are saved
_OFFICE = frozenset({".doc", ".docx", ".docm", ".dotx", ".rtf", ".odt"})
_PAGES = frozenset({".doc", ".html", ".htm", ".mht", ".mhtml"})
#: what a page begins with, whatever it is called
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(data: bytes, name: str) -> str:
    """The suffix that a file should have (loại tệp). Raises BadInputError when it is locked."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(data[:4096]) or (suffix in _PAGES and is_archive(data)):
        return ".html"
    if suffix not in _OFFICE:
        return suffix
    if data.startswith(_OLD_WORD):
        if _ENCRYPTED in data:
            raise BadInputError("read.locked", file=name)
        return ".doc"
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return suffix if suffix in (".docx", ".docm", ".dotx") else ".docx"
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    return ".pdf" if data.startswith(b"%PDF") else suffix
