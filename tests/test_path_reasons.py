"""All shortest ways with a reason for each step, and what is not known of two nodes."""

import pytest
from stores import delta, document, task
from world import ANNEX, BRANCH, DECISION, DEPARTMENT, DIRECTIVE, OTHER, PLAN, settle

from graph.errors import UsageError
from graph.model import EdgeKind, NodeKind
from graph.questions.path import Path, path
from graph.questions.reasons import TELLING, hop, reason
from graph.store import GraphStore

k = EdgeKind


@pytest.fixture(autouse=True)
def _world(store: GraphStore) -> None:
    settle(store)


def said(found: Path, way: int = 0, lang: str = "vi") -> list[str]:
    """The steps of a way in words."""
    nodes = {node.id: node for node in found.subgraph.nodes}
    steps = zip(found.ways[way], found.ways[way][1:], strict=False)
    return [reason(found.hops[step], nodes, lang) for step in steps]


def test_each_step_has_its_verb_in_the_direction_walked(store: GraphStore) -> None:
    up = path(store, BRANCH, DIRECTIVE)
    assert said(up, 1) == [
        f"{BRANCH.capitalize()} chủ trì nhiệm vụ “Khảo sát”.",
        f"Nhiệm vụ “Khảo sát” được giao tại {PLAN}.",
        f"{PLAN.capitalize()} căn cứ {DECISION}.",
        f"{DECISION.capitalize()} triển khai {DIRECTIVE}.",
    ]
    down = path(store, DIRECTIVE, BRANCH)
    walked = [said(down, way) for way in range(len(down.ways))]
    assert [
        f"{DIRECTIVE.capitalize()} được triển khai bởi {DECISION}.",
        f"{DECISION.capitalize()} là căn cứ của {PLAN}.",
        f"{PLAN.capitalize()} giao nhiệm vụ “Khảo sát”.",
        f"Nhiệm vụ “Khảo sát” do {BRANCH} chủ trì.",
    ] in walked
    assert said(up, 1, "en")[2] == f"{PLAN.capitalize()} is based on {DECISION}."
    english = [said(down, way, "en") for way in range(len(down.ways))]
    assert any(f"{BRANCH.capitalize()} leads task “Khảo sát”." in steps for steps in english)


def test_every_hop_has_proof_and_every_kind_is_ranked(store: GraphStore) -> None:
    assert set(TELLING) == set(k) and len(TELLING) == len(k)
    found = path(store, OTHER, ANNEX)
    assert all(step.edges and step.edges[0].evidence for step in found.hops.values())
    assert not found.along


def test_the_most_telling_edge_speaks_and_the_others_are_named(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", k.CITES, "vn/b"), ("vn/a", k.BASED_ON, "vn/b"),
                      ("vn/b", k.CITES, "vn/a")))  # fmt: skip
    found = path(store, "vn/b", "vn/a")
    step = found.hops["vn/b", "vn/a"]
    assert (step.kind, step.forward, step.others) == (k.BASED_ON, False, (k.CITES,))
    assert found.along, "a direct basis is a proof"
    assert not path(store, DEPARTMENT, PLAN).along


def test_what_a_third_document_says_names_it(store: GraphStore) -> None:
    store.apply(delta("vn/w", ("vn/x", k.REPLACES, "vn/y"), label="Báo cáo W"))
    found = path(store, "vn/y", "vn/x")
    (sentence,) = said(found)
    assert sentence == "Vn/y được thay thế bởi vn/x.", "the witness is no node of the way"
    nodes = store.nodes(["vn/w", "vn/x", "vn/y"])
    assert reason(found.hops["vn/y", "vn/x"], nodes).endswith("(Theo Báo cáo W.)")


def test_a_task_is_named_by_its_place(store: GraphStore) -> None:
    job = "vn/p/nv/1"
    store.apply(delta("vn/p", ("vn/p", k.ASSIGNS, job),
                      owned=[task(job, path="II.1", name="Việc " * 60)]))  # fmt: skip
    found = path(store, job, "vn/p")
    (sentence,) = said(found)
    assert sentence.startswith("Nhiệm vụ II.1 “Việc Việc") and "…”" in sentence
    assert len(sentence) < 200


def test_all_ways_are_counted_and_paged(store: GraphStore) -> None:
    middle = [f"vn/m/{number}" for number in range(7)]
    store.apply(delta("vn/s", *(("vn/s", k.BASED_ON, m) for m in middle)))
    for m in middle:
        store.apply(delta(m, (m, k.BASED_ON, "vn/z1"), (m, k.BASED_ON, "vn/z2")))
    for z in ("vn/z1", "vn/z2"):
        store.apply(delta(z, (z, k.BASED_ON, "vn/top")))
    whole = path(store, "vn/s", "vn/top", most=100)
    assert (whole.total, len(whole.ways), whole.next) == (14, 14, None)
    assert list(whole.ways) == sorted(whole.ways)
    found, cursor, first = [], None, 1
    while True:
        page = path(store, "vn/s", "vn/top", most=4, cursor=cursor)
        assert (page.total, page.first) == (14, first)
        found += page.ways
        first += len(page.ways)
        if (cursor := page.next) is None:
            break
    assert found == list(whole.ways)
    with pytest.raises(UsageError):
        path(store, "vn/s", "vn/top", cursor="x")


def test_unknown_where_the_chain_leaves_the_corpus(store: GraphStore) -> None:
    store.apply(delta("vn/alone"))
    found = path(store, PLAN, "vn/alone")
    assert not found.ways and found.is_unknown
    assert [node.id for node in found.outside] == [DIRECTIVE]
    store.apply(delta("vn/lonely"))
    nothing = path(store, "vn/alone", "vn/lonely")
    assert not nothing.ways and not nothing.is_unknown and nothing.outside == ()


def test_edges_both_ways_prefer_the_one_walked(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", k.CITES, "vn/b")))
    store.apply(delta("vn/b", ("vn/b", k.CITES, "vn/a")))
    found = path(store, "vn/a", "vn/b")
    step = hop(document("vn/b"), document("vn/a"), found.subgraph.edges)
    assert step.forward and {edge.source for edge in step.edges} == {"vn/b"}
    assert document("vn/a").kind is NodeKind.DOCUMENT
