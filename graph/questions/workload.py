"""How much work falls on whom in which week, month, quarter or year (khối lượng việc).

Tasks are counted once for a unit, in its strongest role; a standing task counts in every period
that its document holds, a task without a time is listed apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.collectives import Collectives, is_collective
from graph.questions.cursors import offset_of
from graph.questions.duties import every_unit, main_roles, units_within
from graph.questions.known import among
from graph.questions.loads import Load, loads
from graph.questions.work_items import WorkItem, work_items
from graph.store import GraphReader
from graph.times.periods import By, Period, periods, runner
from graph.times.spans import Span, years_of

Runs = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One unit in one role: the tasks of each period, and those without a time."""

    unit: Node
    role: EdgeKind
    tasks: tuple[tuple[str, ...], ...]
    untimed: tuple[str, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many tasks run in each period."""
        return tuple(len(cell) for cell in self.tasks)

    @property
    def total(self) -> int:
        """How many tasks there are, each once."""
        return len({*self.untimed, *(id for cell in self.tasks for id in cell)})


@dataclass(frozen=True, slots=True)
class Workload:
    """The work of a year, or of all years by year: each role in rows of its own, the busiest unit
    first.

    ``tasks``: the tasks counted, with the periods they run in, where they are asked for, or a page
    of them. ``loads``: for each unit what it leads and what it supports, usually and at its peak.
    ``next``: the cursor of the following page.
    """

    year: int | None
    by: By
    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    tasks: tuple[tuple[Node, Runs], ...]
    loads: tuple[Load, ...]
    next: str | None = None


def workload(
    store: GraphReader,
    units: Iterable[str] | None = None,
    *,
    year: int | None = None,
    by: By = By.QUARTER,
    roles: Sequence[EdgeKind] = ROLE_KINDS,
    sub_units: bool = True,
    collectives: Collectives = Collectives.APART,
    named: bool = True,
    limit: int | None = None,
    cursor: str = "",
) -> Workload:
    """Unit by period; without ``units`` all of them. Unless ``named`` the tasks themselves are not
    read, only their ids; of many tasks ``limit`` of them, those of the next page by ``cursor``.

    Without ``year`` the one with most work; by year all years that tasks run in.
    """
    start = offset_of(cursor)
    with store.snapshot() as view:
        found = _counted(work_items(view, _scope(view, units, sub_units), collectives), roles)
        names = view.nodes({item.unit for item in found})
        if collectives is Collectives.NONE:
            found = [item for item in found if not is_collective(names[item.unit])]
        spans = {item.task: item.spans for item in found}
        years = _years(spans.values(), year, by)
        through = periods(by, years)
        runs_of = runner(through)
        alike = {days: runs_of(days) for days in set(spans.values())}
        runs = {task: alike[days] for task, days in spans.items()}
        cells = ((item.unit, item.role, runs[item.task]) for item in found)
        shown = [task for task, days in spans.items() if any(runs[task]) or not days]
        page = shown[start : None if limit is None else start + limit] if named else []
        nodes = view.nodes(page)
        return Workload(
            year=years[0] if len(years) == 1 else None,
            by=by,
            periods=through,
            rows=_rows(found, runs, names),
            tasks=tuple((nodes[task], runs[task]) for task in page),
            loads=tuple(load for load in loads(names, cells, len(through)) if load.both.total),
            next=str(start + len(page)) if named and len(shown) > start + len(page) else None,
        )


def _scope(store: GraphReader, units: Iterable[str] | None, sub_units: bool) -> list[str]:
    if units is None:
        return every_unit(store)
    asked = sorted(set(units))
    nodes = store.nodes(asked)
    for unit in asked:
        among(nodes, unit, NodeKind.UNIT)
    return units_within(store, asked) if sub_units else asked


def _counted(found: Sequence[WorkItem], roles: Sequence[EdgeKind]) -> list[WorkItem]:
    """Each task of a unit in its strongest role, where that is one of those asked for."""
    main = main_roles((item.unit, item.task, item.role) for item in found)
    return [i for i in found if i.role in roles and i.role is main[i.unit, i.task]]


def _years(found: Iterable[tuple[Span, ...]], year: int | None, by: By) -> Sequence[int]:
    """The year asked for; by year all that tasks run in; else the one most tasks run in, the later
    one when two are even."""
    if year is not None:
        return (year,)
    years: Counter[int] = Counter()
    for spans, many in Counter(found).items():
        years.update(dict.fromkeys(years_of(spans), many))
    if not years:
        return ()
    if by is By.YEAR:
        return range(min(years), max(years) + 1)
    return (max(years, key=lambda year: (years[year], year)),)


def _rows(
    found: Sequence[WorkItem], runs: Mapping[str, Runs], names: Mapping[str, Node]
) -> tuple[Row, ...]:
    cells: dict[tuple[str, EdgeKind], list[WorkItem]] = {}
    for item in found:
        cells.setdefault((item.unit, item.role), []).append(item)
    rows = [_row(names[unit], role, own, runs) for (unit, role), own in cells.items()]
    rows = [row for row in rows if any(row.counts) or row.untimed]
    total: Counter[str] = Counter()
    for row in rows:
        total[row.unit.id] += sum(row.counts)
    order = list(ROLE_KINDS)
    rows.sort(key=lambda row: (-total[row.unit.id], row.unit.id, order.index(row.role)))
    return tuple(rows)


def _row(unit: Node, role: EdgeKind, own: Sequence[WorkItem], runs: Mapping[str, Runs]) -> Row:
    ids = [item.task for item in own]
    length = len(runs[ids[0]])
    cells = tuple(tuple(id for id in ids if runs[id][place]) for place in range(length))
    return Row(unit, role, cells, tuple(item.task for item in own if not item.spans))
