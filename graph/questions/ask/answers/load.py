"""How much work falls on whom in a time (khối lượng việc)."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.assigned import assigned
from graph.questions.ask.answers.work import SHOWN
from graph.questions.ask.periods import Period as Time
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.repeats import repeats
from graph.questions.workload import Row, Workload, workload
from graph.store import GraphReader
from graph.times.periods import By, Period, periods, runner
from graph.times.spans import spans_of, years_of
from graph.traverse import with_evidence

Pick: TypeAlias = Callable[[Iterable[int]], int]

#: units that are told
TOLD = 5


def busiest(store: GraphReader, asked: Asked) -> Answered | None:
    """Which units have most tasks in a time, each task counted once in its main role; in a
    document, among the tasks that it and its annexes assign."""
    return _ranked(store, asked, most=True)


def idlest(store: GraphReader, asked: Asked) -> Answered | None:
    """Which of the units that have tasks at all have fewest."""
    return _ranked(store, asked, most=False)


def _first(counts: Mapping[str, int], *, most: bool) -> list[str]:
    """The units to tell: those with most tasks, or all that have as few as any."""
    if most:
        return sorted(counts, key=lambda id: (-counts[id], id))[:TOLD]
    return sorted(id for id in counts if counts[id] == min(counts.values()))


def _ranked(store: GraphReader, asked: Asked, *, most: bool) -> Answered | None:
    if asked.documents:
        return _ranked_in(store, asked, most=most)
    found = _of_a_year(store, asked)
    units: dict[str, set[str]] = {}
    names: dict[str, Node] = {}
    for row in found.rows:
        if not _is_meant(row.unit, asked):
            continue
        units.setdefault(row.unit.id, set()).update(_tasks(row, _touched(asked, found.periods)))
        names[row.unit.id] = row.unit
    order = _first({u: len(units[u]) for u in units if units[u]}, most=most)
    if not order:
        return None
    kinds = Both("", "")
    if asked.roles:
        kinds = telling.say("work.busiest.roles", roles=telling.roles(asked.roles))
    said = [telling.say("who.counted", unit=names[u].label, count=len(units[u])) for u in order]
    time = telling.period(asked.period) if asked.period else telling.say("year", year=found.year)
    key = "work.busiest" if most else "work.idlest"
    text = telling.say(
        key,
        place=telling.there(asked.place),
        period=time,
        roles=kinds,
        list=telling.listing(said),
    )
    tasks = set().union(*(units[id] for id in order))
    edges = store.expand(order, asked.roles or ROLE_KINDS)
    edges = [e for e in edges if e.target in units[e.source]]
    nodes = (*(names[id] for id in order), *store.nodes(sorted(tasks)).values())
    return Answered(text, nodes, with_evidence(store, edges))


def _of_a_year(store: GraphReader, asked: Asked) -> Workload:
    """The work of the year asked for, else of the one in which the units meant have most."""
    roles, year = asked.roles or ROLE_KINDS, _year(asked)
    units = None
    if year is None and (asked.place or asked.kind_of_unit):
        ever = workload(store, by=By.YEAR, roles=roles, named=False)
        units = {row.unit.id for row in ever.rows if _is_meant(row.unit, asked)}
    return workload(store, units, year=year, by=By.MONTH, roles=roles, sub_units=False, named=False)


def _is_meant(unit: Node, asked: Asked) -> bool:
    """Whether it is called as those asked for, and of their province."""
    kind = asked.kind_of_unit
    return unit.label.startswith(f"{kind} " if kind else "") and asked.place in (
        "",
        unit.id.split("/")[1],
    )


def _ranked_in(store: GraphReader, asked: Asked, *, most: bool) -> Answered | None:
    """Which units have a role in most, or fewest, of a document's tasks."""
    tasks = assigned(store, asked)
    again = {t: o for t, o in repeats(store, tasks).items() if o in {task.id for task in tasks}}
    ids = {task.id for task in tasks} | again.keys()
    edges = store.expand(sorted(ids), asked.roles or ROLE_KINDS, reverse=True)
    units: dict[str, set[str]] = {}
    for edge in edges:
        units.setdefault(edge.source, set()).add(again.get(edge.target, edge.target))
    names = store.nodes(units)
    meant = [u for u in units if _is_meant(names[u], asked)]
    order = _first({u: len(units[u]) for u in meant}, most=most)
    if not order:
        return None
    said = [telling.say("who.counted", unit=names[u].label, count=len(units[u])) for u in order]
    kinds = Both("", "")
    if asked.roles:
        kinds = telling.say("work.busiest.roles", roles=telling.roles(asked.roles))
    key = "work.busiest_in" if most else "work.idlest_in"
    text = telling.say(
        key,
        document=telling.document(asked.document),
        place=telling.there(asked.place),
        roles=kinds,
        list=telling.listing(said),
    )
    shown = [edge for edge in edges if edge.source in order]
    found = store.nodes(sorted({edge.target for edge in shown}))
    nodes = (asked.document, *(names[id] for id in order), *found.values())
    return Answered(text, nodes, with_evidence(store, shown))


