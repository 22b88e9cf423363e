"""How two nodes hang together: the shortest ways between them, each step with its reason."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from graph.engine.routes import BUDGET, Routes, Sought
from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, Node, NodeKind, Subgraph
from graph.questions.chain import leaves_corpus
from graph.questions.cursors import offset_of
from graph.questions.known import among
from graph.questions.reasons import Hop, hop
from graph.store import GraphReader
from graph.traverse import ALL_KINDS, Move, Part, basis_moves, both_ways, breadth_first, part_inside

#: between documents nothing else is a step: that a unit asked for a text and has a task in another
#: one proves nothing
BASES = (Move(BASIS_KINDS),)
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
        page = partial(Sought, most=most, offset=offset)
        bases = _proofs(view, start, goal, page(BASES, patience=PATIENCE))
        part = part_inside(view, {start, goal}.union(*bases.ways))
        ends = [among(part.nodes, id) for id in (start, goal)]
        if start != goal and (direct := _between(part.edges, start, goal)):
            routes = Routes(() if offset else ((start, goal),), total=1, length=1)
            along = any(edge.kind in PROVING for edge in direct)
            return _answer(part, start, routes, offset, along=along)
        documents = all(end.kind is NodeKind.DOCUMENT for end in ends)
        complete = True
        for routes, along in _attempts(view, start, goal, bases if documents else None, page):
            if routes.total:
                if routes is not bases:
                    part = part_inside(view, {start}.union(*routes.ways))
                return _answer(part, start, routes, offset, along=along)
            complete = complete and routes.complete
        nothing = Subgraph(start, (), {}, (), truncated=not complete)
        return Path(nothing, (), False, {}, 0, outside=_outside(view, start, goal))


def _attempts(
    store: GraphReader,
    start: str,
    goal: str,
    bases: Routes | None,
    page: Callable[[Sequence[Move]], Sought],
) -> Iterator[tuple[Routes, bool]]:
    """From the most telling kind of way to the least; ``bases`` where nothing else proves."""
    along = replace(page(ALONG), patience=PATIENCE)
    yield bases or _proofs(store, start, goal, along), True
    for kinds in (MEANING, ALL_KINDS):
        yield store.routes([(start, goal)], page(both_ways(kinds)))[0], False


def _proofs(store: GraphReader, start: str, goal: str, sought: Sought) -> Routes:
    """The ways on which one end rests on the other, or each on the other: then the shorter ones."""
    up, down = store.routes([(start, goal), (goal, start)], sought)
    down = replace(down, ways=tuple(way[::-1] for way in down.ways))
    found = min((up, down), key=lambda routes: routes.length if routes.total else BUDGET)
    return replace(found, complete=up.complete and down.complete)


def _between(edges: Iterable[Edge], *ends: str) -> list[Edge]:
    return [edge for edge in edges if {edge.source, edge.target} == set(ends)]


def _answer(part: Part, root: str, routes: Routes, offset: int, *, along: bool) -> Path:
    """The nodes of the ways, every assertion between two that stand next to each other, and why
    each step leads on."""
    depth = {id: step for way in routes.ways for step, id in enumerate(way)}
    order = sorted(depth, key=lambda id: (depth[id], id))
    said: dict[frozenset[str], list[Edge]] = {
        frozenset(pair): [] for way in routes.ways for pair in pairwise(way)
    }
    for edge in part.edges:
        said.get(frozenset((edge.source, edge.target)), []).append(edge)
    edges = [edge for edge in part.edges if frozenset((edge.source, edge.target)) in said]
    hops = {
        (here, there): hop(part.nodes[here], part.nodes[there], said[frozenset((here, there))])
        for way in routes.ways
        for here, there in pairwise(way)
    }
    following = offset + len(routes.ways)
    return Path(
        Subgraph(root, tuple(part.nodes[id] for id in order), depth, tuple(edges)),
        routes.ways,
        along,
        hops,
        total=routes.total,
        first=offset + 1,
        next=str(following) if following < routes.total else None,
    )


def _outside(store: GraphReader, *ends: str) -> tuple[Node, ...]:
    """Documents above these nodes, or they themselves, of which nothing is known further."""
    reach = breadth_first(store, ends, ALONG, depth=DEPTH, budget=MET)
    nodes = store.nodes(reach.depth)
    return tuple(nodes[id] for id in reach.depth if id in nodes and leaves_corpus(nodes[id]))
