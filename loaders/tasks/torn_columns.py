"""Rows whose cells do not stand under their heads: parted, shifted, torn at a page (hàng lệch)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.tasks.columns import Columns
from loaders.tasks.shared import Source
from loaders.text import Cell, Table

#: a row's own number: "1", "2.3", "IV", "a", "đ)"
_NUMBER = re.compile(
    r"[\s*(]*(?:(?:\d{1,3}|[IVXLC]{1,6})(?:\.\d{1,2}){0,3}|[A-ZĐa-zđ]{1,2}|[-–+•])?[\s.)/*]*"
)
_TORN_ROWS = 3  # rows that a page break may have taken out of the table


def going_on(source: Source, table: Table, above: Columns, last: int) -> Columns | None:
    """The columns of the table above for one without a header whose rows count on from ``last``.

    What stands before its first number is the rest of a row that the page break tore.
    """
    if above.roles.get("order") != 0:
        return None
    for index, row in enumerate(table.rows):
        if count := count_of(source, row):
            fits = sum(c.start < c.end for c in row) <= above.width
            near = last < count <= last + _TORN_ROWS
            return replace(above, first_row=index) if near and fits else None
    return None


def count_of(source: Source, row: Sequence[Cell]) -> int:
    """The number in a row's first cell; 0 where none stands."""
    words = source.words(row[0].start, row[0].end).strip(" .*()/") if row else ""
    return int(words) if words.isdecimal() else 0


def aligned(source: Source, table: Table, columns: Columns) -> list[Sequence[Cell]]:
    """The rows that say something; those whose first cells are merged upwards filled from above.

    Such a row begins with words where the number should stand: its cells are the last columns.
    """
    rows: list[Sequence[Cell]] = []
    whole = (r for row in table.rows[columns.first_row :] for r in _torn(source, row, columns))
    for row in whole:
        if not any(c.start < c.end for c in row):
            continue
        if _has_lost_first(source, row, rows, columns):
            rows.append([Cell(row[0].start, row[0].start, covered=True), *row[:-1]])
        elif rows and _is_shifted(source, row, columns):
            above = rows[-1]
            rows.extend(_shifted(part, above, columns) for part in _parts(row))
        else:
            rows.append(row)
    return rows


def _has_lost_first(
    source: Source, row: Sequence[Cell], rows: Sequence[Sequence[Cell]], columns: Columns
) -> bool:
    """Whether a row stands one place left of those above: the cell before their numbers reaches
    over several rows and is said once."""
    if columns.roles.get("order") != 1 or not rows or not is_number(source, rows[-1][1]):
        return False
    free = row[-1].start == row[-1].end
    return free and is_number(source, row[0]) and not is_number(source, row[1])


def is_parted(columns: Columns, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether one task stands beside several parts of it ("Nhiệm vụ", "Hoạt động"): the parts are
    what units do."""
    if "inner" not in columns.roles:
        return False
    task, inner = columns.roles["task"], columns.roles["inner"]
    cells = [(row[task], row[inner]) for row in body if inner < len(row)]
    return any(whole.covered for whole, _ in cells) or any(
        (whole.start < whole.end and whole.start == above.start)
        or (whole.start == whole.end and part.start < part.end)
        for (above, _), (whole, part) in pairwise(cells)
    )


def _torn(source: Source, row: Sequence[Cell], columns: Columns) -> list[Sequence[Cell]]:
    """A title with its number and the row that was taken for its end, apart; else the row."""
    parts = _parts(row)
    if columns.roles.get("order") != 0 or len(parts) != 2 or len(parts[0]) != 2:
        return [row]
    if not (is_number(source, parts[0][0]) and row[0].start < row[0].end):
        return [row]
    if is_number(source, parts[1][0]) and len(parts[1]) in (2, columns.width):
        return [*parts]
    if len(parts[1]) == columns.width - 1 and len(row) > columns.width:
        number = Cell(parts[1][0].start, parts[1][0].start)
        return [parts[0], [number, *parts[1]]]
    return [row]


def is_number(source: Source, cell: Cell) -> bool:
    """Whether a cell holds a number or letter of a row and nothing else."""
    words = source.words(cell.start, cell.end)
    return bool(words.strip(" .*()/")) and _NUMBER.fullmatch(words) is not None


def _is_shifted(source: Source, row: Sequence[Cell], columns: Columns) -> bool:
    order = columns.roles.get("order")
    if order != 0 or _NUMBER.fullmatch(source.words(row[0].start, row[0].end)):
        return False
    return sum(c.start < c.end for c in row) > 1 and len(_parts(row)[0]) < columns.width


def _parts(row: Sequence[Cell]) -> list[list[Cell]]:
    """Runs of filled cells: two short rows may have been taken for one."""
    parts: list[list[Cell]] = [[]]
    for cell in row:
        if cell.start < cell.end:
            parts[-1].append(cell)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _shifted(part: Sequence[Cell], above: Sequence[Cell], columns: Columns) -> list[Cell]:
    """The cells as the last columns; those merged upwards, but not the number, from above."""
    missing = columns.width - len(part)
    number = Cell(part[0].start, part[0].start)
    return [number, *above[1:missing], *part]
