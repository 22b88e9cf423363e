"""Who does what: the roles of units in tasks, gathered once for every question about work."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from graph.model import GROUP, Edge, EdgeKind, Node, NodeKind
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.spans import Span, comes_back, spans_of
from graph.traverse import Move, Part, breadth_first

PAGE = 1000
#: which role a unit is counted in when it has several in one task: the first of these
STRONGEST = (
    EdgeKind.LEADS,
    EdgeKind.EXECUTES,
    EdgeKind.SUPERVISES,
    EdgeKind.ADVISES,
    EdgeKind.COORDINATES,
)


class Duty(Struct, frozen=True, gc=False):
    """A unit's role in a task (vai trò trong nhiệm vụ), and the days the task runs."""

    unit: str
    role: EdgeKind
    task: Node
    spans: tuple[Span, ...]
    edges: tuple[Edge, ...]


def duties(store: GraphReader, units: Iterable[str], roles: Sequence[EdgeKind]) -> tuple[Duty, ...]:
    """The duties of these units, by unit, role and the order of the tasks in their documents.

    A task that an annex repeats from its plan is the plan's task, with both edges, without proof.
    """
    return duties_in(store, store.incident(units, roles, proofs=False))


def duties_in(store: GraphReader, part: Part) -> tuple[Duty, ...]:
    """The duties that roles in tasks say, in order, of a part that has the units and the tasks."""
    tasks = {edge.target: part.nodes[edge.target] for edge in part.edges}
    return tuple(sorted(duties_of(store, part, repeats(store, tasks.values())), key=order_of))


def duties_of(store: GraphReader, part: Part, original: Mapping[str, str]) -> list[Duty]:
    """The same in no order; ``original``: what its tasks repeat, as ``repeats`` tells it."""
    tasks = {edge.target: part.nodes[edge.target] for edge in part.edges}
    tasks |= store.nodes(original.values())
    said: dict[tuple[str, EdgeKind, str], list[Edge]] = {}
    for edge in part.edges:
        task = original.get(edge.target, edge.target)
        said.setdefault((edge.source, edge.kind, task), []).append(edge)
    tasks = {id: task for id, task in tasks.items() if task.properties.get("kind") != GROUP}
    spans = _spans(store, tasks)
    return [
        Duty(unit, role, tasks[task], spans[task], tuple(proofs))
        for (unit, role, task), proofs in said.items()
        if task in tasks
    ]


def main_roles(roles: Iterable[tuple[str, str, EdgeKind]]) -> dict[tuple[str, str], EdgeKind]:
    """(unit, task) → the strongest of the unit's roles in it (vai trò chính): one task, one count.

    A plan may say "thực hiện" where its annex says "chủ trì" of the same work.
    """
    found: dict[tuple[str, str], EdgeKind] = {}
    for unit, task, role in roles:
        before = found.setdefault((unit, task), role)
        if before is not role:
            found[unit, task] = min(before, role, key=STRONGEST.index)
    return found


def units_within(store: GraphReader, units: Iterable[str]) -> list[str]:
    """The units and all that are part of them (đơn vị trực thuộc), sorted; a part of a unit is one
    itself."""
    moves = (Move((EdgeKind.PART_OF,), reverse=True),)
    return sorted(breadth_first(store, units, moves, depth=20).depth)


def every_unit(store: GraphReader) -> list[str]:
    """All units of the store."""
    ids: list[str] = []
    while page := store.listing(NodeKind.UNIT, after=ids[-1] if ids else "", limit=PAGE):
        ids += [unit.id for unit in page]
    return ids


def _spans(store: GraphReader, tasks: Mapping[str, Node]) -> dict[str, tuple[Span, ...]]:
    """The days of each task; documents are read only for tasks whose own words do not tell all."""
    spans = {id: spans_of(task, None) for id, task in tasks.items()}
    standing = {
        id: _document(tasks[id]) for id, own in spans.items() if not own or comes_back(tasks[id])
    }
    documents = store.nodes(standing.values())
    return spans | {id: spans_of(tasks[id], documents.get(d)) for id, d in standing.items()}


def _document(task: Node) -> str:
    return str(task.properties.get("document") or "")


def order_of(duty: Duty) -> tuple[str, EdgeKind, str, float, str]:
    """Where a duty stands among others: by unit, role, document and place in it."""
    place = duty.task.properties.get("order")
    place = float(place) if isinstance(place, int | float) else 0.0
    return (duty.unit, duty.role, _document(duty.task), place, duty.task.id)
