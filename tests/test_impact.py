"""What hangs on a document that ends: counts first, then a page of members with their ways."""

import pytest
from stores import delta, document, task, unit
from world import (
    ANNEX,
    ANNEXED,
    BRANCH,
    DECISION,
    DIRECTIVE,
    FIRST,
    OFFICE,
    OTHER,
    PLAN,
    SCHEME,
    THIRD,
    settle,
)

from graph.engine.census import Trait
from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind, NodeKind
from graph.questions.impact import Impact, impact
from graph.store import GraphStore

k = EdgeKind


@pytest.fixture(autouse=True)
def _world(store: GraphStore) -> None:
    settle(store)


def members(found: Impact) -> dict[str, int]:
    return {member.node.id: member.distance for member in found.members}


def totals(found: Impact) -> list[tuple[int, int, int]]:
    """Documents, tasks, units; directly and through others."""
    return [
        tuple(sum(n for trait, n in census.items() if trait.kind is asked) for asked in NodeKind)
        for census in (found.direct, found.indirect)
    ]  # type: ignore[misc]


def test_what_rests_on_a_directive(store: GraphStore) -> None:
    found = impact(store, DIRECTIVE, on="2026-06-30")
    assert totals(found) == [(1, 0, 0), (3, 4, 2)]
    assert members(found) == {
        DECISION: 1,
        PLAN: 2, OTHER: 2,
        ANNEX: 3,
        **dict.fromkeys((FIRST, f"{PLAN}/nv/2", THIRD), 3),
        BRANCH: 3, OFFICE: 3,
        ANNEXED: 4,
    }  # fmt: skip
    assert found.complete and found.next is None
    # the heading over them is no work; FIRST runs in October; SECOND, standing, as long as its plan
    # of 2026; the annex's until the day itself; THIRD has no time
    assert found.running is not None
    assert (found.running.after, found.running.done, found.running.undated) == (2, 1, 1)
    runs = {member.node.id: member.runs_after for member in found.members}
    assert (runs[FIRST], runs[ANNEXED], runs[THIRD]) == (True, False, None)


def test_each_member_has_a_way_with_proof(store: GraphStore) -> None:
    found = {member.node.id: member for member in impact(store, DIRECTIVE).members}
    assert found[ANNEXED].way == (DIRECTIVE, DECISION, PLAN, ANNEX, ANNEXED)
    assert found[BRANCH].way[:3] == (DIRECTIVE, DECISION, PLAN)
    for member in found.values():
        steps = [{edge.source, edge.target} for edge in member.edges]
        for near, far in zip(member.way, member.way[1:], strict=False):
            assert {near, far} in steps
        assert all(edge.evidence[0].quote for edge in member.edges)
    assert found[BRANCH].edges[-1].kind is k.LEADS


def test_its_own_annexes_and_their_tasks_hang_on_it_directly(store: GraphStore) -> None:
    found = impact(store, PLAN)
    assert totals(found) == [(1, 4, 2), (0, 0, 0)]
    ways = {member.node.id: member.way for member in found.members}
    assert ways[ANNEX] == (PLAN, ANNEX)
    assert ways[ANNEXED] == (PLAN, ANNEX, ANNEXED)


def test_a_citation_is_met_and_not_passed(store: GraphStore) -> None:
    found = impact(store, SCHEME)
    assert members(found) == {PLAN: 1, FIRST: 1, BRANCH: 1, OFFICE: 1}
    assert [m.edges[-1].kind for m in found.members][:2] == [k.CITES, k.IMPLEMENTS]


def test_who_ends_it_does_not_hang_on_it(store: GraphStore) -> None:
    store.apply(delta("vn/new", ("vn/new", k.REPLACES, DECISION), ("vn/new", k.REPEALS, DIRECTIVE)))
    assert "vn/new" not in members(impact(store, DIRECTIVE)) | members(impact(store, DECISION))


