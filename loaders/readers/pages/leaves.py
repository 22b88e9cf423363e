"""The tables of pages: cells to words, and what goes on over pages bound to one (bảng nhiều trang).

A table goes on where nothing but notes and running heads stands between and its columns are the
same, with its header again or without. A row that a page cut has no key, or words in small letters
for one, and goes on with a sentence of the row above; another without key is a row of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.words.folding import words as folded
from loaders.layout.markers import read_marker
from loaders.layout.words import LETTERHEAD, is_bound_to, is_letterhead
from loaders.readers.drafts import Draft, Grid, is_blank
from loaders.readers.lines import Line
from loaders.readers.manners import Manner
from loaders.readers.pages.bands import Rows, parts_of
from loaders.readers.pages.ink import Ink
from loaders.readers.pages.page import Lattice, Page, Piece
from loaders.readers.reflow import reflow, sewn
from loaders.readers.strands import COVERED, EMPTY, Strand, joined

_CELL = Manner(width=40, airy=True)
#: columns that end nearer to each other than this part of the page are the same
_NEAR = 0.012
#: a header has no more rows than this
_DEEPEST = 3
_ENDS = (".", ";", "!", "?", "./.")

Row = tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A table, or the part of it, on one page (phần bảng trên một trang)."""

    rows: tuple[Row, ...]
    page: int
    posts: tuple[float, ...]  # where its columns end, as parts of the page's width
    header: int = 1  # rows of its header


def leaf_of(lattice: Lattice, cells: Sequence[Sequence[Piece]], page: Page, ink: Ink) -> Leaf:
    """The part of a ruled table on a page; what a cell covers beside its first place is empty."""
    wide = len(lattice.posts) - 1
    rows = [[EMPTY] * wide for _ in lattice.beams[1:]]
    for place, pieces in zip(lattice.places, cells, strict=True):
        rows[place.row][place.column] = _strand(pieces, ink)
        for below in rows[place.row + 1 : place.row + place.deep]:
            below[place.column] = COVERED
    header = max((p.deep for p in lattice.places if p.row == 0), default=1)
    posts = tuple(post / page.width for post in lattice.posts)
    return Leaf(tuple(map(tuple, rows)), page.number, posts, min(header, _DEEPEST))


def loose_leaf(rows: Rows, page: Page, ink: Ink) -> Leaf:
    """A table without lines."""
    words = tuple(tuple(_strand(cell, ink) for cell in row) for row in rows.cells)
    return Leaf(words, page.number, ())


def _strand(pieces: Sequence[Piece], ink: Ink) -> Strand:
    """The words of a cell: its lines in one, items and paragraphs with a blank between."""
    if len(pieces) < 2:
        return ink.line(pieces[0]).strand if pieces else EMPTY
    lines: list[Line] = []
    for part in parts_of(pieces):
        columns = [part] if isinstance(part, tuple) else [c for row in part.cells for c in row]
        lines += [ink.line(piece) for column in columns for piece in column]
    return joined(draft.strand for draft in reflow(lines, _CELL))


def bound(drafts: Sequence[Draft | Leaf]) -> Iterator[Draft | Grid]:
    """The drafts with the parts of each table as one; frames around text are paragraphs."""
    held: Leaf | None = None
    for draft in drafts:
        if not isinstance(draft, Leaf):
            if held and draft.kind.value != "footnote":
                yield from _drafts(held)
                held = None
            yield draft
            continue
        whole = _bound(held, draft) if held else None
        if held and not whole:
            yield from _drafts(held)
        held = whole or draft
    if held:
        yield from _drafts(held)


def _drafts(leaf: Leaf) -> Iterator[Draft | Grid]:
    rows = [row for row in leaf.rows if not is_blank(row)]
    filled = max((sum(bool(cell.words) for cell in row) for row in rows), default=0)
    holds = filled > LETTERHEAD or not any(is_letterhead(c.words) for r in rows[:2] for c in r)
    if len(rows) < 2 or filled < 2 or not holds:
        for column in zip(*rows, strict=True):
            yield from (Draft(cell) for cell in column if cell.words)
        return
    yield Grid(tuple(rows))


def _bound(table: Leaf, part: Leaf) -> Leaf | None:
    """``table`` with the rows of ``part`` when it goes on there; None when it does not."""
    if len(part.rows[0]) != len(table.rows[0]):
        return None
    repeated = _repeated(table, part)
    if not repeated and (part.page == table.page or not _same_columns(table, part)):
        return None
    rows, rest = list(table.rows), [row for row in part.rows[repeated:] if not is_blank(row)]
    numbered = rows[-1][0].words[:1].isdigit()  # a row by itself on a page, no header
    if rest and (len(rows) > table.header or numbered) and _goes_on(rows[-1], rest[0]):
        halves = zip(rows[-1], rest.pop(0), strict=True)
        rows[-1] = tuple(
            sewn(pair) if all(s.words for s in pair) else joined(pair) for pair in halves
        )
    return Leaf((*rows, *rest), part.page, part.posts, table.header)


def _repeated(table: Leaf, part: Leaf) -> int:
    """How many rows of the header the part repeats."""
    count = 0
    for row, other in zip(table.rows[: table.header + 1], part.rows, strict=False):
        if is_blank(row) or [folded(c.words) for c in row] != [folded(c.words) for c in other]:
            break
        count += 1
    return count


def _same_columns(table: Leaf, part: Leaf) -> bool:
    if len(table.posts) != len(part.posts) or not part.posts:
        return False
    return all(abs(a - b) < _NEAR for a, b in zip(table.posts, part.posts, strict=True))


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row is the rest of the one above that a page cut."""
    filled = [(a.words, b.words) for a, b in zip(above, row, strict=True) if b.words]
    if len(filled) == 1 and sum(bool(cell.words) for cell in above) == 1:
        ((before, words),) = filled
        if before.isupper() and words.isupper() and read_marker(words) is None:
            return True  # the heading of a group of rows
    if row[0].words:  # no key column: each cell goes on
        return all(a and not a.endswith(_ENDS) and not _begins(words) for a, words in filled)
    if any(b and (not _begins(words) or is_bound_to(b, words)) for b, words in filled):
        return True
    return all(before and not before.endswith(_ENDS) for before, _ in filled)


def _begins(words: str) -> bool:
    """Whether a cell begins something and does not go on with a sentence."""
    return words[0].isupper() or read_marker(words) is not None
