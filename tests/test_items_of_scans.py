"""The marks of items on recognised pages, which only their neighbours put right."""

import pytest

from loaders.readers.pages.page import Box, Piece
from loaders.readers.scans.items import items_put_right


def read(*lines: str) -> list[str]:
    pieces = [Piece(line, Box(0, 0, 1, 1), 1.0) for line in lines]
    return [piece.words for piece in items_put_right(pieces)]


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (["1, Cân thử", "2. Đo lại"], ["1. Cân thử", "2. Đo lại"]),
        (["Điều 4, Cân thử", "Điều 5, Đo lại"], ["Điều 4. Cân thử", "Điều 5. Đo lại"]),
        (["a) Cân", "b} Đo", "e) Đếm", "d) Ghi"], ["a) Cân", "b) Đo", "c) Đếm", "d) Ghi"]),
        (["d) Cân", "đ) Đo", "©) Đếm"], ["d) Cân", "đ) Đo", "e) Đếm"]),
        (["c) Cân", "đ) Đo", "đ) Đếm"], ["c) Cân", "d) Đo", "đ) Đếm"]),
    ],
)
def test_a_mark_is_as_its_neighbours_tell(lines: list[str], printed: list[str]) -> None:
    assert read(*lines) == printed


@pytest.mark.parametrize(
    "lines",
    [
        ["1, Cân thử", "4. Đo lại"],  # nothing counts on to it
        ["1. Cân thử", "2, Điều 5 Luật Đo lường"],  # a sentence goes on
        ["1. Cân thử", "2, 3 và 4"],
        ["a) Cân", "c) Đo"],  # one is left out
        ["đ) Cân", "e) Đo", "g) Đếm"],
        ["b) Cân", "e) Đo"],
    ],
)
def test_what_no_neighbour_tells_stays_as_it_was_read(lines: list[str]) -> None:
    assert read(*lines) == lines
