"""How two nodes hang together: the shortest ways between them, each step with its proof."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, Subgraph
from graph.questions.known import known
from graph.store import GraphReader
from graph.traverse import (
    ALL_KINDS,
    Move,
    Routes,
    basis_moves,
    both_ways,
    edges_inside,
    shortest_routes,
)

#: unit → its task → the document that assigns it → what that rests on
ALONG = (Move(ROLE_KINDS), *basis_moves(down=False))
MEANING = (
    *BASIS_KINDS,
    *ROLE_KINDS,
    EdgeKind.ASSIGNS,
    EdgeKind.PART_OF,
    EdgeKind.REPORTS_TO,
    EdgeKind.SUCCEEDS,
)


@dataclass(frozen=True, slots=True)
class Path:
    """The answer (đường chứng minh): ``ways`` lists the nodes of each shortest way in order.

    ``along``: every step goes from a text to what it rests on, so the whole is a proof; otherwise
    the ways only connect. No ways: nothing connects the two.
    """

    subgraph: Subgraph
    ways: tuple[tuple[str, ...], ...]
    along: bool


def path(store: GraphReader, start: str, goal: str, *, most: int = 20) -> Path:
    """The shortest ways between two nodes (đường đi giữa hai nút), proofs before mere links."""
    with store.snapshot() as view:
        known(view, start)
        known(view, goal)
        complete = True
        for routes, along in _attempts(view, start, goal, most):
            if routes.ways:
                return Path(_subgraph(view, start, routes), routes.ways, along)
            complete = complete and routes.complete
        return Path(Subgraph(start, (), {}, (), truncated=not complete), (), False)


def _attempts(
    store: GraphReader, start: str, goal: str, most: int
) -> Iterator[tuple[Routes, bool]]:
    """From the most telling kind of way to the least."""
    direct = shortest_routes(store, start, goal, both_ways(ALL_KINDS), most=most, longest=1)
    yield Routes(direct.ways), False
    up = shortest_routes(store, start, goal, ALONG, most=most)
    down = shortest_routes(store, goal, start, ALONG, most=most)
    down = Routes(tuple(way[::-1] for way in down.ways), down.complete)
    yield from (
        (routes, True)
        for routes in sorted((up, down), key=lambda r: len(r.ways[0]) if r.ways else 0)
    )
    yield shortest_routes(store, start, goal, both_ways(MEANING), most=most), False
    yield shortest_routes(store, start, goal, both_ways(ALL_KINDS), most=most), False


def _subgraph(store: GraphReader, root: str, routes: Routes) -> Subgraph:
    """The nodes of all ways and every assertion between two that stand next to each other."""
    depth = {id: step for way in routes.ways for step, id in enumerate(way)}
    order = sorted(depth, key=lambda id: (depth[id], id))
    found = store.nodes(order)
    pairs = {frozenset(pair) for way in routes.ways for pair in pairwise(way)}
    inside = edges_inside(store, {id: found[id].kind for id in order})
    edges = [edge for edge in inside if frozenset((edge.source, edge.target)) in pairs]
    return Subgraph(root, tuple(found[id] for id in order), depth, tuple(edges))
