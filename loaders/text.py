"""``Text``: what every step reads. Clean text in blocks, each character traceable to the original.

``content`` is the blocks joined by line feeds. In a block: NFC, Ð → Đ, NBSP and zero-width signs
gone, typographic hyphens plain, markup gone, runs of white space one blank, wrapped lines rejoined.
So one block is one paragraph, heading, table cell or footnote, and a citation cut by a line, a page
or markup in the original is whole here. ``locate`` leads back to the original.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"  # marked as one in the source (md #, html h1); others are paragraphs
    CELL = "cell"  # table cell
    FOOTNOTE = "footnote"  # lifted out of the sentence a page break cut
    HEADER = "header"  # printed at the head or foot of every page


#: asked for by name an Enum is slow, and each block is asked what it is many times
PARAGRAPH, HEADING, CELL, FOOTNOTE, HEADER = BlockKind
#: what stands beside the running text, at its end
ASIDE = frozenset({FOOTNOTE, HEADER})


class Block(Struct, frozen=True, gc=False):
    """A paragraph, heading, cell or footnote: ``content[start:end]``; ``mark`` of a footnote."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # heading level where the source marks one, else 0
    mark: str = ""  # footnote mark ("1")
    page: int | None = None
    emphasis: bool = False  # the whole block is bold or italic in the source


class Cell(Struct, frozen=True, gc=False):
    """A table cell: its blocks' interval in ``content`` (``start == end`` when empty).

    ``covered``: empty because the cell above reaches over its place (ô gộp).
    """

    start: int
    end: int
    covered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows cut by pages are rejoined; ``heading`` is the block before it, if any.

    ``rows[0]`` is the header row (once, however often it is printed).
    """

    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


class Segment(NamedTuple):
    """``length`` characters of content from ``at`` that stand unchanged at ``origin``."""

    at: int
    origin: int
    length: int


class NoteMark(NamedTuple):
    """A footnote mark in the running text: it stood before ``content[at]``."""

    at: int
    mark: str


class Place(NamedTuple):
    """Where ``original[start:end]`` stands on paper (vị trí trên trang).

    ``page`` counts from 1; ``box`` is left, top, right, bottom in thousandths of the page. Of a
    workbook ``page`` is the sheet, ``cell`` says its name and the cell's: "Phụ lục!B7".
    """

    start: int
    end: int
    page: int
    box: tuple[int, int, int, int] | None = None
    cell: str = ""


class Unread(NamedTuple):
    """A page of which something was not read, and why: a row of the findings (trang chưa đọc)."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Text:
    """A read file. ``original``: the decoded file, what evidence offsets point into.

    A file without characters of its own (docx, pdf, scan) has its sealed reading for an original.
    """

    source: str  # file name
    original: str
    content: str
    segments: tuple[Segment, ...]  # by ``at``, disjoint, covering all but the joining white space
    blocks: tuple[Block, ...]  # by start
    tables: tuple[Table, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    digest: str = ""  # SHA-256 of the file's bytes
    media: str = "text/plain"
    places: tuple[Place, ...] = ()  # by start, disjoint; where the file has pages
    unread: tuple[Unread, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of the blocks
    _ats: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of the segments
    #: ``content`` in small letters, each where it stood
    lowered: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([block.start for block in self.blocks]))
        object.__setattr__(self, "_ats", tuple([segment.at for segment in self.segments]))
        object.__setattr__(self, "lowered", _lowered(self.content))

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The interval of the original that holds ``content[start:end]``.

        Raises ValueError when the interval is empty or outside.
        """
        if not 0 <= start < end <= len(self.content):
            raise ValueError(f"span {start}..{end} lies outside 0..{len(self.content)}")
        index = bisect_right(self._ats, start) - 1
        if index >= 0:
            at, origin, length = self.segments[index]
            if end <= at + length:  # as most spans do, it stands in one piece
                return origin + start - at, self._with_marks(origin + end - at)
        first = self._origin(start, forward=True)
        last = self._origin(end - 1, forward=False)
        return (min(first, last), self._with_marks(max(first, last) + 1))

    def _with_marks(self, end: int) -> int:
        """The end of a stretch of the original behind the marks of its last letter (NFD)."""
        while "\u0300" <= self.original[end : end + 1] <= "\u036f":
            end += 1
        return end

    def _origin(self, position: int, *, forward: bool) -> int:
        index = bisect_right(self._ats, position) - 1
        if index >= 0:
            segment = self.segments[index]
            offset = position - segment.at
            if offset < segment.length:
                return segment.origin + offset
            if not forward or index + 1 == len(self.segments):
                return segment.origin + segment.length - 1
        return self.segments[index + 1].origin

    def places_of(self, start: int, end: int) -> tuple[Place, ...]:
        """The lines on paper that hold ``content[start:end]``; none where there are no pages."""
        first, last = self.locate(start, end)
        index = bisect_right(self.places, first, key=lambda place: place.end)
        stop = bisect_left(self.places, last, key=lambda place: place.start)
        return self.places[index:stop]

    def index_at(self, position: int) -> int:
        """The index of the last block that begins at ``position`` or before; -1 for none."""
        return bisect_right(self._starts, position) - 1

    def block_at(self, position: int) -> Block | None:
        """The block that holds ``content[position]``; None between blocks."""
        index = self.index_at(position)
        if index >= 0 and position < self.blocks[index].end:
            return self.blocks[index]
        return None

    def blocks_where(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The starts of the blocks in which ``pattern`` may be found: one pass over the text."""
        for match in pattern.finditer(self.content):
            block = self.block_at(match.start())
            if block is not None:
                yield block.start

    def blocks_with(self, signs: Iterable[str]) -> Iterator[int]:
        """The starts of the blocks that hold one of these words, some more than once."""
        for sign in signs:
            at = self.content.find(sign)
            while at >= 0:
                block = self.block_at(at)
                if block is not None:
                    yield block.start
                at = self.content.find(sign, block.end if block else at + 1)

    def matches(self, pattern: re.Pattern[str], signs: Iterable[str]) -> Iterator[re.Match[str]]:
        """Where ``pattern`` stands in the blocks that hold one of ``signs``, in order.

        Each sign is looked for by itself, far faster than a pattern is: it says where to look.
        """
        for start in sorted(set(self.blocks_with(signs))):
            end = self.blocks[self.index_at(start)].end
            yield from pattern.finditer(self.content, start, end)

    def words(self, cell: "Cell | Block") -> str:
        """The text of a cell or block."""
        return self.content[cell.start : cell.end]


def _lowered(content: str) -> str:
    """Small letters, as many as there were: "İ", which would become two, stays."""
    lowered = content.lower()
    if len(lowered) == len(content):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in content)
