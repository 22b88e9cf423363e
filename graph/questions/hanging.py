"""What hangs on a document, and by which way (những gì dựa vào một văn bản).

Nothing but ids is held of what is walked over; at most ``BUDGET`` of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.engine.moves import ANNEX_OF, ASSIGNS, CITES, Move
from graph.model import ROLE_KINDS, Edge, EdgeKey, EdgeKind, NodeKind
from graph.questions.every import pages_of
from graph.store import GraphReader
from graph.traverse import BUDGET

#: what falls with the text it is about; REPLACES and REPEALS end it, who asked for it does not rest
FALLS = (
    EdgeKind.BASED_ON,
    EdgeKind.IMPLEMENTS,
    EdgeKind.AMENDS,
    EdgeKind.CORRECTS,
    EdgeKind.SUSPENDS,
    EdgeKind.CONSOLIDATES,
    EdgeKind.ANNEX_OF,
)
RESTS = (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)
DEPTH = 20
CHUNK = 2000
#: assertions of one step that are shown
PROOFS = 5

Steps = dict[tuple[str, str], list[Edge]]


@dataclass(frozen=True, slots=True)
class Hanging:
    """Id → how far and what it is. ``walk``: texts and tasks by their distance along ``FALLS``;
    ``own``: the document with distance None and its annexes, each with the text it belongs to;
    ``complete``: False when the budget was met."""

    distance: Mapping[str, int]
    kinds: Mapping[str, NodeKind]
    walk: Mapping[str, int]
    own: Mapping[str, str | None]
    complete: bool = True


def hanging(store: GraphReader, id: str) -> Hanging:
    """All that hangs on the document, its annexes taken as parts of it."""
    own = _own(store, id)
    reach = store.reach(own, [Move(FALLS, reverse=True)], depth=DEPTH, budget=BUDGET)
    walk = dict(reach.depth)
    cited = {end for _, end in store.steps(own, [CITES.back])}
    complete = reach.complete and len(walk) + len(cited) <= BUDGET
    distance = {i: d for i, d in walk.items() if i not in own}
    distance |= dict.fromkeys(own.keys() - {id}, 1) | dict.fromkeys(cited - own.keys(), 1)
    tasks = {
        task
        for part in pages_of(sorted(distance), CHUNK)
        for task, _ in store.steps(part, [ASSIGNS.back])
    }
    for part in pages_of(sorted(i for i in walk if i not in tasks), CHUNK):
        for document, task in store.steps(part, [ASSIGNS]):
            tasks.add(task)
            distance[task] = min(distance.get(task, DEPTH), walk[document] + 1)
        if len(distance) > BUDGET:
            complete = False
            break
    units: dict[str, int] = {}
    for part in pages_of(sorted(tasks), CHUNK):
        for task, unit in store.steps(part, [Move(ROLE_KINDS, reverse=True)]):
            units[unit] = min(units.get(unit, DEPTH), distance[task])
    kinds = {i: NodeKind.TASK if i in tasks else NodeKind.DOCUMENT for i in distance}
    return Hanging(
        distance | units, kinds | dict.fromkeys(units, NodeKind.UNIT), walk, own, complete
    )


def ways(
    store: GraphReader, found: Hanging, ids: Sequence[str]
) -> tuple[dict[str, tuple[str, ...]], Steps]:
    """For each of these the ids from the document to it, and the edges of each step, unproven."""
    before = dict(found.own)
    steps: Steps = {}
    pending = list(ids)
    for unit in [i for i in ids if found.kinds[i] is NodeKind.UNIT]:
        edges = _nearest_role(store, found, unit)
        before[unit] = edges[0].target
        steps[unit, edges[0].target] = edges
        pending = [*(i for i in pending if i != unit), edges[0].target]
    for own, parent in found.own.items():
        if parent is not None:
            said = store.links(own, (EdgeKind.ANNEX_OF,), limit=CHUNK)
            steps[own, parent] = [edge for edge in said if edge.target == parent][:PROOFS]
    while pending := [i for i in dict.fromkeys(pending) if i not in before]:
        chosen: dict[str, str] = {}
        for (here, there), edges in sorted(_steps_up(store, found, pending).items()):
            nearest = chosen.get(here)
            if nearest is None or found.walk.get(there, DEPTH) < found.walk.get(nearest, DEPTH):
                chosen[here], steps[here, there] = there, edges[:PROOFS]
        before |= chosen
        pending = list(chosen.values())
    return {i: _way(before, i) for i in ids}, steps


def other_bases(
    store: GraphReader, found: Hanging, ids: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Document → what it rests on besides, that neither is the text nor hangs on it."""
    beside: dict[str, set[str]] = {}
    for here, there in store.steps(ids, [Move(RESTS)]):
        if there not in found.walk:
            beside.setdefault(here, set()).add(there)
    return {here: tuple(sorted(bases)) for here, bases in beside.items()}


def _own(store: GraphReader, id: str) -> dict[str, str | None]:
    """The document and all its annexes, each with what it is an annex of."""
    own: dict[str, str | None] = {id: None}
    frontier = [id]
    while frontier:
        found = sorted(store.steps(frontier, [ANNEX_OF.back]))
        fresh: dict[str, str | None] = {a: parent for parent, a in found if a not in own}
        own |= fresh
        frontier = list(fresh)
    return own


def _steps_up(store: GraphReader, found: Hanging, ids: Sequence[str]) -> Steps:
    """The steps from these nodes one nearer to the document, each with its assertions."""
    met: Steps = {}
    for edge in store.expand(ids, (*FALLS, EdgeKind.CITES)):
        cites = edge.kind is EdgeKind.CITES
        if _is_nearer(found, edge.source, edge.target, only_own=cites):
            met.setdefault((edge.source, edge.target), []).append(edge)
    for edge in store.expand(ids, (EdgeKind.ASSIGNS,), reverse=True):
        if _is_nearer(found, edge.target, edge.source):
            met.setdefault((edge.target, edge.source), []).append(edge)
    return met


def _is_nearer(found: Hanging, here: str, there: str, *, only_own: bool = False) -> bool:
    if there in found.own:
        return found.distance[here] == 1
    return not only_own and found.walk.get(there, DEPTH) == found.distance[here] - 1


def _nearest_role(store: GraphReader, found: Hanging, unit: str) -> list[Edge]:
    """The unit's roles in one of its tasks that are nearest; its tasks are read page by page."""
    after: EdgeKey | None = None
    while page := store.links(unit, ROLE_KINDS, after=after, limit=CHUNK):
        near = [e for e in page if found.distance.get(e.target) == found.distance[unit]]
        if near:
            return [edge for edge in near if edge.target == near[0].target][:PROOFS]
        after = page[-1].key
    raise LookupError(unit)  # it was met from one of its tasks


def _way(before: Mapping[str, str | None], id: str) -> tuple[str, ...]:
    way: list[str] = []
    here: str | None = id
    while here is not None:
        way.append(here)
        here = before[here]
    return tuple(reversed(way))