def test_another_base_beside_is_told(store: GraphStore) -> None:
    law = "vn/qh/luat/2020/1"
    store.apply(
        delta("vn/both", ("vn/both", k.BASED_ON, DECISION), ("vn/both", k.BASED_ON, law),
              ("vn/both", k.BASED_ON, OTHER))
    )  # fmt: skip
    found = {member.node.id: member.other_bases for member in impact(store, DECISION).members}
    assert found["vn/both"] == (law,), "the other plan hangs on the decision itself"
    assert found[OTHER] == ()


def test_pages_join_into_the_whole(store: GraphStore) -> None:
    whole = [m.node.id for m in impact(store, DIRECTIVE).members]
    found, cursor = [], None
    while True:
        page = impact(store, DIRECTIVE, limit=3, cursor=cursor)
        found += [member.node.id for member in page.members]
        assert totals(page) == [(1, 0, 0), (3, 4, 2)], "the counts are of all, on every page"
        cursor = page.next
        if cursor is None:
            break
        assert len(page.members) == 3
    assert found == whole and len(set(found)) == 10


def test_members_of_a_kind_or_directness(store: GraphStore) -> None:
    units = impact(store, DIRECTIVE, kind=NodeKind.UNIT)
    assert list(members(units)) == [BRANCH, OFFICE]
    assert list(members(impact(store, DIRECTIVE, direct=True))) == [DECISION]
    far = impact(store, DIRECTIVE, direct=False, kind=NodeKind.DOCUMENT)
    assert list(members(far)) == [OTHER, PLAN, ANNEX]


def test_counts_by_level_and_type(store: GraphStore) -> None:
    for place, level in enumerate(("province", "province", "commune")):
        id = f"vn/l/{place}"
        store.apply(delta(id, (id, k.BASED_ON, SCHEME), level=level, type="Kế hoạch"))
    direct = impact(store, SCHEME).direct
    assert direct[Trait(NodeKind.DOCUMENT, "province", "Kế hoạch")] == 2
    assert direct[Trait(NodeKind.DOCUMENT, "commune", "Kế hoạch")] == 1


def test_circles_end(store: GraphStore) -> None:
    store.apply(delta("vn/c1", ("vn/c1", k.BASED_ON, "vn/c2")))
    store.apply(delta("vn/c2", ("vn/c2", k.BASED_ON, "vn/c1")))
    assert members(impact(store, "vn/c1")) == {"vn/c2": 1}


def test_a_unit_with_many_tasks_is_joined_by_the_nearest(store: GraphStore) -> None:
    busy, lead = "vn/busy", "unit/busy"
    jobs = [f"vn/a/busy/nv/{number}" for number in range(30)]
    store.apply(
        delta("vn/a/busy", *(("vn/a/busy", k.ASSIGNS, job) for job in jobs),
              *((lead, k.LEADS, job) for job in jobs),
              owned=[task(job, kind="task") for job in jobs],
              references=[unit(lead), document(busy)])
    )  # fmt: skip
    job = "vn/z/plan/nv/1"
    store.apply(
        delta("vn/z/plan", ("vn/z/plan", k.BASED_ON, busy), ("vn/z/plan", k.ASSIGNS, job),
              (lead, k.LEADS, job), owned=[task(job, kind="task")])
    )  # fmt: skip
    found = {member.node.id: member for member in impact(store, busy).members}
    assert found[lead].way == (busy, "vn/z/plan", job, lead)


def test_what_cannot_be_asked(store: GraphStore) -> None:
    for unknown in ("vn/nobody", OFFICE):
        with pytest.raises(NotFoundError):
            impact(store, unknown)
    with pytest.raises(UsageError):
        impact(store, DIRECTIVE, on="2026")
    for cursor in ("x", "1:2", "1:1:"):
        with pytest.raises(UsageError):
            impact(store, DIRECTIVE, cursor=cursor)
