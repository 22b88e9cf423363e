"""The picture of one document: what it rests on, what it assigns, to whom, who builds on it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.engine.moves import ANNEX_OF, ASSIGNS
from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, NodeKind, Subgraph
from graph.questions.known import known
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.traverse import Move, Reach, basis_moves, breadth_first, steps, subgraph, with_evidence

DOERS = Move(ROLE_KINDS, reverse=True)
CITED_BY = Move(BASIS_KINDS, reverse=True)
NAMED = Move((EdgeKind.CITES, EdgeKind.IMPLEMENTS))
#: what a text rests on; what it merely names is drawn, yet not walked on from
FOUNDATIONS = tuple(kind for kind in BASIS_KINDS if kind is not EdgeKind.CITES)

STEPS = 3


def overview(store: GraphReader, root: str, *, limit: int = 400) -> Subgraph:
    """What the explorer draws for a node (toàn cảnh một văn bản), at most ``limit`` nodes.

    The chain of bases comes first (``STEPS`` steps; ``chain`` walks further), then what it and its
    tasks name, annexes, tasks, their units, and the documents that rest on it. A task that an annex
    repeats is drawn once, with the units that the annex names too. Of a task or a unit it is the
    picture of that work and the documents that assign it.
    """
    with store.snapshot() as view:
        kind = known(view, root).kind
        tasks = _own_tasks(view, root, kind)
        again: dict[str, str] = {}
        documents = [root] if kind is NodeKind.DOCUMENT else _ends(view, tasks, ASSIGNS.back)
        moves = basis_moves(down=False, kinds=FOUNDATIONS)
        up = breadth_first(view, documents, moves, depth=STEPS)
        found = {root: 0} | {id: up.depth[id] for id in _texts(view, up.depth) if id != root}
        _add(found, _ends(view, documents, NAMED), 1)
        if kind is NodeKind.DOCUMENT:
            annexes = _ends(view, [root], ANNEX_OF.back)
            tasks, again = _once(view, _ends(view, [root, *annexes], ASSIGNS))
            _add(found, annexes, 1)
        _add(found, tasks, 1)
        _add(found, _ends(view, tasks, NAMED), 2)
        _add(found, _ends(view, [*tasks, *again], DOERS), 2)
        if kind is NodeKind.DOCUMENT:
            _add(found, _ends(view, [root], CITED_BY), 1)
        drawn = subgraph(view, root, Reach(found, up.complete), limit=limit)
        return replace(drawn, edges=(*drawn.edges, *_said_again(view, again, drawn)))


def _texts(store: GraphReader, ids: Iterable[str]) -> list[str]:
    """Those that are no units: who asked for a text stands in its panel, not in the picture."""
    nodes = store.nodes(ids)
    return [id for id in ids if id in nodes and nodes[id].kind is not NodeKind.UNIT]


def _own_tasks(store: GraphReader, root: str, kind: NodeKind) -> list[str]:
    if kind is NodeKind.UNIT:
        return _ends(store, [root], Move(ROLE_KINDS))
    return [root] if kind is NodeKind.TASK else []


def _once(store: GraphReader, tasks: list[str]) -> tuple[list[str], dict[str, str]]:
    """The tasks without those that repeat another of them, and without headings left empty.

    Beside them the repeating ones, each with the task it repeats.
    """
    again = repeats(store, store.nodes(tasks).values())
    again = {task: original for task, original in again.items() if original in tasks}
    kept = set(tasks) - again.keys()
    headings = {edge.source: edge.target for edge in store.expand(tasks, (EdgeKind.PART_OF,))}
    empty = set(headings.values()) - {headings[task] for task in kept if task in headings}
    return sorted(kept - empty), again


def _said_again(store: GraphReader, again: Mapping[str, str], drawn: Subgraph) -> list[Edge]:
    """The roles that an annex gives in tasks it repeats, as roles in the tasks themselves."""
    shown = {node.id for node in drawn.nodes}
    said = {edge.key for edge in drawn.edges}
    edges = store.expand(again, ROLE_KINDS, reverse=True)
    moved = (replace(e, target=again[e.target]) for e in with_evidence(store, edges))
    new = {e.key: e for e in moved if {e.source, e.target} <= shown and e.key not in said}
    return [new[key] for key in sorted(new)]


def _ends(store: GraphReader, ids: Iterable[str], move: Move) -> list[str]:
    return sorted({end for _, end in steps(store, ids, [move])})


def _add(found: dict[str, int], ids: Iterable[str], depth: int) -> None:
    for id in ids:
        found.setdefault(id, depth)
