"""Every question on a small world: what is found, in which order, with which proof."""

import pytest
from stores import delta
from world import (
    ANNEX,
    ANNEXED,
    BRANCH,
    DECISION,
    DEPARTMENT,
    DIRECTIVE,
    FIRST,
    GROUP,
    OFFICE,
    OTHER,
    PLAN,
    SCHEME,
    SECOND,
    THIRD,
    settle,
)

from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind, NodeKind, Subgraph
from graph.questions import (
    chain,
    missing,
    neighbourhood,
    overview,
    path,
    search,
    show,
    stats,
    tasks_of,
)
from graph.questions.neighbourhood import HUB
from graph.store import GraphStore


@pytest.fixture(autouse=True)
def _world(store: GraphStore) -> None:
    settle(store)


def pairs(subgraph: Subgraph) -> set[tuple[str, str, str]]:
    """The relations of an answer, after a check that each has its proof."""
    assert all(edge.evidence and edge.evidence[0].quote for edge in subgraph.edges)
    assert {node.id for node in subgraph.nodes} == set(subgraph.depth)
    return {(edge.source, edge.kind.value, edge.target) for edge in subgraph.edges}


# -- chain


def test_the_chain_above_a_plan(store: GraphStore) -> None:
    found = chain(store, PLAN)
    assert found.depth == {PLAN: 0, DECISION: 1, SCHEME: 1, DIRECTIVE: 2}
    assert pairs(found) == {
        (PLAN, "based_on", DECISION),
        (PLAN, "cites", SCHEME),
        (DECISION, "implements", DIRECTIVE),
    }
    assert (found.root, found.truncated, found.left_out) == (PLAN, False, 0)


def test_a_task_leads_to_its_document(store: GraphStore) -> None:
    found = chain(store, FIRST)
    assert found.depth == {FIRST: 0, PLAN: 1, SCHEME: 1, DECISION: 2, DIRECTIVE: 3}
    assert (PLAN, "assigns", FIRST) in pairs(found)
    assert (FIRST, "implements", SCHEME) in pairs(found)


def test_a_unit_leads_to_its_tasks(store: GraphStore) -> None:
    found = chain(store, OFFICE)
    assert found.depth[FIRST] == found.depth[THIRD] == found.depth[ANNEXED] == 1
    assert found.depth[DIRECTIVE] == 4
    assert (OFFICE, "coordinates", FIRST) in pairs(found)
    assert chain(store, OFFICE, depth=0).depth == {OFFICE: 0}


def test_the_chain_below(store: GraphStore) -> None:
    found = chain(store, DIRECTIVE, down=True)
    assert found.depth == {DIRECTIVE: 0, DECISION: 1, PLAN: 2, OTHER: 2, ANNEX: 3}
    below = chain(store, SCHEME, down=True, depth=1)
    assert below.depth == {SCHEME: 0, PLAN: 1, FIRST: 1}


def test_depth_kinds_and_limit_of_a_chain(store: GraphStore) -> None:
    assert chain(store, PLAN, depth=1).depth.keys() == {PLAN, DECISION, SCHEME}
    only = chain(store, PLAN, kinds=[EdgeKind.CITES])
    assert only.depth.keys() == {PLAN, SCHEME}
    cut = chain(store, PLAN, limit=2)
    assert (len(cut.nodes), cut.truncated, cut.left_out) == (2, True, 2)


def test_a_circle_ends(store: GraphStore) -> None:
    store.apply(delta("vn/a", ("vn/a", EdgeKind.BASED_ON, "vn/b")))
    store.apply(delta("vn/b", ("vn/b", EdgeKind.BASED_ON, "vn/a")))
    store.apply(delta("vn/c", ("vn/c", EdgeKind.CITES, "vn/c")))
    for down in (False, True):
        assert chain(store, "vn/a", down=down).depth == {"vn/a": 0, "vn/b": 1}
        assert chain(store, "vn/c", down=down).depth == {"vn/c": 0}
    assert len(chain(store, "vn/a").edges) == 2


# -- path


def test_a_proof_from_unit_to_directive(store: GraphStore) -> None:
    found = path(store, BRANCH, DIRECTIVE)
    assert found.along
    assert len(found.ways) == 3
    assert found.ways[1] == (BRANCH, FIRST, PLAN, DECISION, DIRECTIVE)
    assert (PLAN, "assigns", FIRST) in pairs(found.subgraph)
    assert (FIRST, "implements", SCHEME) not in pairs(found.subgraph)
    assert found.subgraph.depth[DIRECTIVE] == 4


def test_a_proof_reads_the_same_from_its_other_end(store: GraphStore) -> None:
    there, back = path(store, BRANCH, DIRECTIVE), path(store, DIRECTIVE, BRANCH)
    assert back.along
    assert sorted(way[::-1] for way in back.ways) == sorted(there.ways)


def test_neighbours_need_no_detour(store: GraphStore) -> None:
    assert path(store, DEPARTMENT, PLAN).ways == ((DEPARTMENT, PLAN),)
    assert path(store, OFFICE, FIRST).ways == ((OFFICE, FIRST),)


def test_what_is_not_above_one_another_is_only_linked(store: GraphStore) -> None:
    found = path(store, OTHER, PLAN)
    assert found.ways == ((OTHER, DECISION, PLAN),)
    assert not found.along


def test_that_a_unit_asked_for_a_text_is_no_proof_of_what_else_it_does(store: GraphStore) -> None:
    store.apply(delta("vn/asked", ("vn/asked", EdgeKind.REQUESTED_BY, BRANCH)))
    found = path(store, "vn/asked", DIRECTIVE)
    assert found.ways[0][:2] == ("vn/asked", BRANCH)
    assert not found.along


