"""Tasks that need attention: no lead, no date, two leads; of a unit and of all, page by page."""

import pytest
from stores import delta, task, unit

from graph.errors import UsageError
from graph.model import EdgeKind, Json
from graph.questions import every_task, tasks_of
from graph.questions.attention import Attention
from graph.store import GraphStore

K = EdgeKind
DAY: dict[str, Json] = {"due": "2026-05-01"}
#: task → its times, and who does what in it
JOBS: dict[str, tuple[dict[str, Json], list[tuple[str, EdgeKind]]]] = {
    "1": (DAY, [("unit/a", K.LEADS)]),
    "2": (DAY, [("unit/b", K.COORDINATES)]),  # no lead
    "3": ({}, [("unit/a", K.EXECUTES)]),  # no date
    "4": ({"recurrence": "continuous"}, [("unit/a", K.LEADS), ("unit/b", K.LEADS)]),  # two leads
    "5": (DAY, [("unit/a", K.LEADS), ("unit/all", K.LEADS)]),  # a collective beside a unit
    "6": ({}, []),  # nobody and never
    "7": (DAY, [("unit/a", K.LEADS), ("unit/b", K.EXECUTES)]),
}
PLAN = "vn/p"


@pytest.fixture(autouse=True)
def _plan(store: GraphStore) -> None:
    ids = {name: f"{PLAN}/nv/{name}" for name in JOBS}
    store.apply(
        delta(
            PLAN,
            *((PLAN, K.ASSIGNS, id) for id in (*ids.values(), f"{PLAN}/nv/0")),
            *((who, role, ids[name]) for name, (_, roles) in JOBS.items() for who, role in roles),
            owned=[
                task(f"{PLAN}/nv/0", name="Nhóm", kind="group"),
                *(task(ids[n], name=f"Việc {n}", kind="task", **t) for n, (t, _) in JOBS.items()),
            ],
            references=[unit("unit/a"), unit("unit/b"), unit("unit/all", collective=True)],
        )
    )


def items(ids: object) -> str:
    return " ".join(str(id).rpartition("/")[2] for id in ids)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([], "1 2 3 4 5 6 7"),
        ([Attention.NO_LEAD], "2 6"),
        ([Attention.NO_DATE], "3 6"),
        ([Attention.TWO_LEADS], "4"),
        ([Attention.NO_LEAD, Attention.TWO_LEADS], "2 4 6"),
    ],
)
def test_of_all_units(store: GraphStore, wanted: list[Attention], found: str) -> None:
    page = every_task(store, wanted=wanted)
    assert items(one.task.id for one in page.tasks) == found
    assert page.counts == {"total": 7, "no-lead": 2, "no-date": 2, "two-leads": 1}
    assert page.next is None
    assert all(edge.evidence for one in page.tasks for edge in one.edges)
    assert {e.source for one in page.tasks for e in one.edges} == page.units.keys()


def test_pages_of_all(store: GraphStore) -> None:
    first = every_task(store, wanted=[Attention.NO_LEAD], limit=1)
    assert items(one.task.id for one in first.tasks) == "2"
    assert first.counts and first.counts["total"] == 7
    rest = every_task(store, wanted=[Attention.NO_LEAD], limit=1, cursor=first.next or "")
    assert items(one.task.id for one in rest.tasks) == "6"
    assert (rest.counts, rest.next) == (None, None)


def test_of_some_days(store: GraphStore) -> None:
    page = every_task(store, since="2026-05", until="2026-05")
    assert items(one.task.id for one in page.tasks) == "1 2 5 7"
    assert page.counts and page.counts["no-lead"] == 1
    assert every_task(store, since="2027").tasks == ()
    with pytest.raises(UsageError):
        every_task(store, since="mai")


def test_of_one_unit(store: GraphStore) -> None:
    found = tasks_of(store, "unit/b", wanted=[Attention.TWO_LEADS, Attention.NO_LEAD])
    assert items(duty.task.id for duty in found.duties) == "2 4"
    assert found.attention == {
        f"{PLAN}/nv/2": (Attention.NO_LEAD,), f"{PLAN}/nv/4": (Attention.TWO_LEADS,),
    }  # fmt: skip
    assert found.counts == {"total": 3, "undated": 0, "no-lead": 1, "no-date": 0, "two-leads": 1}
    assert tasks_of(store, "unit/b").counts == {"total": 3, "undated": 0}


def test_pages_of_one_unit(store: GraphStore) -> None:
    whole = tasks_of(store, "unit/a")
    seen, cursor = [], ""
    for _ in range(9):
        page = tasks_of(store, "unit/a", limit=2, cursor=cursor)
        assert page.counts == whole.counts
        assert all(edge.evidence for duty in page.duties for edge in duty.edges)
        seen += [(duty.task.id, duty.role) for duty in page.duties]
        if page.next is None:
            break
        cursor = page.next
    assert seen == [(duty.task.id, duty.role) for duty in whole.duties]
    assert len(seen) == 5
    with pytest.raises(UsageError, match="x"):
        tasks_of(store, "unit/a", cursor="x")


def test_undated_tasks_come_after_all_others(store: GraphStore) -> None:
    asked = {"since": "2026-05-01", "until": "2026-05-01"}
    first = tasks_of(store, "unit/a", **asked, limit=3)
    assert (len(first.duties), len(first.undated)) == (3, 0)
    rest = tasks_of(store, "unit/a", **asked, limit=3, cursor=first.next or "")
    assert (items(d.task.id for d in rest.duties), len(rest.undated), rest.next) == ("", 2, None)
    assert first.counts == rest.counts == {"total": 5, "undated": 2}


def test_what_the_annex_says_settles_it(store: GraphStore) -> None:
    """The plan names no lead for a task, its annex does."""
    name = "Lập danh mục hồ sơ phải nộp lưu trong năm"
    for id in ("vn/q", "vn/q/pl"):
        job = f"{id}/nv/1"
        edges = [(id, K.ASSIGNS, job)]
        edges += (
            [("vn/q/pl", K.ANNEX_OF, "vn/q"), ("unit/c", K.LEADS, job)]
            if id != "vn/q"
            else [("unit/d", K.COORDINATES, job)]
        )
        store.apply(delta(id, *edges, owned=[task(job, name=name, kind="task", **DAY)]))
    told = {one.task.id: one for one in every_task(store).tasks}
    assert "vn/q/pl/nv/1" not in told
    assert told["vn/q/nv/1"].attention == ()
    assert {edge.source for edge in told["vn/q/nv/1"].edges} == {"unit/c", "unit/d"}
    assert tasks_of(store, "unit/d", wanted=list(Attention)).duties == ()
