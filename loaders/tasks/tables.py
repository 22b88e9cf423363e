"""Tasks from tables: columns by their headers, group rows, rows without a number (bảng)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.layout.markers import Marker, Style, read_marker
from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.columns import Columns, find_columns
from loaders.tasks.repeats import Before
from loaders.tasks.row_cells import RowCells, read_cells
from loaders.tasks.shared import Source, task_name
from loaders.tasks.title_periods import heading_time, title_period
from loaders.tasks.torn_columns import aligned, count_of, going_on, is_number, is_parted
from loaders.tasks.unit_rows import units_of_title
from loaders.text import Cell, Table

_NUMBERS = (Style.NUMBER, Style.DECIMAL, Style.LETTER)


@dataclass(slots=True)
class _Reader:
    """A table being read: groups still open, tasks found so far."""

    source: Source
    columns: Columns
    base: str
    default: TimeFrame | None
    offset: int
    groups: list[tuple[str, str, int]] = field(default_factory=list)  # style, label, index
    found: list[Assignment] = field(default_factory=list)
    last_label: str = ""
    above: RowCells | None = None  # what the row above says, for "như trên"
    numbered: dict[str, RowCells] = field(default_factory=dict)  # what each says, by its number
    outer: int | None = None  # the column of tasks whose parts are read
    whole: int = -1  # where the cell stands of which parts are being read
    periods: dict[int, TimeFrame] = field(default_factory=dict)  # of groups that name one
    doers: dict[int, tuple[UnitMention, ...]] = field(default_factory=dict)  # of groups that do


def table_tasks(source: Source, offset: int) -> list[Assignment]:
    """The tasks of all tables; one without a header may go on with the table above.

    ``offset``: how many assignments the document has before, for ``parent``.
    """
    found: list[Assignment] = []
    above, last = None, 0
    for table in source.text.tables:
        columns = find_columns(source, table)
        if columns is None and above:
            columns = going_on(source, table, above, last)
        if columns:
            found.extend(_one_table(source, table, columns, offset + len(found)))
            above, last = columns, max((count_of(source, row) for row in table.rows), default=0)
    return found


def _one_table(source: Source, table: Table, columns: Columns, offset: int) -> list[Assignment]:
    section = source.structure.section_at(table.start)
    default = None if "time" in columns.roles else heading_time(source, table)
    body = aligned(source, table, columns)
    outer = columns.roles["task"] if is_parted(columns, body) else None
    if outer is not None:
        columns = replace(columns, roles=columns.roles | {"task": columns.roles["inner"]})
    reader = _Reader(source, columns, section.path if section else "", default, offset, outer=outer)
    for index, row in enumerate(body):
        following = body[index + 1] if index + 1 < len(body) else None
        _read_row(reader, row, following)
    return reader.found


def _read_row(reader: _Reader, row: Sequence[Cell], following: Sequence[Cell] | None) -> None:
    number = _cell(row, reader.columns.roles.get("order"))
    name = _cell(row, reader.columns.roles["task"])
    label = _words(reader, number).strip(" .*()")
    title = name if name and name.start < name.end else _only_words(row, number) or number
    if title is None or title.start == title.end or is_number(reader.source, title):
        return
    if title is not name and title is not number:
        _open_group(reader, label, title, row)
        return
    if title is number:
        marker = read_marker(_words(reader, number) + " ")
        label = marker.label if marker else ""
    elif not label and (marker := _number_before(reader, title)):
        label, title = marker.label, Cell(title.start + marker.end, title.end)
    over = _cell(row, reader.outer)
    if over and over.start < over.end and not over.covered and over.start != reader.whole:
        reader.whole = over.start
        _open_group(reader, label, over, row)
        label = ""
    before = Before(reader.above, reader.numbered)
    said = read_cells(reader.source, reader.columns, row, before)
    if _is_banner(reader, title, said, following):
        _open_group(reader, label, title, row)
        return
    bare = said.is_empty
    if bare and (title is number or not _same_rank(reader, label, following)):
        _open_group(reader, label, title, row)
        return
    _add_task(reader, row, label, title, said, following)


def _number_before(reader: _Reader, title: Cell) -> Marker | None:
    """The number with which a name itself begins, where no column holds one ("1.2. Rà soát …")."""
    marker = read_marker(reader.source.text.content[title.start : title.end])
    if marker is None or marker.style not in _NUMBERS:
        return None
    return marker if title.start + marker.end < title.end else None


def _is_banner(
    reader: _Reader, title: Cell, said: RowCells, following: Sequence[Cell] | None
) -> bool:
    """Whether a row in capitals without units is the title of those below, even with a time."""
    if any(said.units.values()) or following is None or not _words(reader, title).isupper():
        return False
    below = _cell(following, reader.columns.roles["task"])
    return below is not None and not _words(reader, below).isupper()


def _only_words(row: Sequence[Cell], number: Cell | None) -> Cell | None:
    """The one cell with words beside the number: a group's title in some other column."""
    filled = [c for c in row if c.start < c.end and c is not number]
    return filled[0] if len(filled) == 1 else None


