"""What tables of many pages become: one table, its header once, rows cut by a page rejoined.

The rule: the same header again and no heading between; then a first row without a key continues the
row above, cell by cell. A row without a key anywhere else is a row of its own under the one above.
"""

from collections.abc import Iterable, Sequence

from graph.words.folding import words
from loaders.readers.drafts import Draft, Grid, is_blank
from loaders.readers.strands import EMPTY, Strand, joined


def stitch(drafts: Iterable[Draft | Grid]) -> list[Draft | Grid]:
    """The drafts with tables that go on over pages in one (ghép bảng)."""
    stitched: list[Draft | Grid] = []
    for draft in drafts:
        before = stitched[-1] if stitched else None
        if isinstance(draft, Grid) and isinstance(before, Grid):
            whole = _continued(before, draft)
            if whole is not None:
                stitched[-1] = whole
                continue
        stitched.append(draft)
    return [_tidy(d) if isinstance(d, Grid) else d for d in stitched]


def _continued(table: Grid, part: Grid) -> Grid | None:
    """``table`` with the rows of ``part`` when that repeats its header; None when it does not."""
    if not table.rows or not part.rows or not _repeats(_heads(table), part.rows[0]):
        return None
    rows, rest = list(table.rows), list(part.rows[1:])
    if rest and len(rows) > 1 and _goes_on(rest[0]):
        rows[-1] = _merged(rows[-1], rest.pop(0))
    return Grid((*rows, *rest), table.page, headed=True)


def _heads(grid: Grid) -> list[list[str]]:
    """The folded words of each cell of the header row."""
    return [words(cell.words) for cell in grid.rows[0]]


def _repeats(heads: Sequence[list[str]], row: Sequence[Strand]) -> bool:
    """The same headings, but for what a scanner got wrong."""
    if not heads or len(heads) != len(row):
        return False
    return all(head == words(cell.words) for head, cell in zip(heads, row, strict=True))


def _goes_on(row: Sequence[Strand]) -> bool:
    """Whether the first row under a repeated header continues the row above: no key of its own."""
    return not row[0].words and not is_blank(row)


def _merged(row: Sequence[Strand], rest: Sequence[Strand]) -> tuple[Strand, ...]:
    width = max(len(row), len(rest))
    upper = (*row, *(EMPTY,) * (width - len(row)))
    lower = (*rest, *(EMPTY,) * (width - len(rest)))
    return tuple(joined(pair) for pair in zip(upper, lower, strict=True))


def _tidy(grid: Grid) -> Grid:
    """Repeated headers and empty rows out of the rows."""
    if not grid.rows:
        return grid
    heads = _heads(grid)
    kept = [row for row in grid.rows[1:] if not is_blank(row) and not _repeats(heads, row)]
    return Grid((grid.rows[0], *kept), grid.page, grid.headed)
