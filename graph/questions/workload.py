"""How much work falls on whom in which quarter (khối lượng việc theo đơn vị và quý)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.quarters import Quarters, quarters_of, years_of
from graph.questions.duties import Duty, duties, every_unit, main_roles, units_within
from graph.questions.known import among
from graph.store import GraphReader


@dataclass(frozen=True, slots=True)
class Row:
    """One unit in one role: the tasks of each quarter, and those without a time."""

    unit: Node
    role: EdgeKind
    tasks: tuple[tuple[str, ...], ...]
    untimed: tuple[str, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many tasks run in each quarter."""
        return tuple(len(cell) for cell in self.tasks)


@dataclass(frozen=True, slots=True)
class Workload:
    """A year's work: lead and support in rows of their own, the busiest unit first.

    ``tasks``: the tasks counted, with the quarters they run in.
    """

    year: int | None
    periods: tuple[str, ...]
    rows: tuple[Row, ...]
    tasks: tuple[tuple[Node, tuple[bool, ...]], ...]


def workload(
    store: GraphReader,
    units: Iterable[str] | None = None,
    *,
    year: int | None = None,
    roles: Sequence[EdgeKind] = ROLE_KINDS,
    sub_units: bool = True,
) -> Workload:
    """Unit by quarter; without ``units`` all of them, without ``year`` the one with most work.

    A standing task counts in every quarter of the years its document holds; a task without a time
    is listed apart, in the row of its unit. A task counts once for a unit, in its strongest role.
    """
    with store.snapshot() as view:
        found = _counted(duties(view, _scope(view, units, sub_units), ROLE_KINDS), roles)
        year = year if year is not None else _busiest_year(found)
        names = view.nodes({duty.unit for duty in found})
        tasks = {duty.task.id: duty for duty in found}
        running = {id: _quarters(duty, year) for id, duty in tasks.items()}
        return Workload(
            year,
            tuple(f"{year}-Q{number}" for number in range(1, 5)) if year else (),
            _rows(found, running, names),
            tuple(
                (duty.task, running[id])
                for id, duty in tasks.items()
                if any(running[id]) or not duty.spans
            ),
        )


def _scope(store: GraphReader, units: Iterable[str] | None, sub_units: bool) -> list[str]:
    if units is None:
        return every_unit(store)
    asked = sorted(set(units))
    nodes = store.nodes(asked)
    for unit in asked:
        among(nodes, unit, NodeKind.UNIT)
    return units_within(store, asked) if sub_units else asked


def _counted(found: Sequence[Duty], roles: Sequence[EdgeKind]) -> list[Duty]:
    """Each task of a unit in its strongest role, where that is one of those asked for."""
    main = main_roles((duty.unit, duty.task.id, duty.role) for duty in found)
    return [d for d in found if d.role in roles and d.role is main[d.unit, d.task.id]]


def _busiest_year(found: Sequence[Duty]) -> int | None:
    """The year most tasks run in; the later one when two are even."""
    spans = {duty.task.id: duty.spans for duty in found}
    years = Counter(year for task in spans.values() for year in years_of(task))
    return max(years, key=lambda year: (years[year], year), default=None)


def _rows(
    found: Sequence[Duty], running: Mapping[str, Quarters], names: Mapping[str, Node]
) -> tuple[Row, ...]:
    cells: dict[tuple[str, EdgeKind], list[Duty]] = {}
    for duty in found:
        cells.setdefault((duty.unit, duty.role), []).append(duty)
    rows = [_row(names[unit], role, own, running) for (unit, role), own in cells.items()]
    rows = [row for row in rows if any(row.counts) or row.untimed]
    total: Counter[str] = Counter()
    for row in rows:
        total[row.unit.id] += sum(row.counts)
    order = list(ROLE_KINDS)
    rows.sort(key=lambda row: (-total[row.unit.id], row.unit.id, order.index(row.role)))
    return tuple(rows)


def _row(unit: Node, role: EdgeKind, own: Sequence[Duty], running: Mapping[str, Quarters]) -> Row:
    ids = [duty.task.id for duty in own]
    cells = tuple(tuple(id for id in ids if running[id][quarter]) for quarter in range(4))
    return Row(unit, role, cells, tuple(duty.task.id for duty in own if not duty.spans))


def _quarters(duty: Duty, year: int | None) -> Quarters:
    return quarters_of(duty.spans, year) if year is not None else (False,) * 4
