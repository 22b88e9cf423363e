"""The picture of one document: what it rests on, what it assigns, to whom, who builds on it."""

from collections.abc import Iterable

from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, NodeKind, Subgraph
from graph.questions.known import known
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.traverse import Move, Reach, basis_moves, breadth_first, steps, subgraph

ASSIGNED = Move((EdgeKind.ASSIGNS,))
ASSIGNED_BY = Move((EdgeKind.ASSIGNS,), reverse=True)
ANNEXES = Move((EdgeKind.ANNEX_OF,), reverse=True)
DOERS = Move(ROLE_KINDS, reverse=True)
CITED_BY = Move(BASIS_KINDS, reverse=True)
NAMED = Move((EdgeKind.CITES, EdgeKind.IMPLEMENTS))
#: what a text rests on; what it merely names is drawn, yet not walked on from
FOUNDATIONS = tuple(kind for kind in BASIS_KINDS if kind is not EdgeKind.CITES)


def overview(store: GraphReader, root: str, *, depth: int = 3, limit: int = 400) -> Subgraph:
    """What the explorer draws for a node (toàn cảnh một văn bản), at most ``limit`` nodes.

    The chain of bases comes first (``depth`` steps; ``chain`` walks further), then what it and its
    tasks name, annexes, tasks, their units, and the documents that rest on it. A task that an annex
    repeats is drawn once. Of a task or a unit it is the picture of that work and the documents that
    assign it.
    """
    with store.snapshot() as view:
        kind = known(view, root).kind
        tasks = _own_tasks(view, root, kind)
        documents = [root] if kind is NodeKind.DOCUMENT else _ends(view, tasks, ASSIGNED_BY)
        moves = basis_moves(down=False, kinds=FOUNDATIONS)
        up = breadth_first(view, documents, moves, depth=depth)
        found = {root: 0} | {id: level for id, level in up.depth.items() if id != root}
        _add(found, _ends(view, documents, NAMED), 1)
        if kind is NodeKind.DOCUMENT:
            annexes = _ends(view, [root], ANNEXES)
            tasks = _once(view, _ends(view, [root, *annexes], ASSIGNED))
            _add(found, annexes, 1)
        _add(found, tasks, 1)
        _add(found, _ends(view, tasks, NAMED), 2)
        _add(found, _ends(view, tasks, DOERS), 2)
        if kind is NodeKind.DOCUMENT:
            _add(found, _ends(view, [root], CITED_BY), 1)
        return subgraph(view, root, Reach(found, up.complete), limit=limit)


def _own_tasks(store: GraphReader, root: str, kind: NodeKind) -> list[str]:
    if kind is NodeKind.UNIT:
        return _ends(store, [root], Move(ROLE_KINDS))
    return [root] if kind is NodeKind.TASK else []


def _once(store: GraphReader, tasks: list[str]) -> list[str]:
    """The tasks without those that repeat another of them, and without headings left empty."""
    again = repeats(store, store.nodes(tasks).values())
    kept = {task for task in tasks if again.get(task) not in tasks}
    headings = {edge.source: edge.target for edge in store.expand(tasks, (EdgeKind.PART_OF,))}
    empty = set(headings.values()) - {headings[task] for task in kept if task in headings}
    return sorted(kept - empty)


def _ends(store: GraphReader, ids: Iterable[str], move: Move) -> list[str]:
    return sorted({end for _, end in steps(store, ids, [move])})


def _add(found: dict[str, int], ids: Iterable[str], depth: int) -> None:
    for id in ids:
        found.setdefault(id, depth)
