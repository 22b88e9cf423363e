"""A task that an annex repeats from its plan is one work; what may be two stays two."""

import pytest
from stores import delta, task, unit

from graph.model import EdgeKind
from graph.questions.impact import impact
from graph.questions.missing import missing
from graph.questions.overview import overview
from graph.questions.repeats import repeats
from graph.questions.tasks import tasks_of
from graph.store import GraphStore

PLAN, ANNEX, TEAM = "vn/hcm/so/kh/2026/7", "vn/hcm/so/phl/2026/-7", "vn/hcm/so/to-cong-tac"
NAME = "Tổ chức kiểm tra phương tiện đo tại các chợ đầu mối"


def load(store: GraphStore, planned: list[str], annexed: list[str]) -> None:
    """A plan and its annex with tasks of these names, all led by one team."""
    for document, names, more in (
        (PLAN, planned, ()),
        (ANNEX, annexed, ((ANNEX, EdgeKind.ANNEX_OF, PLAN),)),
    ):
        ids = [f"{document}/nv/{number}" for number in range(1, len(names) + 1)]
        store.apply(
            delta(
                document,
                *more,
                *((document, EdgeKind.ASSIGNS, id) for id in ids),
                *((TEAM, EdgeKind.LEADS, id) for id in ids),
                owned=[
                    task(id, name=name, kind="task", document=document, order=order)
                    for order, (id, name) in enumerate(zip(ids, names, strict=True))
                ],
                references=[unit(TEAM, name="Tổ công tác")],
            )
        )


def test_a_repeated_task_counts_once_with_the_proofs_of_both(store: GraphStore) -> None:
    load(store, [NAME], [NAME + " (theo Phụ lục)"])
    (duty,) = tasks_of(store, TEAM).duties
    assert duty.task.id == f"{PLAN}/nv/1"
    assert {edge.asserted_by for edge in duty.edges} == {PLAN, ANNEX}


def test_a_repeated_task_hangs_once_on_what_ends(store: GraphStore) -> None:
    load(store, [NAME, "Lập hồ sơ"], [NAME])
    law = "vn/qh/luat/2011/4"
    store.apply(delta("vn/hcm/cv/1", (PLAN, EdgeKind.BASED_ON, law)))
    found = impact(store, law)
    tasks = {f"{PLAN}/nv/1", f"{PLAN}/nv/2"}
    assert {member.node.id for member in found.members} == {PLAN, ANNEX, TEAM} | tasks
    (one,) = missing(store)
    assert (one.node.id, one.documents, one.tasks) == (law, 2, 2)


def test_a_repeated_task_is_drawn_once(store: GraphStore) -> None:
    load(store, [NAME], [NAME])
    drawn = {node.id for node in overview(store, PLAN).nodes}
    assert {PLAN, ANNEX, f"{PLAN}/nv/1", TEAM} <= drawn
    assert f"{ANNEX}/nv/1" not in drawn


@pytest.mark.parametrize(
    ("planned", "annexed"),
    [
        (["Tập huấn"], ["Tập huấn"]),  # too few words to tell
        ([NAME, NAME], [NAME]),  # which of the two?
        ([NAME], [NAME, NAME]),
        ([NAME], ["Kiểm tra phương tiện đo tại các chợ đầu mối trong quý"]),
    ],
)
def test_what_may_be_two_works_stays_two(
    store: GraphStore, planned: list[str], annexed: list[str]
) -> None:
    load(store, planned, annexed)
    tasks = store.nodes([f"{ANNEX}/nv/{number}" for number in range(1, len(annexed) + 1)])
    assert repeats(store, tasks.values()) == {}
    assert len(tasks_of(store, TEAM).duties) == len(planned) + len(annexed)
