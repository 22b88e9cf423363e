"""What the cells of one row say of its task: units by role, time, product (ô của một dòng)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from msgspec.structs import replace

from loaders.mentions import Span, TimeFrame, UnitMention
from loaders.tasks.columns import Columns
from loaders.tasks.marked import marked_time, marked_units
from loaders.tasks.repeats import Before, is_repeat, repeated
from loaders.tasks.role_entries import read_entry
from loaders.tasks.shared import Source
from loaders.tasks.title_periods import title_period
from loaders.tasks.torn_columns import is_number
from loaders.text import Cell
from loaders.times.timeframes import read_time
from loaders.units.lists import NOTHING
from loaders.units.read import split_units

#: the sign before an item of a list in a cell; a dash within a line may be a dash
_ITEM = re.compile(r"(?:^|\n\s*|(?<=[;.,])\s+)[-–+•*]\s+|\s[•*+]\s+")
_ROLES = ("lead", "execute", "coordinate", "advise", "supervise")


@dataclass(frozen=True, slots=True)
class RowCells:
    """The units of a row by their role, its time, its product and the money for it."""

    units: dict[str, tuple[UnitMention, ...]]
    time: TimeFrame | None
    deliverable: str | None
    budget: str | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of who, when and what for."""
        return not any(self.units.values()) and self.time is None and not self.deliverable


def read_cells(
    source: Source, columns: Columns, row: Sequence[Cell], before: Before[RowCells]
) -> RowCells:
    """What a row says; ``before``: the rows before it, for a cell that repeats ("như trên")."""
    units: dict[str, tuple[UnitMention, ...]] = dict.fromkeys(_ROLES, ())
    for role in _ROLES:
        cell = _cell(row, columns, role)
        if cell is None:
            continue
        words = source.words(cell.start, cell.end)
        if cell.covered or is_repeat(words):
            same = repeated(words, before)
            units[role] += same.units[role] if same else ()
            continue
        if is_number(source, cell) or title_period(source, Span(cell.start, cell.end)):
            continue
        for said, start, end in _entries(source, cell, role):
            units[said] += tuple(
                split_units(source.text, start, end, source.scope, f"table_{said}")
            )
    if columns.marked:
        for role, named in marked_units(source, columns.marked, row):
            units[role] += named
    time = _time(source, columns, row, before)
    product = _said(source, columns, row, before, "deliverable")
    money = _said(source, columns, row, before, "budget")
    if money and columns.currency and not money[-1:].isalpha():
        money = f"{money} {columns.currency}"
    return RowCells(units, time, product, money)


def _misplaced_time(source: Source, columns: Columns, row: Sequence[Cell]) -> TimeFrame | None:
    """The time that stands among the units, as in a row that has lost a cell before it."""
    cells = (_cell(row, columns, role) for role in _ROLES)
    found = (title_period(source, Span(c.start, c.end)) for c in cells if c and c.start < c.end)
    return next((time for time in found if time), None)


def _cell(row: Sequence[Cell], columns: Columns, role: str) -> Cell | None:
    """The cell of a role, filled or covered by the one above; None where it has none.

    An empty one before the number of the row is covered: rows are grouped by what stands there.
    """
    column = columns.roles.get(role)
    cell = row[column] if column is not None and column < len(row) else None
    if cell and column is not None and column < columns.roles.get("order", 0):
        cell = Cell(cell.start, cell.end, covered=cell.start == cell.end)
    return cell if cell and (cell.start < cell.end or cell.covered) else None


def _entries(source: Source, cell: Cell, role: str) -> list[tuple[str, int, int]]:
    """The cell's parts by role: those who carry out may be told apart by who leads and helps."""
    if role not in ("lead", "execute"):
        return [(role, cell.start, cell.end)]
    return list(read_entry(source.text.content, cell.start, cell.end, role))


def _time(
    source: Source, columns: Columns, row: Sequence[Cell], before: Before[RowCells]
) -> TimeFrame | None:
    cell = _cell(row, columns, "time")
    if cell is None and columns.marked and (marked := marked_time(source, columns.marked, row)):
        return marked
    until = _cell(row, columns, "until")
    last = _read(source, until, deadline=True) if until else None
    if cell is None:
        return last or _misplaced_time(source, columns, row)
    if cell.covered or is_repeat(source.words(cell.start, cell.end)):
        same = repeated(source.words(cell.start, cell.end), before)
        return same.time if same else None
    time = _read(source, cell, deadline=columns.deadline)
    return _till(time, last) if time else last


def _read(source: Source, cell: Cell, *, deadline: bool) -> TimeFrame | None:
    words = source.text.content[cell.start : cell.end]
    return read_time(words, cell.start, source.time, deadline=deadline)


def _till(time: TimeFrame, until: TimeFrame | None) -> TimeFrame:
    """The time from the one cell to the other (thời gian bắt đầu, kết thúc)."""
    last = until.intervals[-1][1] if until and until.intervals else until and until.due
    if until is None or not (last and time.intervals and time.intervals[0][0] <= last):
        return time
    days = ((time.intervals[0][0], last),)
    return replace(time, text=f"{time.text} - {until.text}", intervals=days, due=None)


def _said(
    source: Source,
    columns: Columns,
    row: Sequence[Cell],
    before: Before[RowCells],
    role: Literal["deliverable", "budget"],
) -> str | None:
    """What the column of a role says in a row, or in the row that its cell repeats."""
    cell = _cell(row, columns, role)
    words = source.words(cell.start, cell.end) if cell else ""
    if cell and (cell.covered or is_repeat(words)):
        same = repeated(words, before)
        return getattr(same, role) if same else None
    if cell is None or NOTHING.fullmatch(words):
        return None
    said = source.text.content[cell.start : cell.end].strip()
    if not _ITEM.match(said):
        return words
    return "; ".join(" ".join(item.split()).strip(";,") for item in _ITEM.split(said)[1:])
