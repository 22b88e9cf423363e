"""The header of a table: the words over each column, from one row or two (dòng tiêu đề)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.tasks.labels import role_of_column
from loaders.tasks.shared import Source
from loaders.text import Cell, Table
from loaders.units.heads import begins_unit

_UNIT_ROLES = ("lead", "coordinate", "execute", "supervise", "advise")
#: the heading over the columns of units
_SPANNING = re.compile(r"phân công|trách nhiệm|(?:cơ quan|đơn vị)(?! phối hợp)|tổ chức thực hiện")
#: what a cell that marks something holds ("X"), and nothing else
_MARK = re.compile(r"[A-ZĐa-z+*✓✔√●■•–-]{1,2}")
_LOWER = 2  # columns that one heading spans at least


@dataclass(frozen=True, slots=True)
class Head:
    """The words over each column, the nearest to its cells first; ``first_row`` below them."""

    names: tuple[tuple[str, ...], ...]
    first_row: int

    @property
    def width(self) -> int:
        """How many columns the header reaches over."""
        return max((i for i, words in enumerate(self.names) if any(words)), default=-1) + 1


def read_heads(source: Source, table: Table) -> Iterator[Head]:
    """What may be the header of a table, the likeliest first."""
    rows = [[source.words(c.start, c.end) for c in row] for row in islice(table.rows, 2)]
    if spread := _spread(source, table, rows):
        yield Head(tuple((words,) for words in spread), 2)
        return
    lower = _is_lower(rows)
    for depth in (2,) if lower else (1, 2):
        if len(rows) < depth or len(table.rows) <= depth:
            continue
        names = []
        for column in range(len(rows[0])):
            above = [row[column] for row in rows[:depth] if column < len(row)]
            names.append(tuple(above[-1:] if lower and above[-1] else above[::-1]))
        yield Head(tuple(names), depth)


def _spread(source: Source, table: Table, rows: Sequence[Sequence[str]]) -> list[str] | None:
    """The names of all columns where the second row of the header holds only those under a heading
    that spans them, one cell after another ("Trách nhiệm thực hiện": "Chủ trì", "Phối hợp")."""
    if len(rows) < 2 or len(table.rows) < 3:
        return None
    upper, lower = ([w for w in row if w] for row in rows)
    whole = list(rows[0][: len(upper)]) == upper and list(rows[1][: len(lower)]) == lower
    if not whole or len(lower) < _LOWER:
        return None
    roles = [role_of_column(words) for words in lower]
    units = next((i for i, role in enumerate(roles) if role not in _UNIT_ROLES), len(roles))
    spans = [i for i, words in enumerate(upper) if _SPANNING.search(words.lower())]
    times = [i for i, words in enumerate(upper) if role_of_column(words) == "time"]
    under: dict[int, list[str]] = {}
    if times and all(role in ("time", "until") for role in roles):
        under[times[0]] = lower  # "Thời gian": "Bắt đầu", "Kết thúc"
    elif spans and _are_units(source, table, lower, spans[0]):
        under[spans[0]] = lower  # "Đơn vị thực hiện": "Văn phòng", "Phòng Ngân sách"
    elif spans and units >= _LOWER and all(role in ("time", "until") for role in roles[units:]):
        if (units < len(lower) and not times) or not _names_units(source, table, spans[0] + 1):
            return None
        under[spans[0]] = lower[:units]
        if units < len(lower):
            under[times[0]] = lower[units:]
    if not under:
        return None
    return [name for i, words in enumerate(upper) for name in under.get(i, [words])]


def _are_units(source: Source, table: Table, lower: Sequence[str], column: int) -> bool:
    """Whether the second row names units over columns in which their part is marked."""
    if not all(begins_unit(words) for words in lower):
        return False
    said = (_said(source, row, column + i) for row in table.rows[2:] for i in range(len(lower)))
    return all(_MARK.fullmatch(words) for words in said if words)


def _names_units(source: Source, table: Table, column: int) -> bool:
    return any(begins_unit(_said(source, row, column).lstrip(" -+*")) for row in table.rows[2:])


def _said(source: Source, row: Sequence[Cell], column: int) -> str:
    return source.words(row[column].start, row[column].end) if column < len(row) else ""


def _is_lower(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the second row only names columns under a heading over several of them."""
    if len(rows) < 2 or not rows[1] or rows[1][0]:
        return False
    named = [role_of_column(words) for words in rows[1] if words]
    return len(named) > 1 and (all(named) or {"lead", "coordinate"} <= {*named})
