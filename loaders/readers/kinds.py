"""What a file is: by what its bytes begin with, where that is sure; else by its suffix."""

import re
from pathlib import PurePath

from graph.errors import BadInputError
from loaders.readers.web.archive import is_archive

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
#: suffixes under which pages are saved
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
    if data.startswith(_OLD_WORD):
        if _ENCRYPTED in data:
            raise BadInputError("read.locked", file=name)
        return ".doc"
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return suffix if suffix in (".docx", ".docm", ".dotx") else ".docx"
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), suffix)
