"""What every store must do, whichever engine: one body, run on each of them."""

import unicodedata
from dataclasses import replace

import pytest
from stores import (
    DECISION,
    LAW,
    PLAN,
    B,
    C,
    counted,
    delta,
    document,
    doubt,
    lines,
    plan,
    related,
    says,
    task,
)

from graph.errors import ConflictError, StoreError
from graph.export import jsonl
from graph.model import EdgeKind, GraphDelta, NodeKind, Offer
from graph.store import ApplyReport, GraphStore
from graph.traverse import ALL_KINDS

# -- apply


def test_a_document_is_there_after_apply(store: GraphStore) -> None:
    report = store.apply(plan())
    assert report == ApplyReport(nodes_added=4, edges_added=3, documents_changed=1)
    assert store.nodes([PLAN])[PLAN].properties["status"] == "loaded"
    assert store.nodes([DECISION])[DECISION].properties["status"] == "cited"
    assert store.documents() == [PLAN]
    counts = store.counts()
    assert (counts["document"], counts["task"], counts["unit"]) == (2, 1, 1)
    assert (counts["document.loaded"], counts["edge.leads"], counts["issue.warning"]) == (1, 1, 1)


def test_the_same_again_changes_nothing(store: GraphStore) -> None:
    store.apply(plan())
    before = lines(store)
    assert not store.apply(plan()).changed
    shuffled = plan()
    shuffled = replace(shuffled, edges=shuffled.edges[::-1], references=shuffled.references[::-1])
    assert store.apply(shuffled) == ApplyReport()
    assert lines(store) == before


def test_a_corrected_file_takes_back_what_it_no_longer_says(store: GraphStore) -> None:
    store.apply(plan())
    report = store.apply(delta(PLAN, (PLAN, B, LAW), number="1"))
    assert (report.edges_added, report.edges_removed) == (1, 3)
    assert (report.nodes_added, report.nodes_removed) == (1, 3)
    assert sorted(node.id for node in store.all_nodes()) == [PLAN, LAW]
    assert store.issues() == []
    assert store.offers(["alias:de an 76"]) == {}
    assert store.askers(["alias:de an 9"]) == []


def test_changed_evidence_is_a_changed_edge(store: GraphStore) -> None:
    store.apply(plan())
    other = replace(plan(), edges=(says(PLAN, B, DECISION, PLAN, "khác"), *plan().edges[1:]))
    assert store.apply(other) == ApplyReport(edges_changed=1, documents_changed=1)
    (proof,) = store.evidence([other.edges[0].key])[other.edges[0].key]
    assert (proof.quote, proof.rule, proof.confidence, proof.doc) == ("khác", "by_hand", 0.9, PLAN)


def test_a_new_edge_to_what_it_referred_to_before(store: GraphStore) -> None:
    """The nodes at its ends are described as they were, so nothing else of them changes."""
    (basis, *_) = plan().edges
    store.apply(plan())
    also = replace(basis, kind=EdgeKind.CITES)
    report = store.apply(replace(plan(), edges=(*plan().edges, also)))
    assert report == ApplyReport(edges_added=1, documents_changed=1)
    assert store.evidence([basis.key, also.key]).keys() == {basis.key, also.key}


def test_what_another_document_still_says_stays(store: GraphStore) -> None:
    relation = (DECISION, C, LAW)
    store.apply(delta(PLAN, relation))
    store.apply(delta("vn/a/kh/2026/2", relation, (DECISION, B, LAW)))
    assert len(store.expand([DECISION], [C])) == 2
    assert counted(store) == {"based_on": 1, "cites": 2}
    store.apply(delta(PLAN))
    assert counted(store) == {"based_on": 1, "cites": 1}
    (edge,) = store.expand([DECISION], [C])
    assert edge.asserted_by == "vn/a/kh/2026/2"


def test_a_cited_document_becomes_loaded_and_keeps_its_edges(store: GraphStore) -> None:
    store.apply(plan())
    report = store.apply(delta(DECISION, (DECISION, B, LAW), number="76", title="Đề án mới"))
    assert (report.nodes_added, report.nodes_changed) == (1, 1)
    assert store.nodes([DECISION])[DECISION].properties["title"] == "Đề án mới"
    assert len(store.expand([DECISION], [B], reverse=True)) == 1
    assert not store.apply(plan()).changed  # a reference never overwrites the owner
    assert store.nodes([DECISION])[DECISION].properties["status"] == "loaded"


