"""Names of what packages hold, as people gave them (tên tệp trong gói)."""

from collections.abc import Container
from pathlib import PurePosixPath
from struct import unpack_from
from unicodedata import normalize
from zipfile import ZipInfo

from graph.words.syllables import broken_share

#: bit of a zip entry: its name is UTF-8
_UTF8 = 0x800
#: the field in which some programs write the name in Unicode beside one that could not hold it
_UNICODE_NAME = 0x7075
#: what programs leave beside documents
_BESIDE = frozenset({"thumbs.db", "desktop.ini"})


def readable(info: ZipInfo) -> str:
    """The name of an entry; many programs write UTF-8 without saying so, an old Windows of Viet Nam
    windows-1258, which is believed where only that gives Vietnamese words."""
    name = info.filename
    if info.flag_bits & _UTF8:
        return name
    told = _told(info.extra)
    if told:
        return told
    if name.isascii():
        return name
    raw = name.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        old = normalize("NFC", raw.decode("cp1258", "replace"))
    return old if _is_broken(name) and not _is_broken(old) else name


def is_hidden(name: str) -> bool:
    """Whether nobody put a file there to be read: hidden ones, the lock of an open document."""
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return hidden or path.name.startswith("~$") or path.name.lower() in _BESIDE


def free(name: str, taken: Container[str]) -> str:
    """The name, with a number before it where others have it already."""
    path, number = PurePosixPath(name), 2
    while name in taken:
        name, number = str(path.with_name(f"{number}-{path.name}")), number + 1
    return name


def _told(extra: bytes) -> str:
    """The name in Unicode that a program wrote beside the other; empty where none is."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = unpack_from("<HH", extra, at)
        if kind == _UNICODE_NAME and length > 5:
            return extra[at + 9 : at + 4 + length].decode("utf-8", "replace")
        at += 4 + length
    return ""


def _is_broken(name: str) -> bool:
    return broken_share(name.replace("_", " ")) > 0
