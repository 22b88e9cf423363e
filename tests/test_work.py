"""Who does what and when: tasks of a unit, workload by quarter, and what a task's times mean."""

import pytest
from stores import document, task
from world import ANNEXED, BRANCH, DEPARTMENT, FIRST, GROUP, OFFICE, SECOND, THIRD, settle

from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind, Json
from graph.questions import tasks_of, workload
from graph.store import GraphStore
from graph.times.periods import By, periods, running
from graph.times.spans import spans_of, touches, years_of


@pytest.fixture(autouse=True)
def _world(store: GraphStore) -> None:
    settle(store)


def test_the_tasks_of_a_unit(store: GraphStore) -> None:
    found = tasks_of(store, OFFICE)
    assert [(duty.task.id, duty.role.value) for duty in found.duties] == [
        (FIRST, "coordinates"),
        (THIRD, "leads"),
        (ANNEXED, "leads"),
    ]
    assert all(edge.evidence for duty in found.duties for edge in duty.edges)
    leads = tasks_of(store, OFFICE, roles=[EdgeKind.LEADS])
    assert [duty.task.id for duty in leads.duties] == [THIRD, ANNEXED]
    assert tasks_of(store, DEPARTMENT).duties == ()
    parts = tasks_of(store, DEPARTMENT, sub_units=True)
    assert {duty.unit for duty in parts.duties} == {OFFICE, BRANCH}


@pytest.mark.parametrize(
    ("since", "until", "running"),
    [
        ("2026-01-01", "2026-03-31", [FIRST]),
        ("2026-04-01", "2026-06-29", []),
        ("2026-06-30", None, [FIRST, ANNEXED]),
        (None, "2026", [FIRST, ANNEXED]),
        (None, "2025", []),
        ("2026-07", "2026-09", []),
    ],
)
def test_tasks_between_days(
    store: GraphStore, since: str | None, until: str | None, running: list[str]
) -> None:
    found = tasks_of(store, OFFICE, since=since, until=until)
    assert [duty.task.id for duty in found.duties] == running
    assert [duty.task.id for duty in found.undated] == [THIRD]


@pytest.mark.parametrize("day", ["mai", "2026-13-01", "20261", "2026-02-30"])
def test_a_day_that_is_none(store: GraphStore, day: str) -> None:
    with pytest.raises(UsageError, match=day):
        tasks_of(store, OFFICE, since=day)


def test_days_in_the_wrong_order(store: GraphStore) -> None:
    with pytest.raises(UsageError, match="2025"):
        tasks_of(store, OFFICE, since="2026-01-01", until="2025")
    assert tasks_of(store, OFFICE, since="2026-06-30", until="2026-06").duties


def test_the_workload_by_quarter(store: GraphStore) -> None:
    found = workload(store)
    assert (found.year, found.periods[0].name, len(found.periods)) == (2026, "2026-Q1", 4)
    rows = {(row.unit.id, row.role.value): row for row in found.rows}
    assert rows[BRANCH, "leads"].counts == (2, 1, 1, 2)  # a standing task runs all the year
    assert rows[BRANCH, "leads"].tasks[1] == (SECOND,)
    assert rows[OFFICE, "leads"].counts == (0, 1, 0, 0)
    assert rows[OFFICE, "leads"].untimed == (THIRD,)
    assert rows[OFFICE, "coordinates"].counts == (1, 0, 0, 1)
    assert [row.unit.id for row in found.rows] == [BRANCH, OFFICE, OFFICE]
    running = {task.id: quarters for task, quarters in found.tasks}
    assert running[FIRST] == (True, False, False, True)
    assert running[THIRD] == (False, False, False, False)
    assert GROUP not in running


def test_the_scope_of_the_workload(store: GraphStore) -> None:
    assert {row.unit.id for row in workload(store, [DEPARTMENT]).rows} == {OFFICE, BRANCH}
    assert workload(store, [DEPARTMENT], sub_units=False).rows == ()
    assert {row.unit.id for row in workload(store, [OFFICE]).rows} == {OFFICE}
    leads = workload(store, roles=[EdgeKind.COORDINATES])
    assert [(row.unit.id, row.role.value) for row in leads.rows] == [(OFFICE, "coordinates")]
    quiet = workload(store, year=2031)
    assert [(row.unit.id, row.counts, row.untimed) for row in quiet.rows] == [
        (OFFICE, (0, 0, 0, 0), (THIRD,))
    ]
    with pytest.raises(NotFoundError, match="unit/nobody"):
        workload(store, ["unit/nobody"])


# -- when a task runs

YEARLY = {"recurrence": "P1Y"}


