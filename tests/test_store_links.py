"""The edges of one node counted and paged, and nodes counted, the same on every store."""

from stores import B, C, delta, document, says, task

from graph.engine.census import Trait, census_of
from graph.model import EdgeKind, NodeKind
from graph.store import GraphStore

LAW = "vn/qh/luat/2018/5"
PLANS = [f"vn/a/kh/2026/{number}" for number in range(1, 8)]


def _fill(store: GraphStore) -> None:
    """Seven plans on one law; each cites it too, and a task of the first carries it out."""
    job = f"{PLANS[0]}/nv/1"
    for plan in PLANS:
        edges = [(plan, B, LAW), (plan, C, LAW)]
        if plan == PLANS[0]:
            edges += [(plan, EdgeKind.ASSIGNS, job), (job, EdgeKind.IMPLEMENTS, LAW)]
        owned = [task(job, kind="task")] if plan == PLANS[0] else []
        store.apply(delta(plan, *edges, owned=owned, level="province", type="Kế hoạch"))
    store.apply(delta("vn/x", (PLANS[0], B, LAW), references=[document(LAW, level="assembly")]))


def test_pages_of_arriving_edges_join_into_all_of_them(store: GraphStore) -> None:
    _fill(store)
    whole = store.expand([LAW], (B, C, EdgeKind.IMPLEMENTS), reverse=True)
    found, after = [], None
    while page := store.links(LAW, (C, B, EdgeKind.IMPLEMENTS), reverse=True, after=after, limit=4):
        assert len(page) <= 4
        found += page
        after = page[-1].key
    assert [edge.key for edge in found] == [edge.key for edge in whole]
    assert len(found) == 16
    assert all(edge.evidence and edge.evidence[0].quote == "theo" for edge in found)
    bare = store.links(LAW, (C, B, EdgeKind.IMPLEMENTS), reverse=True, limit=99, proof=False)
    assert [edge.key for edge in bare] == [edge.key for edge in whole]
    assert not any(edge.evidence for edge in bare)


def test_leaving_edges_go_by_kind_then_target(store: GraphStore) -> None:
    _fill(store)
    kinds = (C, B, EdgeKind.ASSIGNS)
    whole = store.expand([PLANS[0]], kinds)
    first = store.links(PLANS[0], kinds, limit=2)
    rest = store.links(PLANS[0], kinds, after=first[-1].key, limit=50)
    assert [edge.key for edge in (*first, *rest)] == [edge.key for edge in whole]
    assert first[0].kind is EdgeKind.ASSIGNS and len(whole) == 4


def test_links_to_one_kind_of_node(store: GraphStore) -> None:
    _fill(store)
    kinds = (B, C, EdgeKind.IMPLEMENTS)
    found = store.links(LAW, kinds, reverse=True, other=NodeKind.TASK)
    assert [edge.source for edge in found] == [f"{PLANS[0]}/nv/1"]
    documents = store.links(LAW, kinds, reverse=True, other=NodeKind.DOCUMENT)
    assert len(documents) == 15


def test_links_are_counted_by_node_not_by_assertion(store: GraphStore) -> None:
    _fill(store)
    assert store.link_counts(LAW, (B, C, EdgeKind.IMPLEMENTS), reverse=True) == {
        (B, NodeKind.DOCUMENT): 7,
        (C, NodeKind.DOCUMENT): 7,
        (EdgeKind.IMPLEMENTS, NodeKind.TASK): 1,
    }
    assert store.link_counts(PLANS[0], (B,)) == {(B, NodeKind.DOCUMENT): 1}
    assert store.link_counts("vn/nobody", (B,)) == {}
    assert store.link_counts(LAW, ()) == {}
    assert store.links(LAW, (), reverse=True) == []


def test_a_census_counts_by_kind_level_and_type(store: GraphStore) -> None:
    _fill(store)
    ids = [LAW, *PLANS, f"{PLANS[0]}/nv/1", "vn/nobody", LAW]
    assert store.census(ids) == {
        Trait(NodeKind.DOCUMENT, "assembly", None, loaded=False): 1,
        Trait(NodeKind.DOCUMENT, "province", "Kế hoạch"): 7,
        Trait(NodeKind.TASK): 1,
    }
    assert store.census(ids) == census_of(store.nodes(ids).values())
    assert store.census([]) == {}


def test_an_assertion_of_another_document_is_an_edge_of_its_own(store: GraphStore) -> None:
    _fill(store)
    said = [edge for edge in store.links(LAW, (B,), reverse=True) if edge.source == PLANS[0]]
    assert [edge.asserted_by for edge in said] == [PLANS[0], "vn/x"]
    assert said[0].key == says(PLANS[0], B, LAW, PLANS[0]).key
