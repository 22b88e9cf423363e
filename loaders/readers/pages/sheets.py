"""Pages to ``Text``: columns to lines, lines to paragraphs, tables over pages to one (trang)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from msgspec import structs

from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.lines import Line, LineKind
from loaders.readers.manners import Manner
from loaders.readers.pages.bands import Part, Rows, parts_of
from loaders.readers.pages.flow import Column, paragraphs
from loaders.readers.pages.folios import body_size, bracketed, mark_of, notes_of, without_folios
from loaders.readers.pages.ink import Ink
from loaders.readers.pages.leaves import Leaf, bound, leaf_of, loose_leaf
from loaders.readers.pages.page import Lattice, Page, Piece
from loaders.readers.reflow import reflow
from loaders.text import Block, BlockKind, Text, Unread

_MANNER = Manner(width=80, airy=True)


@dataclass(slots=True)
class _Sheets:
    """What has been laid out so far: finished drafts, and lines not yet paragraphs."""

    ink: Ink
    size: float
    marks: frozenset[str]  # of notes, in brackets
    drafts: list[Draft | Leaf] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def flush(self) -> None:
        """Make paragraphs of the lines met so far."""
        self.drafts += reflow(self.lines, _MANNER)
        self.lines = []

    def cut(self, kind: LineKind = LineKind.CUT) -> None:
        """A blank line or a page break."""
        self.lines.append(Line(kind, self.ink.length, self.ink.length))


def text_of(pages: Sequence[Page], name: str) -> Text:
    """The text of a file's pages (văn bản của các trang)."""
    ink = Ink()
    drafts = drafts_of(pages, ink)
    source = Source(name, ink.original, places=tuple(ink.places))
    text = compose(source, drafts)
    unread = tuple(Unread(page.number, page.unread) for page in pages if page.unread)
    return replace(text, blocks=tuple(_numbered(text)), unread=unread)


def drafts_of(pages: Sequence[Page], ink: Ink | None = None) -> list[Draft | Grid]:
    """The paragraphs and tables of pages, traced to what is laid in ``ink`` (các đoạn, bảng)."""
    bare, repeated = without_folios(pages)
    size = body_size(bare)
    sheets = _Sheets(ink or Ink(), size, bracketed(bare, size))
    for page in bare:
        sheets.ink.turn(page)
        _lay_page(sheets, page)
    sheets.flush()
    drafts: list[Draft | Grid] = [*bound(sheets.drafts)]
    by_number = {page.number: page for page in pages}
    for number, piece in repeated:
        sheets.ink.turn(by_number[number])
        drafts.append(Draft(sheets.ink.line(piece).strand, BlockKind.HEADER))
    return drafts


def _numbered(text: Text) -> Iterator[Block]:
    """The blocks with the page on which each begins."""
    ends = [place.end for place in text.places]
    for block in text.blocks:
        first, _ = text.locate(block.start, block.start + 1)
        yield structs.replace(block, page=text.places[bisect_right(ends, first)].page)


def _lay_page(sheets: _Sheets, page: Page) -> None:
    loose: list[Piece] = []
    held: list[list[list[Piece]]] = [[[] for _ in lattice.places] for lattice in page.lattices]
    for piece in page.pieces:
        for cells, lattice in zip(held, page.lattices, strict=True):
            place = lattice.place_at(*piece.box.middle)
            if place is not None:
                cells[place].append(piece)
                break
        else:
            loose.append(piece)
    sheets.cut()
    for lattice, cells in zip(page.lattices, held, strict=True):
        above = [piece for piece in loose if piece.box.middle[1] < lattice.box.top]
        loose = [piece for piece in loose if piece.box.middle[1] >= lattice.box.top]
        _lay_loose(sheets, page, above)
        _lay_lattice(sheets, page, lattice, cells)
    _lay_loose(sheets, page, loose, last=True)


def _lay_loose(sheets: _Sheets, page: Page, pieces: Sequence[Piece], *, last: bool = False) -> None:
    """What stands between the tables of a page."""
    if not pieces:
        return
    parts = parts_of(pieces)
    notes: tuple[Piece, ...] = ()
    if last and isinstance(parts[-1], tuple):
        count = notes_of(parts[-1], sheets.size, page, sheets.marks)
        parts[-1], notes = parts[-1][: len(parts[-1]) - count], parts[-1][len(parts[-1]) - count :]
    for part in parts:
        _lay_part(sheets, page, part)
    for note in notes:
        mark = mark_of(note)
        if mark and sheets.lines and sheets.lines[-1].mark:
            sheets.cut()
        sheets.lines.append(sheets.ink.line(note, mark=mark))


def _lay_part(sheets: _Sheets, page: Page, part: Part) -> None:
    if isinstance(part, Rows):
        sheets.flush()
        sheets.drafts.append(loose_leaf(part, page, sheets.ink))
        return
    for piece, opens, full in paragraphs(part, Column(part)) if part else ():
        if opens:
            sheets.cut(LineKind.BLANK)
        sheets.lines.append(sheets.ink.line(piece, full=full))


def _lay_lattice(
    sheets: _Sheets, page: Page, lattice: Lattice, cells: Sequence[Sequence[Piece]]
) -> None:
    sheets.flush()
    sheets.drafts.append(leaf_of(lattice, cells, page, sheets.ink))
