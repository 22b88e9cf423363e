"""The rows of a sheet as people lay them out: title lines, a table, what stands below it.

A table begins with the first row of three cells or more below the letterhead; where there is none,
of two above a row of two. Above it a row of one cell is a line, others stand side by side, as in a
letterhead. A row behind a blank one whose first cell is that of the header begins another table; a
few cells behind the last row are lines again.
"""

from collections.abc import Callable, Iterator, Sequence

from loaders.layout.words import is_letterhead
from loaders.readers.drafts import Draft, Grid
from loaders.readers.strands import COVERED, EMPTY, Strand
from loaders.readers.tables import stitch
from loaders.readers.workbook.cells import Sheet, Shown

Row = tuple[Shown, ...]
#: lays the words of a cell down and gives their strand
Lay = Callable[[Shown], Strand]
#: a letterhead stands in so many first rows; a row of so many cells is one of a table
_TOP, _ENOUGH = 8, 3


def laid(sheet: Sheet, lay: Lay) -> list[Draft | Grid]:
    """The lines and tables of a sheet (các dòng và bảng)."""
    rows = sheet.rows
    first = _first(rows)
    if first is None:
        return [*_lines(rows, lay)]
    drafts: list[Draft | Grid] = [*_lines(rows[:first], lay)]
    starts = [first, *_further(rows, first)]
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        end = _end(rows, start, stop)
        drafts.append(_grid(rows[start:end], sheet.columns, lay))
        drafts += _lines(rows[end:stop], lay)
    return stitch(drafts)


def _first(rows: Sequence[Row]) -> int | None:
    """Where the first table begins; None on a sheet of lines."""
    heads = (at for at in range(min(_TOP, len(rows)), 0, -1) if _is_head(rows[at - 1]))
    top = next(heads, 0)
    for least in (_ENOUGH, 2):
        for at in range(top, len(rows) - 1):
            if len(rows[at]) >= least and (least == _ENOUGH or len(rows[at + 1]) >= least):
                return at
    return None


def _is_head(row: Row) -> bool:
    return any(is_letterhead(cell.words) for cell in row)


def _further(rows: Sequence[Row], first: int) -> Iterator[int]:
    """Where other tables begin: behind a blank row or a line, with the first heading again."""
    head = rows[first][0].words.casefold()
    for at in range(first + 1, len(rows)):
        begins = len(rows[at]) > 1 and rows[at][0].words.casefold() == head
        if begins and len(rows[at - 1]) < 2:
            yield at


def _end(rows: Sequence[Row], start: int, stop: int) -> int:
    """Where a table ends: behind its last row of several cells and the rows right below it that
    stand under its first column; a note over several columns is none of them."""
    least = min(_ENOUGH, len(rows[start]))
    end = 1 + max(at for at in range(start, stop) if len(rows[at]) >= least)
    under = rows[start][0].column
    while end < stop and rows[end] and rows[end][0].column == under == rows[end][0].right:
        end += 1
    return end


def _lines(rows: Sequence[Row], lay: Lay) -> Iterator[Draft]:
    """Rows of one cell as lines, rows of two column by column."""
    beside: list[Row] = []
    for row in [*rows, ()]:
        if len(row) > 1:
            beside.append(row)
            continue
        for column in range(max(map(len, beside), default=0)):
            yield from (Draft(lay(cells[column])) for cells in beside if column < len(cells))
        beside = []
        yield from (Draft(lay(cell)) for cell in row)


def _grid(rows: Sequence[Row], columns: Sequence[int], lay: Lay) -> Grid:
    places = {column: place for place, column in enumerate(columns)}
    covered: dict[int, int] = {}  # the last row that a cell above reaches over, by column
    lines: list[tuple[Strand, ...]] = []
    for row in rows:
        line = [EMPTY] * len(columns)
        for column, bottom in covered.items():
            if row and bottom >= row[0].row:
                line[places[column]] = COVERED
        for cell in row:
            line[places[cell.column]] = lay(cell)
            covered[cell.column] = cell.bottom
        lines.append(tuple(line))
    return Grid(tuple(lines))
