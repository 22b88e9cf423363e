"""The header of a table: the words over each column, from one row or two (dòng tiêu đề)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.tasks.labels import BESIDE, role_of_column
from loaders.tasks.periods import period_of
from loaders.tasks.prose_words import pattern_of
from loaders.tasks.shared import Source
from loaders.text import Cell, Table
from loaders.units.heads import begins_unit

_UNIT_ROLES = ("lead", "coordinate", "execute", "supervise", "advise")
#: what a cell that marks something holds ("X"), and nothing else
_MARK = re.compile(r"[A-ZĐa-z+*✓✔√☑☒●■•–-]{1,2}")
#: a name under a heading of money or notes: "Ngân sách", "Khác"
_PLAIN = re.compile(r"[^\W\d_][^\d.;:]{2,30}")
_NUMBER = re.compile(r"[\s(]*(?:\d{1,3}|[IVX]{1,5}|[A-Z])[.)\s]*")
_COUNT = re.compile(r"\d{1,3}[.)]?")
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
    """What may be the header of a table, the likeliest first; none where it begins with a row."""
    rows = [[source.words(c.start, c.end) for c in row] for row in islice(table.rows, 2)]
    if rows and rows[0] and _COUNT.fullmatch(rows[0][0]):
        return
    if spread := _spread(source, table, rows):
        yield Head(tuple(spread), 2)
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


def _spread(
    source: Source, table: Table, rows: Sequence[Sequence[str]]
) -> list[tuple[str, ...]] | None:
    """The names of all columns where the second row of the header holds only those under headings
    that span them, one cell after another ("Trách nhiệm thực hiện": "Chủ trì", "Phối hợp")."""
    if len(rows) < 2 or len(table.rows) < 3:
        return None
    upper, lower = ([w for w in row if w] for row in rows)
    whole = list(rows[0][: len(upper)]) == upper and list(rows[1][: len(lower)]) == lower
    numbered = {_NUMBER.fullmatch(words) is not None for words in lower}
    if not whole or len(lower) < _LOWER or len(numbered) > 1:
        return None  # a number before words begins a row
    ways = list(_allotted(upper, lower))
    if len(ways) != 1 or not _fits(source, table, ways[0]):
        return None
    told = any(over and role_of_column(over[0]) not in BESIDE for _, *over in ways[0])
    return ways[0] if told else None


def _allotted(upper: Sequence[str], lower: Sequence[str]) -> Iterator[list[tuple[str, ...]]]:
    """Each way in which headings of the first row can span all the names of the second."""
    if not upper:
        if not lower:
            yield []
        return
    first, *rest = upper
    for way in _allotted(rest, lower):
        yield [(first,), *way]
    for count in range(_LOWER, len(lower) + 1):
        if _spans(first, lower[:count]):
            for way in _allotted(rest, lower[count:]):
                yield [*((name, first) for name in lower[:count]), *way]


def _spans(upper: str, lower: Sequence[str]) -> bool:
    """Whether a heading can stand over these names."""
    roles = {role_of_column(words) for words in lower}
    over = role_of_column(upper)
    if over == "time":
        return roles <= {"time", "until"} or all(period_of(words, upper) for words in lower)
    if over in BESIDE:
        plain = all(_PLAIN.fullmatch(words) and not begins_unit(words) for words in lower)
        return plain and roles <= {None, *BESIDE}
    if not pattern_of("spanning").search(upper.lower()):
        return False
    return roles <= {*_UNIT_ROLES} or all(begins_unit(words) for words in lower)


def _fits(source: Source, table: Table, names: Sequence[tuple[str, ...]]) -> bool:
    """Whether what stands in the columns of units is signs, or units in one beside the first."""
    roles = [role_of_column(name) if over else None for name, *over in names]
    own = [
        i for i, (name, *over) in enumerate(names) if over and not roles[i] and begins_unit(name)
    ]
    signs = (_said(source, row, column) for row in table.rows[2:] for column in own)
    if not all(_MARK.fullmatch(words) for words in signs if words):
        return False
    told = [
        i for i, (name, *over) in enumerate(names) if over and role_of_column(name) in _UNIT_ROLES
    ]
    return not told or any(
        begins_unit(_said(source, row, column).lstrip(" -+*"))
        for row in table.rows[2:]
        for column in told[1:]
    )


def _said(source: Source, row: Sequence[Cell], column: int) -> str:
    return source.words(row[column].start, row[column].end) if column < len(row) else ""


def _is_lower(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the second row only names columns under a heading over several of them."""
    if len(rows) < 2 or not rows[1] or rows[1][0]:
        return False
    named = [role_of_column(words) for words in rows[1] if words]
    return len(named) > 1 and (all(named) or {"lead", "coordinate"} <= {*named})
