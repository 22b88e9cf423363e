"""Bytes to characters: UTF-8, UTF-16 by its mark or its zeros, or an old Vietnamese encoding by its
words."""

import codecs

from graph.errors import BadInputError
from loaders.readers.legacy import recoded, says_more

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: so many of the first bytes tell what a file is
_TELLING = 65_536
#: of a text in UTF-16, at least so many signs are ASCII: every other byte is zero
_ASCII = 0.3
#: first bytes of pdf, zip and docx, old Office, png, jpeg, gif, gzip
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
)


def decode(data: bytes, name: str) -> str:
    """The characters of a file (giải mã). Raises BadInputError when its encoding is not known."""
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), _unmarked(data) or "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        old = _old(data) if encoding == "utf-8" else None
        if old is None:
            raise BadInputError("read.encoding", file=name, at=error.start) from error
        return old
    if "\x00" in text:  # UTF-32 looks like UTF-16 until it is read
        raise BadInputError("read.binary", file=name)
    return recoded(text) or text


def _unmarked(data: bytes) -> str | None:
    """The encoding of a text in UTF-16 without its mark: zeros stand on one side of each pair only,
    as some programs of Windows write it; None for others."""
    head = data[:_TELLING]
    low, high = head[::2].count(0), head[1::2].count(0)
    if bool(low) == bool(high) or low + high < _ASCII * len(head) / 2 or len(data) % 2:
        return None
    return "utf-16-be" if low else "utf-16-le"


def _old(data: bytes) -> str | None:
    """The characters of a file that was written before Unicode; None when that is not sure."""
    for encoding in ("cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue  # signs that windows-1252 leaves open
        return recoded(text) or _of_windows(data, text)
    return None


def _of_windows(data: bytes, text: str) -> str | None:
    """The characters of a file that an old Windows of Viet Nam wrote (windows-1258): the ones
    that give more of the common words than ``text`` does."""
    old = data.decode("cp1258", "replace")
    return old if says_more(old, text) else None


def refuse_binary(data: bytes, name: str) -> None:
    """Raise BadInputError for a file that is not text whatever its name says (tệp nhị phân)."""
    if data.startswith(_BINARY):
        raise BadInputError("read.binary", file=name)
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not marked and b"\x00" in data[:_TELLING] and not _unmarked(data):
        raise BadInputError("read.binary", file=name)
