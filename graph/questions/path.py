"""How two nodes hang together: the shortest ways between them, each step with its reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, Node, Subgraph
from graph.questions.chain import leaves_corpus
from graph.questions.known import known
from graph.questions.reasons import Hop, hop
from graph.questions.search import offset_of
from graph.shortest import Routes, shortest_routes
from graph.store import GraphReader
from graph.traverse import ALL_KINDS, Move, basis_moves, both_ways, breadth_first, part_inside

#: unit → its task → the document that assigns it → what that rests on
ALONG = (Move(ROLE_KINDS), *basis_moves(down=False))
#: the kinds of edges that a proof is made of
PROVING = frozenset((*BASIS_KINDS, *ROLE_KINDS, EdgeKind.ASSIGNS))
MEANING = (
    *BASIS_KINDS,
    *ROLE_KINDS,
    EdgeKind.ASSIGNS,
    EdgeKind.PART_OF,
    EdgeKind.REPORTS_TO,
    EdgeKind.SUCCEEDS,
)
#: a text rests on a few others, a law is rested on by thousands: rather go on from below
PATIENCE = 16
#: how far, and among how many, the ends of what is known are looked for
DEPTH, MET = 8, 5000


@dataclass(frozen=True, slots=True)
class Path:
    """The answer (đường chứng minh): ``ways`` lists the nodes of each shortest way in order, a
    page of ``total`` that begins with number ``first``; ``hops`` why each step leads on.

    ``along``: every step goes from a text to what it rests on, so the whole is a proof; otherwise
    the ways only connect. No ways: nothing connects the two in what is loaded; ``outside`` are then
    documents above either of them that are cited and not loaded: beyond them nothing is known.
    """

    subgraph: Subgraph
    ways: tuple[tuple[str, ...], ...]
    along: bool
    hops: Mapping[tuple[str, str], Hop]
    total: int
    first: int = 1
    next: str | None = None
    outside: tuple[Node, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether the two may be connected outside what is loaded."""
        return not self.total and (bool(self.outside) or self.subgraph.truncated)


def path(
    store: GraphReader, start: str, goal: str, *, most: int = 20, cursor: str | None = None
) -> Path:
    """The shortest ways between two nodes (đường đi giữa hai nút), proofs before mere links; at
    most ``most`` of them, from ``cursor`` on (``next`` of the page before)."""
    offset = offset_of(cursor)
    with store.snapshot() as view:
        ends = {id: known(view, id) for id in (start, goal)}
        complete = True
        for routes, along in _attempts(view, ends, start, goal, most, offset):
            if routes.total:
                following = offset + len(routes.ways)
                return Path(
                    *_drawn(view, start, routes, along=along),
                    total=routes.total,
                    first=offset + 1,
                    next=str(following) if following < routes.total else None,
                )
            complete = complete and routes.complete
        nothing = Subgraph(start, (), {}, (), truncated=not complete)
        return Path(nothing, (), False, {}, 0, outside=_outside(view, start, goal))


def _attempts(
    store: GraphReader, ends: Mapping[str, Node], start: str, goal: str, most: int, offset: int
) -> Iterator[tuple[Routes, bool]]:
    """From the most telling kind of way to the least."""
    direct = part_inside(store, {id: node.kind for id, node in ends.items()}).edges
    if direct and start != goal:
        ways = () if offset else ((start, goal),)
        yield Routes(ways, total=1, length=1), any(edge.kind in PROVING for edge in direct)
    page = {"most": most, "offset": offset}
    up = shortest_routes(store, start, goal, ALONG, **page, patience=PATIENCE)
    down = shortest_routes(store, goal, start, ALONG, **page, patience=PATIENCE)
    down = Routes(tuple(w[::-1] for w in down.ways), down.complete, down.total, down.length)
    yield from ((routes, True) for routes in sorted((up, down), key=lambda r: r.length))
    yield shortest_routes(store, start, goal, both_ways(MEANING), **page), False
    yield shortest_routes(store, start, goal, both_ways(ALL_KINDS), **page), False


def _drawn(
    store: GraphReader, root: str, routes: Routes, *, along: bool
) -> tuple[Subgraph, tuple[tuple[str, ...], ...], bool, dict[tuple[str, str], Hop]]:
    """The nodes of all ways, every assertion between two that stand next to each other, and why
    each step leads on."""
    depth = {id: step for way in routes.ways for step, id in enumerate(way)}
    order = sorted(depth, key=lambda id: (depth[id], id))
    found = store.nodes(order)
    said: dict[frozenset[str], list[Edge]] = {
        frozenset(pair): [] for way in routes.ways for pair in pairwise(way)
    }
    inside = part_inside(store, {id: found[id].kind for id in order}).edges
    for edge in inside:
        said.get(frozenset((edge.source, edge.target)), []).append(edge)
    edges = [edge for edge in inside if frozenset((edge.source, edge.target)) in said]
    hops = {
        (here, there): hop(found[here], found[there], said[frozenset((here, there))])
        for way in routes.ways
        for here, there in pairwise(way)
    }
    drawn = Subgraph(root, tuple(found[id] for id in order), depth, tuple(edges))
    return drawn, routes.ways, along, hops


def _outside(store: GraphReader, *ends: str) -> tuple[Node, ...]:
    """Documents above these nodes, or they themselves, of which nothing is known further."""
    reach = breadth_first(store, ends, ALONG, depth=DEPTH, budget=MET)
    nodes = store.nodes(reach.depth)
    return tuple(nodes[id] for id in reach.depth if id in nodes and leaves_corpus(nodes[id]))