def test_two_documents_cannot_own_one_task(store: GraphStore) -> None:
    store.apply(plan())
    before = lines(store)
    thief = delta("vn/a/kh/2026/9", owned=[task(f"{PLAN}/nv/ii-1", name="khác")])
    with pytest.raises(ConflictError, match="vn/a/kh/2026/9"):
        store.apply(thief)
    assert lines(store) == before


# -- what is refused changes nothing


def bad_deltas() -> list[GraphDelta]:
    good = plan()
    return [
        replace(good, references=good.references[:1]),  # an edge without its end
        replace(good, edges=(says(PLAN, B, DECISION, DECISION),)),  # somebody else's edge
        replace(good, owned=good.owned[1:]),  # without its own node
    ]


@pytest.mark.parametrize("bad", bad_deltas(), ids=["dangling", "foreign", "ownerless"])
def test_a_wrong_delta_is_refused_whole(store: GraphStore, bad: GraphDelta) -> None:
    store.apply(delta(DECISION, (DECISION, B, LAW)))
    before = lines(store)
    with pytest.raises(StoreError, match=PLAN):
        store.apply(bad)
    assert lines(store) == before


# -- remove


def test_removing_leaves_a_stub_where_others_cite(store: GraphStore) -> None:
    store.apply(plan())
    store.apply(delta(DECISION, (DECISION, B, LAW), number="76", title="Đề án mới"))
    assert store.remove(DECISION)
    assert store.nodes([DECISION])[DECISION].properties == {"number": "76", "status": "cited"}
    assert store.nodes([LAW]) == {}
    assert store.text(DECISION) is None
    assert store.documents() == [PLAN]
    assert not store.remove(DECISION)


def test_removing_everything_leaves_nothing(store: GraphStore) -> None:
    store.apply(plan())
    assert store.remove(PLAN)
    assert lines(store) == []
    assert not any(store.counts().values())
    assert store.search("bao cao") == []
    assert store.issues() == []


def test_removing_what_is_not_there(store: GraphStore) -> None:
    store.apply(plan())
    assert not store.remove("vn/nobody")
    assert not store.remove(DECISION)  # cited, not loaded


# -- reading


def test_unknown_ids_are_absent(store: GraphStore) -> None:
    store.apply(plan())
    assert store.nodes(["vn/nobody", PLAN]).keys() == {PLAN}
    assert store.nodes([]) == {}
    assert store.expand(["vn/nobody"], ALL_KINDS) == []
    assert store.evidence([("vn/nobody", B, LAW, PLAN)]) == {}
    assert store.text("vn/nobody") is None


def test_expand_goes_both_ways_and_by_kind(store: GraphStore) -> None:
    store.apply(plan())
    job = f"{PLAN}/nv/ii-1"
    assert [e.target for e in store.expand([PLAN], [B])] == [DECISION]
    assert [e.source for e in store.expand([DECISION], [B], reverse=True)] == [PLAN]
    assert [e.source for e in store.expand([job], ALL_KINDS, reverse=True)] == ["unit/so-a", PLAN]
    assert store.expand([PLAN], []) == []
    assert store.expand([PLAN], [C]) == []


def test_expand_takes_a_frontier_of_thousands(store: GraphStore) -> None:
    targets = [f"vn/t/{n:05}" for n in range(12_000)]
    store.apply(delta(PLAN, *((PLAN, C, target) for target in targets)))
    edges = store.expand(targets, [C], reverse=True)
    assert [edge.target for edge in edges] == targets
    assert len(store.evidence(edge.key for edge in edges)) == 12_000


def test_listing_pages_and_filters(store: GraphStore) -> None:
    for n in range(5):
        store.apply(delta(f"vn/{n}", type="Kế hoạch" if n % 2 else "Quyết định", year=2020 + n))
    first = store.listing(NodeKind.DOCUMENT, limit=2)
    assert [node.id for node in first] == ["vn/0", "vn/1"]
    assert [n.id for n in store.listing(NodeKind.DOCUMENT, after="vn/1", limit=2)] == [
        "vn/2",
        "vn/3",
    ]
    plans = store.listing(NodeKind.DOCUMENT, where={"type": "Kế hoạch"})
    assert [node.id for node in plans] == ["vn/1", "vn/3"]
    both = store.listing(NodeKind.DOCUMENT, where={"type": "Kế hoạch", "year": "2023"})
    assert [node.id for node in both] == ["vn/3"]
    assert store.listing(NodeKind.TASK) == []
    assert store.listing(NodeKind.DOCUMENT, where={'a"b': "x"}) == []


