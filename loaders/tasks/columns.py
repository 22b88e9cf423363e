"""The columns of a task table, and rows whose first cells are merged with those above (cột)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.tasks.labels import is_target, role_of_column
from loaders.tasks.prose_words import words_of
from loaders.tasks.shared import Source
from loaders.text import Cell, Table
from loaders.times.timeframes import asks_deadline
from loaders.units.heads import begins_unit

#: a row's own number: "1", "2.3", "IV", "a", "đ)"
_NUMBER = re.compile(
    r"[\s*(]*(?:(?:\d{1,3}|[IVXLC]{1,6})(?:\.\d{1,2}){0,3}|[A-ZĐa-zđ]{1,2})?[\s.)/*]*"
)

_UNIT_ROLES = ("lead", "coordinate", "execute", "supervise", "advise")
#: the heading over the columns of units
_SPANNING = re.compile(r"phân công|trách nhiệm|(?:cơ quan|đơn vị)(?! phối hợp)|tổ chức thực hiện")
_TORN_ROWS = 3  # rows that a page break may have taken out of the table


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``first_row`` is the first below the header, ``width`` its width.

    ``deadline``: the time column asks for deadlines; ``targets``: the rows are targets (chỉ tiêu).
    """

    roles: dict[str, int]
    first_row: int
    width: int
    deadline: bool = False
    targets: bool = False


def find_columns(source: Source, table: Table) -> Columns | None:
    """The columns of a task table, its header in one row or two; None for other tables."""
    heads = [[source.words(c.start, c.end) for c in row] for row in table.rows[:2]]
    if any(words_of("foreign").search(words.lower()) for words in heads[0]):
        return None
    rows_of_head = 0
    if spread := _spread_head(source, table, heads):
        heads, rows_of_head = [spread], 2
    lower = _is_lower_head(heads)
    for depth in (2,) if lower else (1, 2):
        if len(heads) < depth or len(table.rows) <= depth:
            continue
        roles: dict[str, int] = {}
        for column in range(len(heads[0])):
            above = [h[column] for h in heads[:depth] if column < len(h)]
            said = above[-1:] if lower and above[-1] else above[::-1]
            role = next((r for words in said if (r := role_of_column(words))), None)
            if role and role not in roles:
                roles[role] = column
            elif role == "task" and column == roles["task"] + 1:
                roles["inner"] = column
        first = rows_of_head or depth
        if "execute" in roles and not _holds_units(source, table, roles["execute"], first):
            del roles["execute"]
        target = None if "task" in roles else _target(heads[:depth])
        if target is not None:
            roles = {r: c for r, c in roles.items() if c != target} | {"task": target}
        if "task" in roles and any(role in roles for role in ("lead", "execute", "coordinate")):
            width = max(i for i, words in enumerate(heads[0]) if words) + 1
            time = heads[0][roles["time"]] if "time" in roles else ""
            return Columns(roles, first, width, asks_deadline(time), target is not None)
    return None


def _spread_head(source: Source, table: Table, heads: Sequence[Sequence[str]]) -> list[str] | None:
    """The names of all columns where the second row of the header holds only those under a heading
    that spans them, one cell after another ("Trách nhiệm thực hiện": "Chủ trì", "Phối hợp")."""
    if len(heads) < 2 or len(table.rows) < 3:
        return None
    upper, lower = ([w for w in head if w] for head in heads)
    roles = [role_of_column(words) for words in lower]
    units = next((i for i, role in enumerate(roles) if role not in _UNIT_ROLES), len(roles))
    whole = list(heads[0][: len(upper)]) == upper and list(heads[1][: len(lower)]) == lower
    if units < 2 or not whole or any(role not in ("time", "until") for role in roles[units:]):
        return None
    spans = [i for i, words in enumerate(upper) if _SPANNING.search(words.lower())]
    times = [i for i, words in enumerate(upper) if role_of_column(words) == "time"]
    if not spans or (units < len(lower) and not times):
        return None
    second = [row[spans[0] + 1] for row in table.rows[2:] if spans[0] + 1 < len(row)]
    if not any(begins_unit(source.words(c.start, c.end).lstrip(" -+*")) for c in second):
        return None  # the second column under the heading names no units
    under = {spans[0]: lower[:units]}
    if units < len(lower):
        under[times[0]] = lower[units:]
    return [name for i, words in enumerate(upper) for name in under.get(i, [words])]


def _holds_units(source: Source, table: Table, column: int, first_row: int) -> bool:
    """Whether a column headed "Đơn vị" names units and not what is counted (%, lượt, km)."""
    cells = (row[column] for row in table.rows[first_row:] if column < len(row))
    filled = [source.words(c.start, c.end) for c in cells if c.start < c.end]
    return not filled or any(begins_unit(words.lstrip(" -+*")) for words in filled)


def _target(heads: Sequence[Sequence[str]]) -> int | None:
    """The column of the targets (chỉ tiêu), which are what is to be done where no other says it."""
    found = (i for row in heads for i, words in enumerate(row) if is_target(words))
    return next(found, None)


def _is_lower_head(heads: Sequence[Sequence[str]]) -> bool:
    """Whether the second row only names columns under a heading over several of them."""
    if len(heads) < 2 or not heads[1] or heads[1][0]:
        return False
    named = [role_of_column(words) for words in heads[1] if words]
    return len(named) > 1 and (all(named) or {"lead", "coordinate"} <= {*named})


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
        if rows and _is_shifted(source, row, columns):
            above = rows[-1]
            rows.extend(_shifted(part, above, columns) for part in _parts(row))
        else:
            rows.append(row)
    return rows


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
