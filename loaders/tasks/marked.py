"""Columns in which a sign marks who takes part or when: a matrix of units, of months (ma trận)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.words.patterns import any_of
from loaders.mentions import TimeFrame, UnitMention
from loaders.tasks.labels import role_of_column
from loaders.tasks.periods import period_of
from loaders.tasks.prose_words import role_signs, role_words
from loaders.tasks.shared import Source
from loaders.tasks.table_heads import Head
from loaders.text import Cell, Table
from loaders.times.timeframes import interpret
from loaders.units.heads import begins_unit
from loaders.units.read import split_units

#: a sign that says only that the column is meant
_PLAIN = re.compile(r"[xX✓✔√☑☒●■•*+v]{1,2}")
#: any other sign may be one that nobody explains
_SIGN = re.compile(r"\D{1,2}")
_CODE = re.compile(r"[A-ZĐ][A-ZĐ&-]{1,7}")
_FEWEST = 2  # columns of one kind that make a matrix
_LEGEND = 4  # paragraphs above and below a table among which its signs are explained


@dataclass(frozen=True, slots=True)
class Marked:
    """The columns of signs: head cells of units, times by column, the roles that signs give.

    ``periods``: the kind of time ("Tháng", "Quý", ""), its place in it, the year if told.
    """

    units: Mapping[int, Cell]
    periods: Mapping[int, tuple[str, str, str]]
    roles: Mapping[str, str]

    def __contains__(self, column: int) -> bool:
        """Whether signs stand in the column."""
        return column in self.units or column in self.periods


def find_marked(source: Source, table: Table, head: Head) -> Marked | None:
    """The columns of a table in which nothing but signs stand; None where it is no matrix."""
    periods = dict(_period_columns(head))
    units = dict(_unit_columns(source, table, head))
    if len(periods) < _FEWEST and len(units) < _FEWEST:
        return None
    signs = dict(_signs(source, table.rows[head.first_row :], {*periods, *units}))
    periods = {column: said for column, said in periods.items() if column in signs}
    units = {column: cell for column, cell in units.items() if column in signs}
    if not any(signs.values()) or (len(periods) < _FEWEST and len(units) < _FEWEST):
        return None
    used = {sign for column in units for sign in signs[column]}
    return Marked(units, periods, _meanings(source, table, used))


def marked_units(
    source: Source, marked: Marked, row: Sequence[Cell]
) -> Iterator[tuple[str, tuple[UnitMention, ...]]]:
    """The units whose column is marked in a row, each with the role that its sign gives."""
    for column, head in marked.units.items():
        cell = row[column] if column < len(row) else None
        sign = source.words(cell.start, cell.end) if cell else ""
        if role := marked.roles.get(sign.upper()):
            named = split_units(source.text, head.start, head.end, source.scope, f"table_{role}")
            yield role, tuple(named)


def marked_time(source: Source, marked: Marked, row: Sequence[Cell]) -> TimeFrame | None:
    """The months, quarters or years that are marked in a row; None where none is."""
    filled = [c for c in marked.periods if c < len(row) and row[c].start < row[c].end]
    if not filled:
        return None
    kind, _, year = marked.periods[filled[0]]
    listed = ", ".join(marked.periods[column][1] for column in filled)
    text = " ".join(part for part in (kind, listed) if part) + (f" năm {year}" if year else "")
    frame = interpret(text, row[filled[0]].start, source.time, "table_marks")
    return frame if frame.intervals else None


def _period_columns(head: Head) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """The columns whose heads are times; the heading over several stands over the first."""
    over = ""
    for column, names in enumerate(head.names):
        over = next((words for words in names[1:] if words), over)
        if names and names[0] and (period := period_of(names[0], over)):
            yield column, period


def _unit_columns(source: Source, table: Table, head: Head) -> Iterator[tuple[int, Cell]]:
    """The columns whose heads name units, each with the cell that does."""
    for column, names in enumerate(head.names):
        name = names[0] if names else ""
        if role_of_column(name) is None and (begins_unit(name) or _CODE.fullmatch(name)):
            named = (cell for row in table.rows[: head.first_row] for cell in row)
            for cell in named:
                if source.words(cell.start, cell.end) == name:
                    yield column, cell
                    break


def _signs(
    source: Source, body: Sequence[Sequence[Cell]], columns: set[int]
) -> Iterator[tuple[int, set[str]]]:
    """Those of the columns in which signs alone stand, if any do, and which."""
    for column in columns:
        cells = (row[column] for row in body if column < len(row))
        said = {source.words(c.start, c.end) for c in cells if c.start < c.end}
        if all(_SIGN.fullmatch(words) or words in role_signs() for words in said):
            yield column, {words.upper() for words in said}


def _meanings(source: Source, table: Table, used: set[str]) -> dict[str, str]:
    """The role of each sign: as the legend says, else as the sign is known; a plain sign beside one
    that says who helps tells who leads."""
    told = {m["mark"].upper(): role_words()[m["role"].lower()] for m in _legend(source, table)}
    known = {sign: told.get(sign) or role_signs().get(sign) for sign in used}
    helped = "coordinate" in known.values() and "lead" not in known.values()
    plain = "lead" if helped else "execute"
    return {sign: role or plain for sign, role in known.items() if role or _PLAIN.fullmatch(sign)}


def _legend(source: Source, table: Table) -> Iterator[re.Match[str]]:
    blocks, at = source.text.blocks, source.text.index_at(table.start)
    below = source.text.index_at(max(table.start, table.end - 1)) + 1
    for block in (*blocks[max(0, at - _LEGEND) : at], *blocks[below : below + _LEGEND]):
        yield from _told().finditer(source.text.words(block))


@cache
def _told() -> re.Pattern[str]:
    """A sign and the role that a legend gives it ("X: đơn vị chủ trì")."""
    sign = r"[\"“(]?(?P<mark>[A-ZĐ]{1,2}|[xX✓✔√●■○□▲△*+])[\"”)]?"
    role = rf"(?:(?:cơ quan|đơn vị|phòng|bộ phận)\s)?(?P<role>{any_of(role_words())})"
    return re.compile(rf"(?<!\w){sign}\s*(?::|=|-|–|là)\s*{role}", re.I)
