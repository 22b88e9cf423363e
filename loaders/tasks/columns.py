"""The columns of a task table, and rows whose first cells are merged with those above (cột)."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.tasks.labels import is_measure, role_of_column, target_of
from loaders.tasks.marked import Marked, find_marked
from loaders.tasks.prose_words import pattern_of, words_of
from loaders.tasks.role_entries import read_entry
from loaders.tasks.shared import Source
from loaders.tasks.table_heads import Head, read_heads
from loaders.tasks.unit_rows import are_under_units
from loaders.text import Table
from loaders.times.timeframes import asks_deadline
from loaders.units.heads import begins_unit

_BARE = ("đơn vị", "cơ quan")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``first_row`` is the first below the header, ``width`` its width.

    ``deadline``: the time column asks for deadlines; ``targets``: the rows are targets (chỉ tiêu),
    ``measured`` where other columns say how high; ``marked``: columns of signs (ma trận);
    ``currency``: in what the money column counts, as its header says ("triệu đồng").
    ``under_units``: the role of the units whose rows stand under their names, where no column says.
    """

    roles: dict[str, int]
    first_row: int
    width: int
    deadline: bool = False
    targets: bool = False
    measured: bool = False
    marked: Marked | None = None
    under_units: str = ""
    currency: str = ""


def find_columns(source: Source, table: Table) -> Columns | None:
    """The columns of a task table, its header in one row or two; None for other tables."""
    over = [source.words(c.start, c.end).lower() for c in table.rows[0]]
    told = {role_of_column(words) for words in over}
    for key in ("foreign",) if "lead" in told else ("foreign", "persons"):
        if any(words_of(key).search(words) for words in over):
            return None
    found = [c for head in read_heads(source, table) if (c := _columns(source, table, head))]
    return next((c for c in found if c.marked), found[0] if found else None)


def _columns(source: Source, table: Table, head: Head) -> Columns | None:
    """The columns under this header; None where no column holds tasks or none says who."""
    marked = find_marked(source, table, head)
    roles: dict[str, int] = {}
    for column, names in enumerate(head.names):
        if marked and column in marked:
            continue
        role = next((r for words in names if (r := role_of_column(words))), None)
        if role and role not in roles:
            roles[role] = column
        elif role == "task" and column == roles["task"] + 1:
            roles["inner"] = column
        elif role == "time" and _begins(head, roles["time"]) and column == roles["time"] + 1:
            roles["until"] = column
    if "budget" in roles and not _is_whole(head, roles["budget"]):
        del roles["budget"]
    if "execute" in roles and not _holds_doers(source, table, head, roles["execute"]):
        del roles["execute"]
    target = None if "task" in roles else _target(head)
    if target is not None:
        roles = {r: c for r, c in roles.items() if c != target[0]} | {"task": target[0]}
    if "task" not in roles:
        return None
    if {*roles} <= {"order", "task", "execute"} and _is_bare(head, roles.get("execute")):
        return None  # "Nội dung", "Đơn vị": what, and whose; nobody is given work
    under = _under_units(source, table, head, roles, marked)
    if not (under or (marked and marked.units) or {"lead", "execute", "coordinate"} & {*roles}):
        return None
    time = head.names[roles["time"]][-1] if "time" in roles else ""
    measures = any(is_measure(names[0]) for names in head.names if names)
    return Columns(
        roles,
        head.first_row,
        head.width,
        deadline=asks_deadline(time),
        targets=target is not None,
        measured=target is not None and target[1] == "target" and measures,
        marked=marked,
        under_units=under,
        currency=_currency(head, roles.get("budget")),
    )


def _begins(head: Head, column: int) -> bool:
    """Whether a column of time says when a task begins, so that the next says till when."""
    return pattern_of("beginning").search(head.names[column][0].lower()) is not None


def _is_whole(head: Head, column: int) -> bool:
    """Whether a column holds all the money, and not a part of it under a common heading."""
    own, *after = head.names[column : column + 2]
    return role_of_column(own[0]) == "budget" and all(any(a) and a != own for a in after)


def _currency(head: Head, column: int | None) -> str:
    """What the sums of a column are counted in: "Kinh phí (triệu đồng)" → "triệu đồng"."""
    names = head.names[column] if column is not None else ()
    said = next((m for words in names if (m := pattern_of("currency").search(words))), None)
    return said["currency"] if said else ""


def _is_bare(head: Head, column: int | None) -> bool:
    """Whether a column only says "Đơn vị", which may be whose place or speaker it is."""
    names = head.names[column] if column is not None else ()
    return any(words.lower().strip(" .*") in _BARE for words in names)


def _under_units(
    source: Source, table: Table, head: Head, roles: Mapping[str, int], marked: Marked | None
) -> str:
    """The role of the units in the titles of the rows, where no column names who does them."""
    if {"lead", "execute"} & {*roles} or (marked and marked.units):
        return ""
    if not {"coordinate", "time", "deliverable"} & {*roles}:
        return ""
    if not are_under_units(source, table.rows[head.first_row :]):
        return ""
    return "lead" if "coordinate" in roles else "execute"


def _holds_doers(source: Source, table: Table, head: Head, column: int) -> bool:
    """Whether a column headed "Đơn vị" names units and not what is counted (%, lượt, km).

    A label may stand before them ("Chủ trì: Sở A"); "Người thực hiện" may be anybody.
    """
    if any(words_of("doer_head").match(words.lower()) for words in head.names[column]):
        return True
    cells = (row[column] for row in table.rows[head.first_row :] if column < len(row))
    filled = [c for c in cells if c.start < c.end]
    parts = (p for c in filled for p in read_entry(source.text.content, c.start, c.end, "execute"))
    return not filled or any(
        begins_unit(source.words(start, end).lstrip(" -+*")) for _, start, end in parts
    )


def _target(head: Head) -> tuple[int, str] | None:
    """The column of the targets (chỉ tiêu), which are what is to be done where no other says it,
    and whether tasks stand among them."""
    found = ((i, target_of(words)) for i, names in enumerate(head.names) for words in names)
    return next(((column, what) for column, what in found if what), None)