def unit_load(store: GraphReader, asked: Asked) -> Answered | None:
    """How many tasks a unit has by quarter, or month of a shorter time, lead and support apart."""
    unit = asked.units[0]
    by = By.MONTH if asked.period and _months(asked) < 3 else By.QUARTER
    found = workload(store, [unit.id], year=_year(asked), by=by, sub_units=False, named=False)
    cells = _touched(asked, found.periods)
    rows = [row for row in found.rows if any(row.counts[cell] for cell in cells)]
    if not rows:
        return None
    said = [
        telling.say(
            "work.row",
            role=telling.relation(row.role),
            counts=_counted(row, cells, found),
        )
        for row in rows
    ]
    time = telling.period(asked.period) if asked.period else telling.say("year", year=found.year)
    text = telling.say("work.load", unit=unit.label, period=time, list=telling.listing(said))
    return _proven(store, text, unit, {id for row in rows for id in _tasks(row, cells)})


def peak(store: GraphReader, asked: Asked) -> Answered | None:
    """In which months, or quarters, a unit has most tasks in a year, with how many."""
    return _extreme(store, asked, max, "work.peak")


def trough(store: GraphReader, asked: Asked) -> Answered | None:
    """In which months, or quarters, it has fewest."""
    return _extreme(store, asked, min, "work.trough")


def _extreme(store: GraphReader, asked: Asked, pick: Pick, key: str) -> Answered | None:
    if not asked.units:
        return _extreme_in(store, asked, pick, key)
    unit = asked.units[0]
    found = workload(
        store,
        [unit.id],
        year=_year(asked),
        by=By(asked.measure or By.MONTH),
        sub_units=False,
        named=False,
    )
    own = [row for row in found.rows if not asked.roles or row.role in asked.roles]
    cells = _touched(asked, found.periods)
    counts = {cell: len(set().union(*(row.tasks[cell] for row in own))) for cell in cells}
    if not any(counts.values()):
        return None
    count = pick(counts.values())
    meant = [cell for cell in cells if counts[cell] == count]
    time = telling.period(asked.period) if asked.period else telling.say("year", year=found.year)
    text = telling.say(
        key, unit=unit.label, period=time, count=count,
        list=telling.listing([_named(found.periods[cell]) for cell in meant]),
    )  # fmt: skip
    return _proven(store, text, unit, {id for row in own for id in _tasks(row, meant)})


def _extreme_in(store: GraphReader, asked: Asked, pick: Pick, key: str) -> Answered | None:
    """When most, or fewest, of a document's tasks run; those without a time count nowhere."""
    spans = {t.id: spans_of(t, asked.document) for t in assigned(store, asked)}
    years = Counter(year for own in spans.values() for year in years_of(own))
    if not years:
        return None
    year = _year(asked) or max(years, key=lambda year: (years[year], year))
    through = periods(By(asked.measure or By.MONTH), (year,))
    running = {id: runner(through)(own) for id, own in spans.items()}
    cells = _touched(asked, through)
    counts = {cell: [id for id in running if running[id][cell]] for cell in cells}
    if not any(counts.values()):
        return None
    count = pick(len(ids) for ids in counts.values())
    meant = [cell for cell in cells if len(counts[cell]) == count]
    time = telling.period(asked.period) if asked.period else telling.say("year", year=year)
    text = telling.say(
        key, unit=telling.document(asked.document), period=time, count=count,
        list=telling.listing([_named(through[cell]) for cell in meant]),
    )  # fmt: skip
    first = sorted({id for cell in meant for id in counts[cell]})
    edges = store.expand(first[:SHOWN], (EdgeKind.ASSIGNS,), reverse=True)
    nodes = (asked.document, *store.nodes(first[:SHOWN]).values())
    return Answered(text, nodes, with_evidence(store, edges), len(first[SHOWN:]))


def _proven(store: GraphReader, text: Both, unit: Node, tasks: Collection[str]) -> Answered:
    """The answer with the first of the tasks that it counts."""
    first = sorted(tasks)[:SHOWN]
    edges = [e for e in store.expand(first, ROLE_KINDS, reverse=True) if e.source == unit.id]
    nodes = (unit, *store.nodes(first).values())
    return Answered(text, nodes, with_evidence(store, edges), len(tasks) - len(first))


def years_around(store: GraphReader, asked: Asked) -> list[int]:
    """The years by today, where a time without one is asked of all."""
    year = int(asked.today[:4])
    return [year - 1, year, year + 1]


def _counted(row: Row, cells: list[int], found: Workload) -> Both:
    """Period by period how many tasks: quý I/2026: 5, …"""
    said = [(_named(found.periods[cell]), row.counts[cell]) for cell in cells]
    return Both(
        ", ".join(f"{name.vi}: {count}" for name, count in said),
        ", ".join(f"{name.en}: {count}" for name, count in said),
    )


def _named(period: Period) -> Both:
    """A period as a sentence says it."""
    first, last = (date.fromisoformat(day) for day in (period.first, period.last))
    ends = (first.month, first.day), (last.month, last.day)
    said = telling.period(Time("", 0, 0, *ends, first.year))
    return Both(said.vi, period.name)


def _year(asked: Asked) -> int | None:
    return asked.period.year if asked.period else None


def _months(asked: Asked) -> int:
    time = asked.period
    return 12 if time is None else time.last[0] - time.first[0] + 1


def _touched(asked: Asked, through: Sequence[Period]) -> list[int]:
    """Which of the periods the time touches."""
    if asked.period is None or asked.period.year is None:
        return list(range(len(through)))
    since, until = asked.period.days(asked.period.year)
    return [
        number
        for number, period in enumerate(through)
        if period.first <= (until or "9") and (since or "") <= period.last
    ]


def _tasks(row: Row, cells: list[int]) -> set[str]:
    return {id for cell in cells for id in row.tasks[cell]}
