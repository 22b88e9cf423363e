"""Tasks from tables: columns by their headers, group rows, rows without a number (bảng)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from loaders.layout.markers import read_marker
from loaders.mentions import Assignment, Span, TimeFrame, UnitMention
from loaders.tasks.columns import Columns, aligned, count_of, find_columns, going_on, is_number
from loaders.tasks.role_entries import read_entry
from loaders.tasks.shared import Source, task_name
from loaders.text import Block, BlockKind, Cell, Table, Text
from loaders.times.points import points
from loaders.times.timeframes import read_time
from loaders.units.lists import NOTHING
from loaders.units.read import split_units

_UNITS = ("lead", "execute", "coordinate", "advise", "supervise")
_LED_BY_TITLE = 3  # blocks above a table among which its heading may stand


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
    default = None if "time" in columns.roles else _heading_time(source, table)
    reader = _Reader(source, columns, section.path if section else "", default, offset)
    body = aligned(source, table, columns)
    for index, row in enumerate(body):
        following = body[index + 1] if index + 1 < len(body) else None
        _read_row(reader, row, following)
    return reader.found


def _heading_time(source: Source, table: Table) -> TimeFrame | None:
    """The period that the heading of a table gives to all its rows."""
    for block in islice(_above(source.text, table.start), _LED_BY_TITLE):
        words = source.text.words(block)
        marker = read_marker(words)
        start = block.start + (marker.end if marker else 0)
        rest = source.text.content[start : block.end]
        if len(rest) < 90 and not rest.startswith("(") and points(rest):
            frame = read_time(rest, start, source.time)
            if frame and frame.intervals:
                return frame
    return None


def _above(text: Text, position: int) -> Iterator[Block]:
    """The paragraphs that end before the position, the nearest first."""
    for index in range(text.index_at(position), -1, -1):
        block = text.blocks[index]
        if block.end <= position and block.kind is not BlockKind.CELL:
            yield block


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
    units = _all_units(reader, row)
    time = _time(reader, row)
    bare = not any(units.values()) and time is None and not _deliverable(reader, row)
    if bare and (title is number or not _same_rank(reader, label, following)):
        _open_group(reader, label, title, row)
        return
    _add_task(reader, row, label, title, units, time, following)


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
    reader.groups.append((style, label, reader.offset + len(reader.found) - 1))
    reader.last_label = label


def _add_task(
    reader: _Reader,
    row: Sequence[Cell],
    label: str,
    title: Cell,
    units: dict[str, tuple[UnitMention, ...]],
    time: TimeFrame | None,
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
            "task",
            "table_row",
            lead=units["lead"],
            execute=units["execute"],
            coordinate=units["coordinate"],
            advise=units["advise"],
            supervise=units["supervise"],
            time=time or reader.default,
            deliverable=_deliverable(reader, row),
            parent=reader.groups[-1][2] if reader.groups else None,
            whole=whole,
        )
    )
    reader.last_label = label or reader.last_label


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


def _all_units(reader: _Reader, row: Sequence[Cell]) -> dict[str, tuple[UnitMention, ...]]:
    """Units by role; the cell of those who carry out may say who of them leads and who helps."""
    source = reader.source
    units: dict[str, tuple[UnitMention, ...]] = dict.fromkeys(_UNITS, ())
    for role in _UNITS:
        cell = _cell(row, reader.columns.roles.get(role))
        if cell is None or cell.start == cell.end or is_number(source, cell):
            continue
        parts = [(role, cell.start, cell.end)]
        if role in ("lead", "execute"):
            parts = list(read_entry(source.text.content, cell.start, cell.end, role))
        for said, start, end in parts:
            units[said] += tuple(
                split_units(source.text, start, end, source.scope, f"table_{said}")
            )
    return units


def _time(reader: _Reader, row: Sequence[Cell]) -> TimeFrame | None:
    cell = _cell(row, reader.columns.roles.get("time"))
    if cell is None or cell.start == cell.end:
        return None
    words = reader.source.text.content[cell.start : cell.end]
    deadline = reader.columns.deadline
    return read_time(words, cell.start, reader.source.time, deadline=deadline)


def _deliverable(reader: _Reader, row: Sequence[Cell]) -> str | None:
    words = _words(reader, _cell(row, reader.columns.roles.get("deliverable")))
    return None if NOTHING.fullmatch(words) else words