def test_issues_by_document_and_by_node(store: GraphStore) -> None:
    store.apply(plan())
    store.apply(delta("vn/x", (("vn/x"), B, DECISION), issues=[doubt("near", "vn/x", DECISION)]))
    assert [issue.rule for issue in store.issues()] == ["year_missing", "near"]
    assert [issue.rule for issue in store.issues(document="vn/x")] == ["near"]
    assert [issue.rule for issue in store.issues(node=DECISION)] == ["year_missing", "near"]
    assert [i.rule for i in store.issues(document=PLAN, node=DECISION)] == ["year_missing"]
    assert store.issues(node="vn/nobody") == []
    by = store.issues_by(["vn/x", PLAN, DECISION, "vn/nobody"])
    assert {document: [issue.rule for issue in said] for document, said in by.items()} == {
        PLAN: ["year_missing"],
        "vn/x": ["near"],
    }
    assert store.issues_by([]) == {}


def test_documents_of_one_number_and_year(store: GraphStore) -> None:
    facts = {"number": "05/2026", "year": 2026}
    store.apply(delta("vn/b", ("vn/b", B, "vn/c"), references=[document("vn/c", **facts)], **facts))
    store.apply(delta("vn/d", number="05/2026", year=2025))
    store.apply(delta("vn/e", number="05", year=2026))
    assert [node.id for node in store.numbered("5/2026", "2026")] == ["vn/b", "vn/c"]
    assert [node.id for node in store.numbered("5", "2026")] == ["vn/e"]
    assert store.numbered("5/2026", "2027") == store.numbered("", "2026") == []


def test_most_referenced_counts_documents(store: GraphStore) -> None:
    for said in related():
        store.apply(said)
    cited = store.most_referenced()
    assert [(node.id, count) for node, count in cited] == [(LAW, 4)]
    loaded = store.most_referenced(status="loaded")
    assert [(node.id, count) for node, count in loaded] == [(PLAN, 1), (DECISION, 1)]
    assert len(store.most_referenced(status="loaded", limit=1)) == 1


def test_the_text_comes_back_as_it_was(store: GraphStore) -> None:
    words = unicodedata.normalize("NFD", "Quyết định\r\n\tsố 5\u200b")
    store.apply(delta(PLAN, text=words))
    stored = store.text(PLAN)
    assert stored is not None
    assert (stored.text, stored.source, stored.digest) == (
        words, "vn-a-kh-2026-1.txt", f"digest of {PLAN}"
    )  # fmt: skip


def test_offers_and_asks(store: GraphStore) -> None:
    store.apply(plan())
    store.apply(delta("vn/x", offers=[("alias:de an 76", LAW), ("doc:k", "vn/x")]))
    assert store.offers(["alias:de an 76", "none"]) == {
        "alias:de an 76": [(DECISION, PLAN), (LAW, "vn/x")]
    }
    assert store.askers(["alias:de an 9", "doc:k"]) == [PLAN]
    store.remove("vn/x")
    assert store.offers(["doc:k"]) == {}


def test_a_new_issue_or_offer_alone_is_written(store: GraphStore) -> None:
    store.apply(plan())
    store.apply(replace(plan(), offers=(Offer("alias:khac", LAW),), issues=()))
    assert store.offers(["alias:khac"]) == {"alias:khac": [(LAW, PLAN)]}
    assert store.issues() == []


def test_awkward_names_are_only_text(store: GraphStore) -> None:
    name = """'"); DROP TABLE node; -- {x} `MATCH (n) DETACH DELETE n` <script> \\ % \u2028"""
    store.apply(delta(PLAN, owned=[task(f"{PLAN}/nv/{name}", name=name)], title=name))
    found = store.nodes([f"{PLAN}/nv/{name}"])
    assert [node.label for node in found.values()] == [name]
    assert store.search(name)
    assert store.search("'\"*:^(){}-") == []
    assert store.listing(NodeKind.DOCUMENT, where={"title": name})[0].id == PLAN


def test_a_snapshot_stands_still(store: GraphStore) -> None:
    store.apply(plan())
    with store.snapshot() as view:
        before = lines(store)
        assert list(jsonl(view)) == before
        with view.snapshot() as same:
            assert list(jsonl(same)) == before
