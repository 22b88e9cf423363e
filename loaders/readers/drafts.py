"""What a reader hands over, and how it becomes a ``Text``: paragraphs and tables with traces."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec import Struct

from loaders.readers.strands import COVERED, Strand
from loaders.readers.tones import placed
from loaders.text import (
    ASIDE,
    CELL,
    FOOTNOTE,
    HEADER,
    PARAGRAPH,
    Block,
    BlockKind,
    Cell,
    NoteMark,
    Place,
    Segment,
    Table,
    Text,
)


class Draft(Struct, frozen=True, gc=False):
    """A paragraph, heading or footnote before its place in the content is known."""

    strand: Strand
    kind: BlockKind = PARAGRAPH
    level: int = 0
    mark: str = ""
    page: int | None = None
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before its place in the content is known: rows of cells, the header first."""

    rows: tuple[tuple[Strand, ...], ...]
    page: int | None = None
    headed: bool = True  # its first row is a header


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read (tệp gốc)."""

    name: str
    original: str
    digest: str = ""
    media: str = "text/plain"
    places: tuple[Place, ...] = ()

    @classmethod
    def of(cls, name: str, original: str, data: bytes, media: str) -> "Source":
        """The source with the digest of its bytes."""
        return cls(name, original, hashlib.sha256(data).hexdigest(), media)


def compose(source: Source, drafts: Iterable[Draft | Grid]) -> Text:
    """The text of these drafts (ghép văn bản); footnotes come last, then what pages repeat."""
    page = _Page([], [], [], [], [])
    ordered = list(drafts)
    for draft in ordered:
        if isinstance(draft, Grid):
            _lay_table(page, draft)
        elif draft.kind not in ASIDE:
            _lay(page, draft)
    for kind in (FOOTNOTE, HEADER):
        for draft in ordered:
            if isinstance(draft, Draft) and draft.kind is kind:
                _lay(page, draft)
    return Text(
        source=source.name,
        original=source.original,
        content=placed("\n".join(page.pieces)),
        segments=tuple(page.segments),
        blocks=tuple(page.blocks),
        tables=tuple(page.tables),
        notes=tuple(page.notes),
        digest=source.digest,
        media=source.media,
        places=source.places,
    )


@dataclass(slots=True)
class _Page:
    """The content while it grows."""

    pieces: list[str]
    segments: list[Segment]
    blocks: list[Block]
    tables: list[Table]
    notes: list[NoteMark]
    length: int = 0


def _lay(page: _Page, draft: Draft) -> None:
    words = draft.strand.words
    if not words:
        return
    start = page.length + 1 if page.pieces else 0
    end = page.length = start + len(words)
    page.pieces.append(words)
    for at, origin, length in draft.strand.runs:
        page.segments.append(Segment(start + at, origin, length))
    for at, note in draft.strand.notes:
        page.notes.append(NoteMark(start + at, note))
    page.blocks.append(
        Block(draft.kind, start, end, draft.level, draft.mark, draft.page, draft.emphasis)
    )


def _lay_table(page: _Page, grid: Grid) -> None:
    start = page.length + 1 if page.pieces else 0
    rows = tuple(tuple(_lay_cell(page, cell, grid.page) for cell in row) for row in grid.rows)
    if page.length > start:
        page.tables.append(Table(rows, start, page.length))


def _lay_cell(page: _Page, strand: Strand, number: int | None) -> Cell:
    if not strand.words:
        return Cell(page.length, page.length, strand is COVERED)
    _lay(page, Draft(strand, CELL, page=number))
    block = page.blocks[-1]
    return Cell(block.start, block.end)


def is_blank(row: Sequence[Strand]) -> bool:
    """Whether no cell of the row holds words."""
    return not any(cell.words for cell in row)