def _same_rank(reader: _Reader, label: str, following: Sequence[Cell] | None) -> bool:
    """Whether a row without units is one of the tasks around it and not their title."""
    if following is None:
        return bool(reader.found) and _style(label) == _style(reader.last_label)
    after = _words(reader, _cell(following, reader.columns.roles.get("order"))).strip(" .*()")
    return bool(after) and bool(label) and _style(after) == _style(label) != ""


def _open_group(reader: _Reader, label: str, title: Cell, row: Sequence[Cell]) -> None:
    style = _style(label)
    _close_groups(reader, style, label)
    name, span = task_name(reader.source, *_after_marker(reader, title))
    parent = reader.groups[-1][2] if reader.groups else None
    path = _path(reader, label)
    whole = Span(min(c.start for c in row if c.end > c.start), max(c.end for c in row))
    reader.found.append(
        Assignment(span, path, name, "group", "table_group", parent=parent, whole=whole)
    )
    index = reader.offset + len(reader.found) - 1
    reader.groups.append((style, label, index))
    reader.last_label = label
    if "time" not in reader.columns.roles and (period := title_period(reader.source, span)):
        reader.periods[index] = period
    if role := reader.columns.under_units:
        reader.doers[index] = units_of_title(reader.source, span, role)


def _add_task(
    reader: _Reader,
    row: Sequence[Cell],
    label: str,
    title: Cell,
    said: RowCells,
    following: Sequence[Cell] | None,
) -> None:
    start, end = title.start, title.end
    if label:
        _close_groups(reader, _style(label), label)
    path = _path(reader, label or reader.last_label)
    if inner := _single_item(reader, title, following):
        _open_group(reader, label, Cell(start, inner), row)
        start = inner
    name, span = task_name(reader.source, start, end)
    whole = Span(min(c.start for c in row if c.end > c.start), max(c.end for c in row))
    reader.found.append(
        Assignment(
            span,
            path,
            name,
            "duty" if reader.columns.measured else "task",
            "table_target" if reader.columns.targets else "table_row",
            lead=said.units["lead"] or _doers(reader, "lead"),
            execute=said.units["execute"]
            or (() if said.units["lead"] else said.units["advise"])
            or _doers(reader, "execute"),
            coordinate=said.units["coordinate"],
            advise=said.units["advise"],
            supervise=said.units["supervise"],
            time=said.time or _default(reader),
            deliverable=said.deliverable,
            budget=said.budget,
            parent=reader.groups[-1][2] if reader.groups else None,
            whole=whole,
        )
    )
    reader.last_label = label or reader.last_label
    reader.above = said
    if label:
        reader.numbered[label] = said


def _default(reader: _Reader) -> TimeFrame | None:
    """The period of the innermost group whose title is one, else that of the table's heading."""
    periods = (reader.periods.get(index) for _, _, index in reversed(reader.groups))
    return next((period for period in periods if period), reader.default)


def _doers(reader: _Reader, role: str) -> tuple[UnitMention, ...]:
    """The units in the title of the innermost group, where they have this role in its rows."""
    if reader.columns.under_units != role:
        return ()
    named = (reader.doers.get(index, ()) for _, _, index in reversed(reader.groups))
    return next((units for units in named if units), ())


def _single_item(reader: _Reader, title: Cell, following: Sequence[Cell] | None) -> int | None:
    """Where the one item begins under a title in the same cell ("Title: - item"), whose next item
    is the row below, without a number but with the same sign."""
    if following is None or _words(reader, _cell(following, reader.columns.roles.get("order"))):
        return None
    below = _words(reader, _cell(following, reader.columns.roles["task"]))
    words = reader.source.text.content[title.start : title.end]
    items = list(re.finditer(r":\s*(?=[-+•] )|[;.\n]\s*(?=[-+•] )", words))
    if (
        not below.startswith(("- ", "+ ", "• "))
        or len(items) != 1
        or words[items[0].start()] != ":"
    ):
        return None
    return title.start + items[0].end()


def _close_groups(reader: _Reader, style: str, label: str) -> None:
    """Close the open groups that a row of this style stands beside, not under."""
    for place, (other, other_label, _) in enumerate(reader.groups):
        if other == style and not label.startswith(f"{other_label}."):
            del reader.groups[place:]
            return


def _path(reader: _Reader, label: str) -> str:
    """``II.2.đ``: the section of the table, the groups around, the row's own number."""
    parts = [reader.base] if reader.base else []
    for _, group, _ in reader.groups:
        if not group or label.startswith(f"{group}.") or group == label:
            continue
        if parts and group.startswith(f"{parts[-1]}."):
            parts.pop()  # III, then III.1
        parts.append(group)
    return ".".join([*parts, label] if label else parts)


def _style(label: str) -> str:
    """The kind of a row number: roman, capital, number, decimal, letter."""
    marker = read_marker(f"{label}. ") or read_marker(f"{label}) ")
    return marker.style.value if marker else ""


def _after_marker(reader: _Reader, title: Cell) -> tuple[int, int]:
    marker = read_marker(reader.source.text.content[title.start : title.end])
    start = title.start + (marker.end if marker else 0)
    return (start, title.end) if start < title.end else (title.start, title.end)


def _cell(row: Sequence[Cell], column: int | None) -> Cell | None:
    return row[column] if column is not None and column < len(row) else None


def _words(reader: _Reader, cell: Cell | None) -> str:
    return reader.source.words(cell.start, cell.end) if cell else ""
