"""A unit's tasks read a batch at a time are those read at once, page by page."""

import pytest
from stores import delta, task
from world import BRANCH, DEPARTMENT, OFFICE, settle

from graph.model import ROLE_KINDS, EdgeKind, NodeKind
from graph.questions import tasks_of
from graph.questions.ask.answers.work import unit_work
from graph.questions.ask.reply import Asked
from graph.questions.attention import Attention
from graph.questions.duties import duties
from graph.questions.tasks import UnitTasks
from graph.questions.unit_work import duty_batches
from graph.store import GraphStore

k = EdgeKind


@pytest.fixture(autouse=True)
def _world(store: GraphStore) -> None:
    """The small world, and an annex that repeats two tasks of its plan: one with the same lead,
    one that it gives to the office besides."""
    settle(store)
    plan, annex = "vn/z/kh/1", "vn/z/pl/1"
    names = ("Rà soát quy chuẩn đo lường của ngành", "Kiểm tra nhà nước về đo lường hằng năm")
    for id, edges in ((plan, [(BRANCH, k.LEADS)]), (annex, [(BRANCH, k.LEADS), (OFFICE, k.LEADS)])):
        jobs = [f"{id}/nv/{place}" for place in (1, 2)]
        store.apply(
            delta(
                id,
                *((id, k.ASSIGNS, job) for job in jobs),
                *((unit, kind, job) for job in jobs for unit, kind in edges),
                *([(annex, k.ANNEX_OF, plan)] if id == annex else []),
                owned=[
                    task(job, name=name, path=str(place), kind="task", order=place)
                    for place, (job, name) in enumerate(zip(jobs, names, strict=True), 1)
                ],
            )
        )


def told(answer: UnitTasks) -> list[tuple[str, str, str, int]]:
    """Who does what in which task by how many assertions; the dated before the others."""
    return [
        (duty.unit, duty.role.value, duty.task.id, len(duty.edges))
        for duty in (*answer.duties, *answer.undated)
    ]


QUESTIONS: list[dict[str, object]] = [
    {},
    {"sub_units": True},
    {"since": "2026-02", "until": "2026-09"},
    {"sub_units": True, "wanted": [Attention.NO_DATE]},
    {"sub_units": True, "since": "2026-10-01", "wanted": [Attention.NO_DATE, Attention.NO_LEAD]},
    {"roles": (k.COORDINATES,)},
]


@pytest.mark.parametrize("asked", QUESTIONS, ids=str)
@pytest.mark.parametrize("unit", [BRANCH, OFFICE, DEPARTMENT])
def test_pages_join_into_the_whole(store: GraphStore, unit: str, asked: dict[str, object]) -> None:
    whole = tasks_of(store, unit, **asked)  # type: ignore[arg-type]
    found: list[tuple[str, str, str, int]] = []
    cursor = ""
    while True:
        page = tasks_of(store, unit, limit=1, cursor=cursor, **asked)  # type: ignore[arg-type]
        assert page.counts == whole.counts
        assert all(duty.edges[0].evidence for duty in (*page.duties, *page.undated))
        assert set(page.attention) <= set(whole.attention)
        found += told(page)
        if page.next is None:
            break
        cursor = page.next
    assert found == told(whole)


@pytest.mark.parametrize("links", [2, 10_000])
def test_batches_are_the_duties(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch, links: int
) -> None:
    monkeypatch.setattr("graph.questions.unit_work.BATCH", 2)
    monkeypatch.setattr("graph.questions.unit_work.LINKS", links)
    units = sorted({BRANCH, OFFICE, DEPARTMENT})
    batches = [d for batch in duty_batches(store, units, ROLE_KINDS) for d in batch]
    assert len(batches) == len({(d.unit, d.role, d.task.id) for d in batches})
    whole = duties(store, units, ROLE_KINDS)
    assert {(d.unit, d.role, d.task.id) for d in batches} == {
        (d.unit, d.role, d.task.id) for d in whole
    }
    assert (OFFICE, k.LEADS, "vn/z/kh/1/nv/1") in {(d.unit, d.role, d.task.id) for d in batches}


def test_batches_of_tasks_do_not_go_through_all_roles_again(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.questions.unit_work.BATCH", 1)
    looks: list[str] = []
    links = store.links
    monkeypatch.setattr(
        store, "links", lambda unit, *a, **facts: looks.append(unit) or links(unit, *a, **facts)
    )
    units = sorted({BRANCH, OFFICE, DEPARTMENT})
    assert len(list(duty_batches(store, units, ROLE_KINDS))) > len(units)
    assert looks == units


def test_an_answer_holds_the_first_tasks_and_counts_all(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = store.nodes([BRANCH])[BRANCH]
    whole = unit_work(store, Asked("unit_work", units=(unit,)))
    monkeypatch.setattr("graph.questions.ask.answers.work.SHOWN", 1)
    first = unit_work(store, Asked("unit_work", units=(unit,)))
    assert whole and first and whole.left_out == 0
    assert first.text == whole.text
    tasks = [[n.id for n in one.nodes if n.kind is NodeKind.TASK] for one in (whole, first)]
    assert tasks[0][:1] == tasks[1] and len(tasks[0]) == 1 + first.left_out > 1
    assert {edge.target for edge in first.edges} == set(tasks[1])
    assert all(edge.evidence for edge in first.edges)
