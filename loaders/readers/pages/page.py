"""A page as what stands on it: pieces of lines with their boxes, and ruled tables (trang).

Both readers of pages make these, the one of text in a pdf and the one of pictures. Lengths are
points (1/72 inch) from the top left corner of the page as it is shown.
"""

import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

#: a gap wider than this many letter heights parts two columns
COLUMN = 0.75
#: how far letters reach above and below the line they stand on, in sizes of the font
UP, DOWN = 0.85, 0.25
#: a mark is smaller than this part of the letters beside it; where it surely stands higher than
#: they do by a part of their size, as in what browsers print, it may be larger
_SMALL, _SMALLER, _HIGHER = 0.9, 0.8, 0.1
#: a mark as it is printed: a number, in brackets where a page of the web was printed
_MARK = re.compile(r"\d+|\[\d{1,3}\]")
#: what a raised digit measures: m2, km3
_MEASURED = re.compile(r"(?<![^\W\d_])[cdkm]?m\Z")


class Box(NamedTuple):
    """A stretch of the page (khung chữ)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre, across and down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, across: float, down: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around others; there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def is_raised(size: float, line: float, letters: float, base: float) -> bool:
    """Whether digits of a size on a line are raised beside letters on theirs (chỉ số trên).

    Lines are counted down the page; what is lowered, as in a formula (H₂O), is no mark.
    """
    if size < _SMALLER * letters:
        return line < base + _HIGHER * letters
    return size < _SMALL * letters and line < base - _HIGHER * letters


def may_be_mark(words: str) -> bool:
    """Whether words that are raised are a mark and nothing else (số chú thích)."""
    return _MARK.fullmatch(words) is not None


def mark_said(words: str) -> str:
    """The number of a mark, without its brackets."""
    return words.strip("[]")


def is_power(before: str, digits: str) -> bool:
    """Whether raised digits behind these words say what is measured (m², km³).

    A raised digit may stand off its letter, as the place of a blank.
    """
    return digits in ("2", "3") and _MEASURED.search(before[-8:].rstrip()) is not None


class Piece(NamedTuple):
    """A line, or the part of one that stands in one column or cell (mảnh dòng)."""

    words: str
    box: Box
    size: float  # of its font
    strong: bool = False  # bold or italic
    marks: tuple[tuple[int, int], ...] = ()  # words[start:end] are raised: footnote marks
    boxes: tuple[tuple[int, int, Box], ...] = ()  # of single words, where they were read singly

    @property
    def line(self) -> float:
        """How far down the page the line is on which its letters stand."""
        return self.box.bottom - DOWN * self.size


class Rule(NamedTuple):
    """A line across or down: where it stands, and from where to where it goes (đường kẻ)."""

    across: bool
    at: float
    start: float
    end: float


class Place(NamedTuple):
    """A cell of a ruled table: its box, and which rows and columns it covers (ô)."""

    box: Box
    row: int
    column: int
    deep: int = 1
    wide: int = 1


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: where its columns and rows end, its cells by row and column (khung bảng).

    ``owners`` says of each crossing of a row and a column which of ``places`` covers it.
    """

    posts: tuple[float, ...]
    beams: tuple[float, ...]
    places: tuple[Place, ...]
    owners: tuple[int, ...]

    @property
    def box(self) -> Box:
        """The table's own box."""
        return Box(self.posts[0], self.beams[0], self.posts[-1], self.beams[-1])

    def place_at(self, across: float, down: float) -> int | None:
        """The index of the cell at a point; None outside."""
        posts, beams = self.posts, self.beams
        if posts[0] <= across < posts[-1] and beams[0] <= down < beams[-1]:
            return self.owners[
                (bisect(beams, down) - 1) * (len(posts) - 1) + bisect(posts, across) - 1
            ]
        return None


@dataclass(frozen=True, slots=True)
class Page:
    """A page, its pieces in the order in which they were written (trang)."""

    number: int  # from 1
    width: float
    height: float
    pieces: tuple[Piece, ...]
    lattices: tuple[Lattice, ...] = ()
    turned: float = 0.0  # by how many degrees it was turned to stand upright, against the clock
    sheet: tuple[float, float] = (0.0, 0.0)  # width and height as it lay, where it was turned
    unread: str = ""  # why what stands on it was not read, or not all of it
