"""HTML tables to grids: cells over several rows or columns stand in the first of them."""

from collections.abc import Callable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from loaders.readers.drafts import Grid
from loaders.readers.grids import grid_of
from loaders.readers.strands import COVERED, EMPTY, Strand

#: a cell is spread over no more rows or columns than this
_WIDEST = 200
#: a table has no more columns than this, however far its cells say that they reach
_BROADEST = 1_000
#: a table of two rows has so many columns, and no more letters in a heading
_COLUMNS, _FEW = 3, 60


def spread(table: LexborNode, words: Callable[[LexborNode], Strand]) -> Grid:
    """The grid of a table; places that a cell above or to the left covers are empty (trải bảng)."""
    rows: list[list[Strand]] = []
    covered: dict[int, int] = {}  # column → rows below that a cell still covers
    for row in _rows(table):
        line: list[Strand] = []
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for cell in _cells(row):
            while len(line) in covered:
                line.append(COVERED)
            deep, wide = _span(cell, "rowspan"), _span(cell, "colspan")
            if deep > 1:
                reached = range(len(line), min(len(line) + wide, _BROADEST))
                covered |= dict.fromkeys(reached, deep)
            line += [words(cell)] + [EMPTY] * min(wide - 1, _BROADEST)
        while len(line) in covered:
            line.append(COVERED)
        rows.append(line)
    return grid_of(rows, headed=True)


def is_layout(table: LexborNode) -> bool:
    """Whether a table only sets things side by side: a letterhead, a signature, a whole page."""
    if len(table.css("table")) > 1 or table.css_first("h1") is not None:
        return True
    rows = [list(_cells(row)) for row in _rows(table)]
    widths = list(map(len, rows))
    return (len(rows) < 3 and not _is_headed(rows)) or max(widths) < 2


def _is_headed(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Whether two rows are the header of a table and its only row: three columns or more, each with
    a few words over it; a letterhead has two, its space between them is empty."""
    if len(rows) != 2 or len(rows[0]) != len(rows[1]) or len(rows[0]) < _COLUMNS:
        return False
    return all(0 < len(cell.text().strip()) < _FEW for cell in rows[0])


def cells_of(cell: LexborNode) -> Iterator[LexborNode]:
    """The contents of a cell."""
    yield from cell.iter(include_text=True)


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in {"td", "th"})


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() else 1