@pytest.mark.parametrize(
    ("facts", "plan", "year", "expected"),
    [
        ({"intervals": [["2026-02-10", "2026-07-01"]]}, {}, 2026, "I II III"),
        ({"intervals": [["2026-02-10", "2026-07-01"]]}, {}, 2025, ""),
        ({"intervals": [["2025-11-01", "2027-01-31"]]}, {}, 2026, "I II III IV"),
        ({"intervals": [[None, "2026-04-01"]]}, {}, 2026, "I II"),
        ({"due": "2026-12-15", "before": True}, {}, 2026, "IV"),
        ({"intervals": [["2026-01-01", "2026-01-31"]], **YEARLY}, {}, 2026, "I"),
        (YEARLY, {"year": 2025}, 2025, "I II III IV"),
        (YEARLY, {"year": 2025}, 2026, ""),
        (YEARLY, {"year": 2025, "title": "Kế hoạch năm 2026"}, 2026, "I II III IV"),
        (YEARLY, {"year": 2025, "title": "Kế hoạch năm 2026"}, 2025, ""),
        (YEARLY, {"year": 2022, "title": "giai đoạn 2021-2025"}, 2024, "I II III IV"),
        (YEARLY, {"year": 2022, "title": "giai đoạn 2021-2025"}, 2021, ""),
        (YEARLY, {"year": 2026, "title": "đến năm 2030"}, 2028, "I II III IV"),
        (YEARLY, {"year": 2025, "title": "theo Nghị quyết 57/2026/QH15"}, 2026, ""),
        (YEARLY, {"issued_partial": "2025-05"}, 2025, "II III IV"),
        (YEARLY, {"issued": "2025-07-01"}, 2025, "III IV"),
        (YEARLY, {"issued": "2025-07-01", "title": "đến năm 2030"}, 2025, "III IV"),
        (YEARLY, {"issued": "2025-05-20", "effective": "2025-10-01"}, 2025, "IV"),
        (YEARLY, {"effective": "2026-07-01", "expires": "2027-12-31"}, 2026, "III IV"),
        (YEARLY, {"title": "Kế hoạch năm 2026"}, 2026, "I II III IV"),
        (YEARLY, {}, 2026, ""),
        ({"due": "2026-11-29", "inferred": True, **YEARLY}, {"title": "đến năm 2030"}, 2028, "IV"),
        ({"due": "2026-11-29", "inferred": True, **YEARLY}, {"title": "đến năm 2030"}, 2031, ""),
        ({"due": "2026-11-29", **YEARLY}, {"title": "đến năm 2030"}, 2028, ""),
        ({"due": "2026-11-29", "inferred": True, **YEARLY}, {}, 2027, ""),
        ({}, {"year": 2026}, 2026, ""),
    ],
)
def test_quarters_of_a_task(
    facts: dict[str, Json], plan: dict[str, Json], year: int, expected: str
) -> None:
    spans = spans_of(task("vn/p/nv/1", **facts), document("vn/p", **plan))
    names = ("I", "II", "III", "IV")
    quarters = zip(names, running(spans, periods(By.QUARTER, [year])), strict=True)
    assert [name for name, runs in quarters if runs] == expected.split()
    assert (year in years_of(spans)) or not expected


def test_what_goes_on_in_later_years_has_no_last_day() -> None:
    """«Năm 2026 và các năm tiếp theo» runs in 2029 and not in 2025."""
    whole = [["2024-01-01", "2024-06-30"], ["2026-01-01", "2026-12-31"]]
    spans = spans_of(task("vn/p/nv/1", intervals=whole, recurrence="onward"), None)
    assert [(s.start, s.end) for s in spans] == [("2024-01-01", "2024-06-30"), ("2026-01-01", None)]
    assert running(spans, periods(By.YEAR, [2025, 2026, 2029])) == (False, True, True)
    assert touches(spans, "2029-01-01", "2029-12-31")


def test_a_task_whose_document_is_unknown_has_only_its_own_times() -> None:
    assert spans_of(task("vn/p/nv/1", **YEARLY), None) == ()
    assert len(spans_of(task("vn/p/nv/1", due="2026-01-01"), None)) == 1


def test_before_a_day_is_work_of_the_day_before() -> None:
    """The workload counted «trước ngày 01/01/2026» in 2026, the calendar in 2025."""
    (span,) = spans_of(task("vn/p/nv/1", due="2026-01-01", before=True), None)
    assert (span.start, span.end) == ("2025-12-31", "2025-12-31")
    (open_day,) = spans_of(task("vn/p/nv/1", due="2026-01", before=True), None)
    assert open_day.end == "2026-01"
    assert years_of(()) == range(0)
