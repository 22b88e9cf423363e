"""Walking the graph, over any store: breadth first, the edges inside a set.

A move is a set of edge kinds and a direction. Every walk is by levels and by sorted ids, so that
the answer is the same on every store; a budget keeps the largest hub from holding up the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.engine.moves import ASSIGNS
from graph.engine.moves import Move as Move
from graph.engine.moves import Part as Part
from graph.engine.moves import Reach as Reach
from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, NodeKind, Subgraph
from graph.store import GraphReader

BUDGET = 200_000
ALL_KINDS = tuple(EdgeKind)
#: what a unit's own edges say beside its roles, of which it may have thousands
UNIT_KINDS = (EdgeKind.PART_OF, EdgeKind.SUCCEEDS)


def both_ways(kinds: Sequence[EdgeKind]) -> tuple[Move, ...]:
    """Along and against."""
    return (Move(tuple(kinds)), Move(tuple(kinds), reverse=True))


def breadth_first(
    store: GraphReader,
    roots: Iterable[str],
    moves: Sequence[Move],
    *,
    depth: int,
    budget: int = BUDGET,
    limit: int | None = None,
) -> Reach:
    """All nodes within ``depth`` moves of the roots (duyệt theo lớp); the nearest ``limit``."""
    return store.reach(roots, moves, depth=depth, budget=budget, limit=limit)


def steps(store: GraphReader, ids: Iterable[str], moves: Sequence[Move]) -> set[tuple[str, str]]:
    """(from, to) for every move possible from ``ids``; parallel edges are one step."""
    return store.steps(ids, moves)


def part_inside(
    store: GraphReader, ids: Iterable[str], kinds: Sequence[EdgeKind] = ALL_KINDS
) -> Part:
    """The nodes and the edges of ``kinds`` between them, without reading all a unit ever did: its
    roles are found from the side of the tasks."""
    asked = (
        (Move(tuple(kinds)), NodeKind.DOCUMENT),
        (Move(tuple(kinds)), NodeKind.TASK),
        (Move(tuple(kind for kind in ROLE_KINDS if kind in kinds), reverse=True), NodeKind.TASK),
        (Move(tuple(kind for kind in UNIT_KINDS if kind in kinds)), NodeKind.UNIT),
    )
    return store.induced(ids, [(move, kind) for move, kind in asked if move.kinds])


def with_evidence(store: GraphReader, edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The same edges with their proof (kèm bằng chứng)."""
    proofs = store.evidence([edge.key for edge in edges]) if edges else {}
    return tuple(replace(edge, evidence=proofs.get(edge.key, ())) for edge in edges)


def subgraph(
    store: GraphReader,
    root: str,
    reach: Reach,
    *,
    limit: int,
    kinds: Sequence[EdgeKind] = ALL_KINDS,
) -> Subgraph:
    """The first ``limit`` nodes of a walk with the edges between them and their evidence."""
    order = list(reach.depth)
    part = part_inside(store, order[:limit], kinds)
    left_out = max(0, len(order) + reach.beyond - limit)
    return Subgraph(
        root=root,
        nodes=tuple(part.nodes.values()),
        depth={id: reach.depth[id] for id in part.nodes},
        edges=tuple(part.edges),
        truncated=left_out > 0 or not reach.complete,
        left_out=left_out,
    )


def basis_moves(*, down: bool, kinds: Sequence[EdgeKind] = BASIS_KINDS) -> tuple[Move, ...]:
    """To what a text rests on, or (``down``) to what rests on it; a task leads to its document."""
    return (Move(tuple(kinds), reverse=down), ASSIGNS.back)
