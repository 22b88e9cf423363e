"""What Outlook packs into one attachment (winmail.dat) is taken out again."""

from struct import pack

import pytest
from papers import PLAN, SMALL
from test_containers import message

from graph.errors import BadInputError
from loaders.bounds import Bounds
from loaders.readers.containers import entries, taken

LETTER = (SMALL / "cong-van.txt").read_bytes()
LONG = "Kế hoạch đo lường năm 2026.txt"


def attribute(kind: int, value: bytes, level: int = 2) -> bytes:
    return pack("<BII", level, kind, len(value)) + value + pack("<H", sum(value) & 0xFFFF)


def properties(*said: bytes) -> bytes:
    return attribute(0x69005, pack("<I", len(said)) + b"".join(said))


def variable(tag: int, value: bytes) -> bytes:
    return pack("<III", tag, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def named(number: int, value: int) -> bytes:
    """A property of which a program made up its own name."""
    own = "x".encode("utf-16-le") + b"\0\0"
    return pack("<I", 0x80000003) + b"\1" * 16 + pack("<II", 1, len(own)) + own + pack("<I", value)


def winmail(*files: bytes) -> bytes:
    head = pack("<IH", 0x223E9F78, 1) + attribute(0x89006, pack("<I", 0x10000), 1)
    return head + attribute(0x69007, pack("<II", 1258, 0), 1) + b"".join(files)


def file(title: str, data: bytes, *said: bytes) -> bytes:
    begun = attribute(0x69002, b"\1\0" + b"\xff" * 12)
    name = attribute(0x18010, title.encode("ascii") + b"\0")
    return begun + name + attribute(0x6800F, data) + (properties(*said) if said else b"")


def test_files_are_named_as_their_sender_named_them() -> None:
    long = variable(0x3707001F, f"{LONG}\0".encode("utf-16-le"))
    size, tag = pack("<II", 0x0E200003, 7), variable(0x37020102, b"\1\2\3")
    data = winmail(file("KEHOAC~1.TXT", PLAN.encode(), size, tag, named(1, 2), long))
    data += file("cv.txt", LETTER) + file("cv.txt", b"hai")
    trails = [trail for trail, _ in entries(data, "winmail.dat", Bounds())]
    assert trails == [(LONG,), ("cv.txt",), ("2-cv.txt",)]
    assert taken(data, "winmail.dat", (LONG,), Bounds()) == PLAN.encode()
    sent = message(("winmail.dat", data)).as_bytes()
    assert ("winmail.dat", "cv.txt") in [trail for trail, _ in entries(sent, "t.eml", Bounds())]
    assert taken(sent, "t.eml", ("winmail.dat", "cv.txt"), Bounds()) == LETTER


def test_a_message_that_is_attached_whole_is_opened_too() -> None:
    inner = variable(0x3701000D, b"\0" * 16 + winmail(file("cv.txt", LETTER)))
    begun = attribute(0x69002, b"\1\0" + b"\xff" * 12)
    data = winmail(begun + properties(inner))
    assert [trail for trail, _ in entries(data, "winmail.dat", Bounds())] == [
        ("message.dat", "cv.txt")
    ]


@pytest.mark.parametrize(
    "data",
    [
        winmail() + b"\2",
        winmail() + pack("<BII", 2, 0x6800F, 2**31) + b"x",
        winmail(file("a.txt", b"a", pack("<III", 0x3707001F, 1, 2**31))),
        winmail(file("a.txt", b"a"), attribute(0x69005, pack("<I", 2**31))),
    ],
)
def test_a_damaged_one_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadInputError) as refused:
        entries(data, "winmail.dat", Bounds())
    assert refused.value.key == "read.message"


def test_another_file_of_data_holds_nothing() -> None:
    with pytest.raises(BadInputError) as refused:
        entries(b"abc", "so-lieu.dat", Bounds())
    assert refused.value.key == "read.holds_nothing"
