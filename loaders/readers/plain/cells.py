"""Tables of which a program wrote each cell on a line of its own, as Word and LibreOffice do.

Nothing marks them but their numbers: under a heading for numbers (STT) rows follow of equally many
lines, the first of each its number. Where the numbers do not count on, no table is seen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import rows
from loaders.layout.words import BeginningRow
from loaders.readers.drafts import Draft, Grid
from loaders.readers.grids import grid_of
from loaders.readers.lines import BLANK, WORDS, Line
from loaders.readers.strands import EMPTY, Strand, joined

_NUMBER = re.compile(r"(\d{1,3})[.)]?\Z")
_GROUP = re.compile(r"(?:[IVX]{1,6}|[A-H])[.)]?\Z")
#: columns of a table; lines of its header; rows with a number that count on
_NARROW, _WIDE, _DEEP, _FEWEST = 3, 13, 26, 2

Cells = Sequence[Strand]


@cache
def number_headings() -> frozenset[str]:
    """What stands over the numbers of rows (``layout.toml``: number_heading)."""
    return frozenset(row.begins for row in rows("layout", "number_heading", BeginningRow))


def find_cells(lines: Sequence[Line], index: int) -> tuple[list[Draft | Grid], int] | None:
    """The table whose header begins at ``lines[index]`` and the line after it, or None."""
    head = _cells(lines, index, index + _DEEP)
    first = next((at for at in range(_NARROW, len(head)) if _opens(head[at])), None)
    if first is None:
        return None
    read = (_rows(lines, index + first, wide) for wide in range(_NARROW, _WIDE))
    best = max(read, key=lambda found: found.numbered)
    header = _header(_whole(head[:first]), best.wide)
    if best.numbered < _FEWEST or not header:
        return None
    return [grid_of([*header, *best.rows], headed=True)], best.end


def _cells(lines: Sequence[Line], start: int, end: int) -> list[Strand]:
    """What stands in lines, as far as they may be cells; a blank line is an empty one."""
    cells = []
    for line in lines[start:end]:
        if line.kind is not WORDS and line.kind is not BLANK:
            break
        cells.append(line.strand if line.kind is WORDS else EMPTY)
    return cells


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows of so many columns, how many of them have a number, and the line after them."""

    wide: int
    rows: list[Cells]
    numbered: int
    end: int


def _opens(cell: Strand) -> bool:
    """Whether a cell is the number of a first row."""
    return cell.words.rstrip(".)") in ("1", "01", "I", "A")


def _rows(lines: Sequence[Line], at: int, wide: int) -> _Found:
    """The rows from a line on, as long as their numbers count on."""
    found: list[Cells] = []
    last = numbered = 0
    while row := _cells(lines, at, at + wide):
        number = _NUMBER.match(row[0].words)
        grouped = _GROUP.match(row[0].words) is not None
        below = _NUMBER.match(row[2].words) if grouped and len(row) > 2 else None
        if below and int(below[1]) in (1, last + 1):
            found.append(row[:2])  # the title of a group reaches over the other columns
            at, last = at + 2, int(below[1]) - 1
        elif len(row) < wide or not (grouped or (number and int(number[1]) == last + 1)):
            break
        else:
            found.append(row)
            at += wide
            if number:
                last, numbered = last + 1, numbered + 1
    return _Found(wide, found, numbered, at)


def _whole(cells: Cells) -> Cells:
    """Headings whose unit or rest stands on a line of its own: "Mức cấp", "(đồng)"."""
    whole: list[Strand] = []
    for cell in cells:
        if whole and (cell.words[:1] == "(" or cell.words[:1].islower()):
            whole[-1] = joined((whole[-1], cell))
        else:
            whole.append(cell)
    return whole


def _header(cells: Cells, wide: int) -> list[Cells]:
    """The rows of a header; in one of two rows a heading over several columns comes once."""
    if len(cells) == wide:
        return [cells]
    if len(cells) == 2 * wide:
        return [cells[:wide], cells[wide:]]
    upper, lower = iter(cells[:-wide]), cells[-wide:]
    if lower[0].words:  # the heading of the numbers reaches over both rows
        return []
    row: list[Strand] = []
    for at, cell in enumerate(lower):
        within = cell.words and at and lower[at - 1].words
        heading = EMPTY if within else next(upper, None)
        if heading is None:
            return []
        row.append(heading)
    return [] if next(upper, None) else [row, lower]