def test_no_path_and_the_path_to_itself(store: GraphStore) -> None:
    store.apply(delta("vn/alone"))
    found = path(store, PLAN, "vn/alone")
    assert (found.ways, found.subgraph.nodes, found.subgraph.truncated) == ((), (), False)
    assert path(store, PLAN, PLAN).ways == ((PLAN,),)


def test_at_most_so_many_ways(store: GraphStore) -> None:
    assert len(path(store, BRANCH, DIRECTIVE, most=2).ways) == 2


@pytest.mark.parametrize("ends", [("vn/nobody", PLAN), (PLAN, "vn/nobody")])
def test_a_path_needs_both_ends(store: GraphStore, ends: tuple[str, str]) -> None:
    with pytest.raises(NotFoundError, match="vn/nobody"):
        path(store, *ends)


# -- neighbourhood, overview, show


def test_what_stands_around(store: GraphStore) -> None:
    near = neighbourhood(store, DECISION)
    assert near.depth == {DECISION: 0, DIRECTIVE: 1, OTHER: 1, PLAN: 1}
    wider = neighbourhood(store, DECISION, depth=2)
    assert wider.depth[FIRST] == wider.depth[ANNEX] == wider.depth[DEPARTMENT] == 2
    cut = neighbourhood(store, DECISION, depth=2, limit=3)
    assert (len(cut.nodes), cut.truncated) == (3, True)
    assert cut.left_out >= 1


def test_hubs_are_shown_but_not_passed(store: GraphStore) -> None:
    store.apply(delta("vn/hub", *(("vn/hub", EdgeKind.CITES, f"vn/{n}") for n in range(HUB))))
    store.apply(delta("vn/a", ("vn/a", EdgeKind.CITES, "vn/hub")))
    near = neighbourhood(store, "vn/a", depth=2)
    assert near.depth == {"vn/a": 0, "vn/hub": 1}
    assert near.truncated
    around = neighbourhood(store, "vn/hub", limit=50)
    assert (len(around.nodes), around.left_out) == (50, HUB + 2 - 50)


def test_the_picture_of_a_document(store: GraphStore) -> None:
    found = overview(store, PLAN)
    assert found.depth.keys() == {
        PLAN, DECISION, SCHEME, DIRECTIVE, ANNEX, GROUP, FIRST, SECOND, THIRD, ANNEXED,
        OFFICE, BRANCH,
    }  # fmt: skip
    relations = pairs(found)
    assert {(OFFICE, "leads", ANNEXED), (BRANCH, "leads", FIRST)} <= relations
    assert {(FIRST, "part_of", GROUP), (ANNEX, "annex_of", PLAN)} <= relations
    assert overview(store, DECISION).depth.keys() >= {PLAN, OTHER, DIRECTIVE}
    cut = overview(store, PLAN, limit=4)
    assert [node.id for node in cut.nodes] == [PLAN, DECISION, DIRECTIVE, SCHEME]
    assert cut.left_out == 8


def test_the_picture_of_a_task_and_of_a_unit(store: GraphStore) -> None:
    found = overview(store, THIRD)
    assert found.depth.keys() == {THIRD, PLAN, DECISION, SCHEME, DIRECTIVE, OFFICE}
    found = overview(store, OFFICE)
    assert {FIRST, THIRD, ANNEXED, PLAN, ANNEX, DIRECTIVE, BRANCH} <= found.depth.keys()
    assert SECOND not in found.depth


def test_all_about_a_node(store: GraphStore) -> None:
    found = show(store, DECISION)
    relations = [(edge.source, edge.kind.value, edge.target) for edge in found.edges]
    assert relations == [
        (DECISION, "implements", DIRECTIVE),
        (OTHER, "based_on", DECISION),
        (PLAN, "based_on", DECISION),
    ]
    assert all(edge.evidence for edge in found.edges)
    assert [node.id for node in found.nodes] == [OTHER, PLAN, DIRECTIVE]
    assert show(store, DECISION, limit=1).left_out == 2


@pytest.mark.parametrize("question", [chain, show, neighbourhood, overview, tasks_of])
def test_an_unknown_id_is_not_found(store: GraphStore, question: object) -> None:
    assert callable(question)
    with pytest.raises(NotFoundError, match="vn/nobody"):
        question(store, "vn/nobody")


# -- the rest


def test_missing_and_stats(store: GraphStore) -> None:
    assert [(one.node.id, one.cited_by) for one in missing(store)] == [(DIRECTIVE, 1)]
    assert missing(store, limit=0) == ()
    found = stats(store)
    assert (found["document"], found["document.loaded"], found["task"]) == (6, 5, 5)
    assert found["edge"] == sum(n for name, n in found.items() if name.startswith("edge."))


def test_search_goes_page_by_page(store: GraphStore) -> None:
    whole = search(store, "khao sat", limit=50)
    assert [hit.node.id for hit in whole.hits] == [FIRST, ANNEXED]
    assert whole.next is None
    first = search(store, "khao sat", [NodeKind.TASK], limit=1)
    assert first.next is not None
    second = search(store, "khao sat", [NodeKind.TASK], limit=1, cursor=first.next)
    assert [hit.node.id for hit in (*first.hits, *second.hits)] == [FIRST, ANNEXED]
    assert second.next is None


@pytest.mark.parametrize("cursor", ["-1", "x", "1.5", "²", "9" * 30])
def test_a_cursor_that_is_none(store: GraphStore, cursor: str) -> None:
    with pytest.raises(UsageError):
        search(store, "khao sat", cursor=cursor)
