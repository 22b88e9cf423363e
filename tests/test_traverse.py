"""Walks over small graphs, compared with networkx where it has the same answer."""

import random
from collections.abc import Iterable, Sequence
from itertools import pairwise, product

import networkx as nx
import pytest
from stores import delta

from graph.analysis import cycles
from graph.engine.routes import Routes, Sought
from graph.model import BASIS_KINDS, EdgeKind
from graph.store import GraphStore
from graph.traverse import (
    Move,
    Reach,
    both_ways,
    breadth_first,
    part_inside,
    subgraph,
)

CITES = (EdgeKind.CITES,)
FORWARD = (Move(CITES),)


def load(store: GraphStore, pairs: Iterable[tuple[str, str]]) -> None:
    """Documents that cite each other as the pairs say."""
    by_source: dict[str, list[str]] = {}
    for source, target in pairs:
        by_source.setdefault(source, []).append(target)
    for source, targets in sorted(by_source.items()):
        store.apply(delta(source, *((source, EdgeKind.CITES, target) for target in targets)))


def random_pairs(seed: int, nodes: int = 12, edges: int = 24) -> list[tuple[str, str]]:
    """A small random graph, cycles and loops included."""
    dice = random.Random(seed)
    names = [f"vn/{n:02}" for n in range(nodes)]
    return sorted({(dice.choice(names), dice.choice(names)) for _ in range(edges)})


@pytest.mark.parametrize("seed", range(6))
def test_breadth_first_depths_are_shortest_distances(store: GraphStore, seed: int) -> None:
    pairs = random_pairs(seed)
    load(store, pairs)
    graph = nx.DiGraph(pairs)
    root = pairs[0][0]
    for depth in (0, 1, 2, 9):
        reach = breadth_first(store, [root], FORWARD, depth=depth)
        expected = nx.single_source_shortest_path_length(graph, root, cutoff=depth)
        assert dict(reach.depth) == dict(expected)
        back = breadth_first(store, [root], [FORWARD[0].back], depth=depth)
        expected = nx.single_source_shortest_path_length(graph.reverse(), root, cutoff=depth)
        assert dict(back.depth) == dict(expected)
        assert list(back.depth.values()) == sorted(back.depth.values())


def between(
    store: GraphStore, start: str, goal: str, moves: Sequence[Move], **sought: int
) -> Routes:
    """The shortest ways of one pair."""
    return store.routes([(start, goal)], Sought(moves, **sought))[0]


@pytest.mark.parametrize("seed", range(6))
def test_shortest_routes_are_all_shortest_paths(store: GraphStore, seed: int) -> None:
    pairs = random_pairs(seed, edges=16)
    load(store, pairs)
    directed = nx.DiGraph(pairs)
    for graph, moves in ((directed, FORWARD), (directed.to_undirected(), both_ways(CITES))):
        for start in ("vn/00", "vn/03", "vn/07"):
            for goal in sorted(directed):
                if start not in directed:
                    continue
                routes = between(store, start, goal, moves, most=1000)
                expected = []
                if nx.has_path(graph, start, goal):
                    expected = sorted(map(tuple, nx.all_shortest_paths(graph, start, goal)))
                assert list(routes.ways) == expected
                assert routes.complete


def test_routes_are_capped(store: GraphStore) -> None:
    middle = [f"vn/m{n:02}" for n in range(30)]
    load(store, [("vn/a", m) for m in middle] + [(m, "vn/z") for m in middle])
    routes = between(store, "vn/a", "vn/z", FORWARD, most=20)
    assert routes.ways == tuple(("vn/a", m, "vn/z") for m in middle[:20])
    short = between(store, "vn/a", "vn/z", FORWARD, longest=1)
    assert (short.ways, short.complete) == ((), False)
    poor = between(store, "vn/a", "vn/z", both_ways(CITES), budget=5)
    assert (poor.ways, poor.complete) == ((), False)


def test_of_thousands_of_shortest_ways_some_are_told(store: GraphStore) -> None:
    layers = [["vn/a"], *([f"vn/{x}{n:02}" for n in range(11)] for x in "bcd"), ["vn/z"]]
    load(store, [(one, two) for here, there in pairwise(layers) for one in here for two in there])
    ways = tuple(product(*layers))
    for moves in (FORWARD, both_ways(CITES)):
        for offset in (0, 1300, 2000):
            found = between(store, "vn/a", "vn/z", moves, most=20, offset=offset)
            assert (found.ways, found.length) == (ways[offset : offset + 20], 4)
            assert found.total == 11**3
    assert between(store, "vn/z", "vn/a", FORWARD) == Routes()


