"""How much work falls on whom in which week, month, quarter or year (khối lượng việc).

Tasks are counted once for a unit, in its strongest role; a standing task counts in every period
that its document holds, a task without a time is listed apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.periods import By, Period, periods, runner
from graph.questions.collectives import Collectives, is_collective, memberships
from graph.questions.duties import Duty, duties, every_unit, main_roles, units_within
from graph.questions.known import among
from graph.questions.loads import Load, loads
from graph.spans import years_of
from graph.store import GraphReader

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


@dataclass(frozen=True, slots=True)
class Workload:
    """The work of a year, or of all years by year: each role in rows of its own, the busiest unit
    first.

    ``tasks``: the tasks counted, with the periods they run in. ``loads``: for each unit what it
    leads and what it supports, usually and at its peak.
    """

    year: int | None
    by: By
    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    tasks: tuple[tuple[Node, Runs], ...]
    loads: tuple[Load, ...]


def workload(
    store: GraphReader,
    units: Iterable[str] | None = None,
    *,
    year: int | None = None,
    by: By = By.QUARTER,
    roles: Sequence[EdgeKind] = ROLE_KINDS,
    sub_units: bool = True,
    collectives: Collectives = Collectives.APART,
) -> Workload:
    """Unit by period; without ``units`` all of them.

    Without ``year`` the one with most work; by year all years that tasks run in.
    """
    with store.snapshot() as view:
        found = _counted(_duties(view, _scope(view, units, sub_units), collectives), roles)
        names = view.nodes({duty.unit for duty in found})
        if collectives is Collectives.NONE:
            found = [duty for duty in found if not is_collective(names[duty.unit])]
        tasks = {duty.task.id: duty for duty in found}
        years = _years(tasks.values(), year, by)
        through = periods(by, years)
        runs_of = runner(through)
        runs = {id: runs_of(duty.spans) for id, duty in tasks.items()}
        cells = [(duty.unit, duty.role, runs[duty.task.id]) for duty in found]
        return Workload(
            year=years[0] if len(years) == 1 else None,
            by=by,
            periods=through,
            rows=_rows(found, runs, names),
            tasks=tuple(
                (duty.task, runs[id])
                for id, duty in tasks.items()
                if any(runs[id]) or not duty.spans
            ),
            loads=tuple(load for load in loads(names, cells, len(through)) if load.both.total),
        )


def _scope(store: GraphReader, units: Iterable[str] | None, sub_units: bool) -> list[str]:
    if units is None:
        return every_unit(store)
    asked = sorted(set(units))
    nodes = store.nodes(asked)
    for unit in asked:
        among(nodes, unit, NodeKind.UNIT)
    return units_within(store, asked) if sub_units else asked


def _duties(store: GraphReader, units: Sequence[str], collectives: Collectives) -> list[Duty]:
    """The duties of units; with ``MEMBERS`` those of a collective are its members', where these
    are known."""
    if collectives is not Collectives.MEMBERS:
        return list(duties(store, units, ROLE_KINDS))
    members = memberships(store, units)
    found: dict[tuple[str, EdgeKind, str], Duty] = {}
    for duty in duties(store, {*units, *members}, ROLE_KINDS):
        for unit in members.get(duty.unit, [duty.unit]):
            found.setdefault((unit, duty.role, duty.task.id), replace(duty, unit=unit))
    return list(found.values())


def _counted(found: Sequence[Duty], roles: Sequence[EdgeKind]) -> list[Duty]:
    """Each task of a unit in its strongest role, where that is one of those asked for."""
    main = main_roles((duty.unit, duty.task.id, duty.role) for duty in found)
    return [d for d in found if d.role in roles and d.role is main[d.unit, d.task.id]]


def _years(found: Iterable[Duty], year: int | None, by: By) -> Sequence[int]:
    """The year asked for; by year all that tasks run in; else the one most tasks run in, the later
    one when two are even."""
    if year is not None:
        return (year,)
    years = Counter(year for duty in found for year in years_of(duty.spans))
    if not years:
        return ()
    if by is By.YEAR:
        return range(min(years), max(years) + 1)
    return (max(years, key=lambda year: (years[year], year)),)


def _rows(
    found: Sequence[Duty], runs: Mapping[str, Runs], names: Mapping[str, Node]
) -> tuple[Row, ...]:
    cells: dict[tuple[str, EdgeKind], list[Duty]] = {}
    for duty in found:
        cells.setdefault((duty.unit, duty.role), []).append(duty)
    rows = [_row(names[unit], role, own, runs) for (unit, role), own in cells.items()]
    rows = [row for row in rows if any(row.counts) or row.untimed]
    total: Counter[str] = Counter()
    for row in rows:
        total[row.unit.id] += sum(row.counts)
    order = list(ROLE_KINDS)
    rows.sort(key=lambda row: (-total[row.unit.id], row.unit.id, order.index(row.role)))
    return tuple(rows)


def _row(unit: Node, role: EdgeKind, own: Sequence[Duty], runs: Mapping[str, Runs]) -> Row:
    ids = [duty.task.id for duty in own]
    length = len(runs[ids[0]])
    cells = tuple(tuple(id for id in ids if runs[id][place]) for place in range(length))
    return Row(unit, role, cells, tuple(duty.task.id for duty in own if not duty.spans))
