"""What Outlook packs into one attachment that others cannot open (winmail.dat): the files inside.

Only what is attached is taken out: the words of the message stand in the message itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import error as StructError
from struct import unpack_from

#: what such a file begins with
SIGN = b"\x78\x9f\x3e\x22"
_HEAD = 6  # the sign and a key
_CODEPAGE, _BEGINS, _TITLE, _DATA, _MORE = 0x69007, 0x69002, 0x18010, 0x6800F, 0x69005
#: properties of what is attached: its long name, and a message that is attached whole
_LONG_NAME, _MESSAGE = 0x3707, 0x3701
#: a message attached whole has the kind of its object before it
_KIND = 16
#: bytes of a property by its type; the others say theirs
_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_SAYS = (0xD, 0x1E, 0x1F, 0x102)
_MANY, _UNICODE, _NAMED = 0x1000, 0x1F, 0x8000


@dataclass(slots=True)
class _File:
    """What is known so far of a file that is attached."""

    name: str = ""
    data: bytes | None = None


def attached(data: bytes) -> list[tuple[str, bytes]]:
    """The files in a winmail.dat by name (tệp trong winmail.dat). Raises ValueError: damaged."""
    found: list[_File] = []
    page = "cp1252"
    try:
        for kind, value in _attributes(data):
            if kind == _CODEPAGE:
                page = f"cp{unpack_from('<I', value)[0]}"
            elif kind == _BEGINS:
                found.append(_File())
            elif found:
                _tell(found[-1], kind, value, page)
    except (StructError, LookupError) as error:
        raise ValueError("damaged") from error
    return [(file.name, file.data) for file in found if file.data is not None]


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each attribute and its value; a sum of its bytes stands behind it."""
    at = _HEAD
    while at < len(data):
        kind, length = unpack_from("<II", data, at + 1)
        if at + 9 + length > len(data):
            raise ValueError("cut short")
        yield kind, data[at + 9 : at + 9 + length]
        at += length + 11


def _tell(file: _File, kind: int, value: bytes, page: str) -> None:
    if kind == _DATA:
        file.data = value
    elif kind == _TITLE and not file.name:
        file.name = value.rstrip(b"\0").decode(page, "replace")
    elif kind == _MORE:
        for tag, said in _properties(value):
            if tag >> 16 == _LONG_NAME:
                wide = tag & 0xFFFF == _UNICODE
                file.name = said.decode("utf-16-le" if wide else page, "replace").rstrip("\0")
            elif tag >> 16 == _MESSAGE and said[_KIND:].startswith(SIGN):
                file.data = said[_KIND:]
                file.name = f"{file.name or 'message'}.dat"


def _properties(value: bytes) -> Iterator[tuple[int, bytes]]:
    """The properties of what is attached, each with the last of its values."""
    (count,) = unpack_from("<I", value)
    at = 4
    for _ in range(count):
        (tag,) = unpack_from("<I", value, at)
        at = _behind_name(value, at + 4) if tag >> 16 >= _NAMED else at + 4
        kind, several = tag & 0xFFFF & ~_MANY, tag & _MANY
        number = 1
        if several or kind in _SAYS:
            (number,) = unpack_from("<I", value, at)
            at += 4
        said = b""
        for _ in range(number):
            length = _SIZES.get(kind)
            if length is None:
                (length,) = unpack_from("<I", value, at)
                at += 4
            if at + length > len(value):
                raise ValueError("cut short")
            said = value[at : at + length]
            at += length + -length % 4
        yield tag, said


def _behind_name(value: bytes, at: int) -> int:
    """Where a property goes on that has a name or number of its own."""
    (kind, length) = unpack_from("<II", value, at + 16)
    return at + 24 + (length + -length % 4 if kind else 0)