def test_routes_of_several_pairs_at_once(store: GraphStore) -> None:
    load(store, [("vn/a", "vn/b"), ("vn/b", "vn/c")])
    store.apply(delta("vn/x", ("vn/a", EdgeKind.BASED_ON, "vn/b")))
    pairs = [("vn/c", "vn/a"), ("vn/a", "vn/c"), ("vn/a", "vn/a"), ("vn/a", "vn/nobody")]
    for moves in ([Move(BASIS_KINDS)], both_ways(BASIS_KINDS)):
        found = store.routes(pairs[1:], Sought(moves))
        assert found[0] == Routes((("vn/a", "vn/b", "vn/c"),), total=1, length=2)
        assert found[1:] == [Routes((("vn/a",),), total=1), Routes()]
    assert store.routes(pairs[:1], Sought([Move(BASIS_KINDS)])) == [Routes()]


def test_a_walk_stops_at_its_budget(store: GraphStore) -> None:
    load(store, [(f"vn/{n}", f"vn/{n + 1}") for n in range(9)])
    reach = breadth_first(store, ["vn/0"], FORWARD, depth=99, budget=4)
    assert not reach.complete
    assert list(reach.depth) == [f"vn/{n}" for n in range(4)]
    assert breadth_first(store, ["vn/0"], FORWARD, depth=99).complete


def test_a_subgraph_says_what_it_leaves_out(store: GraphStore) -> None:
    load(store, [("vn/a", "vn/b"), ("vn/b", "vn/c"), ("vn/c", "vn/a")])
    reach = breadth_first(store, ["vn/a"], FORWARD, depth=9)
    whole = subgraph(store, "vn/a", reach, limit=9)
    assert (len(whole.edges), whole.truncated, whole.left_out) == (3, False, 0)
    assert all(edge.evidence for edge in whole.edges)
    part = subgraph(store, "vn/a", reach, limit=2)
    assert [node.id for node in part.nodes] == ["vn/a", "vn/b"]
    assert [(e.source, e.target) for e in part.edges] == [("vn/a", "vn/b")]
    assert (part.truncated, part.left_out) == (True, 1)
    assert subgraph(store, "vn/a", Reach({"vn/a": 0}, complete=False), limit=9).truncated


def test_a_part_finds_roles_from_the_side_of_tasks(store: GraphStore) -> None:
    edges = [
        ("vn/p", EdgeKind.ASSIGNS, "vn/p/nv/1"),
        ("unit/a", EdgeKind.LEADS, "vn/p/nv/1"),
        ("unit/a", EdgeKind.PART_OF, "unit/b"),
        ("vn/p", EdgeKind.ISSUED_BY, "unit/b"),
    ]
    store.apply(delta("vn/p", *edges))
    ids = {"vn/p", "vn/p/nv/1", "unit/a", "unit/b"}
    found = part_inside(store, ids).edges
    assert sorted((e.source, e.kind, e.target) for e in found) == sorted(edges)
    assert [e.kind for e in part_inside(store, ids, [EdgeKind.LEADS]).edges] == [EdgeKind.LEADS]
    assert len(part_inside(store, ids - {"unit/b"}).edges) == 2


# -- networkx on a part


@pytest.mark.parametrize("seed", range(12))
def test_one_cycle_for_each_knot(seed: int) -> None:
    pairs = random_pairs(seed, nodes=10, edges=14)
    graph = nx.DiGraph(pairs)
    found = cycles(pairs)
    for cycle in found:
        assert all(
            graph.has_edge(*step) for step in zip(cycle, (*cycle[1:], cycle[0]), strict=True)
        )
        assert cycle[0] == min(cycle)
    knots = [
        knot
        for knot in nx.strongly_connected_components(graph)
        if len(knot) > 1 or graph.has_edge(*(2 * tuple(knot)))
    ]
    assert len(found) == len(knots)
    assert bool(found) is not nx.is_directed_acyclic_graph(graph)
