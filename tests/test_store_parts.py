"""Pieces of the graph that every store reads in one go: sets, surroundings, hubs, nearest nodes."""

import pytest
from stores import DECISION, LAW, PLAN, B, C, delta, plan, related

from graph.engine.moves import Move
from graph.model import EdgeKind, NodeKind
from graph.store import Ends, GraphStore
from graph.traverse import ALL_KINDS, both_ways

DOWN = (Move((B,), reverse=True),)
OF_DOCUMENTS = [(Move(ALL_KINDS), NodeKind.DOCUMENT)]


@pytest.fixture
def several(store: GraphStore) -> GraphStore:
    """Documents that describe and cite one another."""
    store.apply_all(related())
    return store


def test_what_is_between_the_nodes_of_a_set(several: GraphStore) -> None:
    part = several.induced([LAW, "vn/nobody", PLAN, DECISION, PLAN], OF_DOCUMENTS)
    assert list(part.nodes) == [LAW, PLAN, DECISION]
    assert part.nodes == several.nodes([LAW, PLAN, DECISION])
    assert [edge.key for edge in part.edges] == [
        (PLAN, B, DECISION, PLAN),
        (DECISION, B, LAW, DECISION),
        (DECISION, C, PLAN, DECISION),
    ]
    assert all(edge.evidence for edge in part.edges)


def test_edges_of_a_set_are_found_from_the_nodes_of_a_kind(several: GraphStore) -> None:
    job = f"{PLAN}/nv/ii-1"
    ids = [PLAN, job, "unit/so-a"]
    led = (Move((EdgeKind.LEADS,), reverse=True), NodeKind.TASK)
    twice = (Move((EdgeKind.LEADS,)), NodeKind.UNIT)
    for looks in ([led], [led, twice], [led, led]):
        assert [e.kind for e in several.induced(ids, looks).edges] == [EdgeKind.LEADS]
    assert several.induced(ids, [(Move((EdgeKind.LEADS,)), NodeKind.TASK)]).edges == []
    assert several.induced(ids, []).nodes.keys() == set(ids)
    assert several.induced([], OF_DOCUMENTS).nodes == {}


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("leaving", [(DECISION, B, LAW), (DECISION, C, PLAN)]),
        ("arriving", [(PLAN, B, DECISION)]),
        ("both", [(DECISION, B, LAW), (DECISION, C, PLAN), (PLAN, B, DECISION)]),
    ],
)
def test_edges_come_with_what_stands_at_their_ends(
    several: GraphStore, ends: Ends, expected: list[tuple[str, EdgeKind, str]]
) -> None:
    part = several.incident([DECISION], ALL_KINDS, ends=ends)
    assert [(e.source, e.kind, e.target) for e in part.edges] == expected
    ids = {DECISION, *(end for source, _, target in expected for end in (source, target))}
    assert part.nodes == several.nodes(ids)
    assert part.left_out == 0 and all(edge.evidence for edge in part.edges)
    bare = several.incident([DECISION], ALL_KINDS, ends=ends, proofs=False)
    assert [e.key for e in bare.edges] == [e.key for e in part.edges]
    assert not any(edge.evidence for edge in bare.edges)


def test_an_edge_between_two_that_were_asked_for_comes_once(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", C, "vn/a"), ("vn/a", C, "vn/b"), ("vn/c", C, "vn/a")))
    part = store.incident(["vn/a", "vn/b"], ALL_KINDS, ends="both")
    assert [(e.source, e.target) for e in part.edges] == [
        ("vn/a", "vn/a"),
        ("vn/a", "vn/b"),
        ("vn/c", "vn/a"),
    ]


@pytest.mark.parametrize("limit", range(1, 9))
def test_the_first_edges_of_a_hub(store: GraphStore, limit: int) -> None:
    own = [("vn/a", C, "vn/z"), ("vn/a", B, "vn/y"), ("vn/a", C, "vn/a")]
    store.apply(delta("vn/a", *own))
    for id in ("vn/d", "vn/c", "vn/b"):
        store.apply(delta(id, (id, C, "vn/a")))
    every = store.incident(["vn/a"], ALL_KINDS, ends="both")
    assert len(every.edges) == 6
    part = store.incident(["vn/a"], ALL_KINDS, ends="both", limit=limit)
    assert part.edges == every.edges[:limit]
    assert part.left_out == max(0, 6 - limit)
    ends = {end for edge in part.edges for end in (edge.source, edge.target)}
    assert part.nodes.keys() == ends | {"vn/a"}


def test_a_node_without_edges_is_there_and_an_unknown_one_is_not(store: GraphStore) -> None:
    store.apply(plan())
    assert store.incident([LAW, "unit/so-a"], [C]).nodes.keys() == {"unit/so-a"}
    assert store.incident([PLAN], []).nodes.keys() == {PLAN}
    assert store.incident([], ALL_KINDS).nodes == {}


def test_hubs(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", C, "vn/a"), ("vn/a", C, "vn/b")))
    store.apply(delta("vn/b", ("vn/b", C, "vn/c")))
    ids = ["vn/a", "vn/b", "vn/c", "vn/nobody"]
    assert store.hubs(ids, 3) == set()
    assert store.hubs(ids, 2) == {"vn/a"}
    assert store.hubs(ids, 1) == {"vn/a", "vn/b"}
    assert store.hubs([], 0) == set()


@pytest.mark.parametrize("moves", [DOWN, both_ways((B,))])
def test_the_nearest_nodes_and_how_many_lie_beyond(
    several: GraphStore, moves: tuple[Move, ...]
) -> None:
    whole = several.reach([LAW, "vn/nobody"], moves, depth=9, budget=99)
    assert list(whole.depth) == ["vn/nobody", LAW, DECISION, "vn/x", "vn/y", "vn/z", PLAN]
    for limit in range(1, 9):
        near = several.reach([LAW, "vn/nobody"], moves, depth=9, budget=99, limit=limit)
        assert list(near.depth.items()) == list(whole.depth.items())[:limit]
        assert near.complete and near.beyond == max(0, 7 - limit)
    poor = several.reach([LAW], moves, depth=9, budget=3, limit=2)
    assert (list(poor.depth), poor.complete, poor.beyond) == ([LAW, DECISION], False, 1)
