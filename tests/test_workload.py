"""Workload by week, month, quarter and year: normal, peak, overloaded, collectives; by hand."""

from itertools import pairwise

import pytest
from stores import delta, task, unit
from world import BRANCH, DEPARTMENT, FIRST, OFFICE, SECOND, settle

from graph.errors import UsageError
from graph.model import EdgeKind
from graph.questions import workload
from graph.questions.collectives import Collectives
from graph.questions.loads import Side, overloaded
from graph.store import GraphStore
from graph.times.periods import By, periods, running
from graph.times.spans import Span
from graph.wire import workload_json

K = EdgeKind


@pytest.mark.parametrize(
    ("by", "year", "count", "first", "last"),
    [
        (By.YEAR, 2026, 1, ("2026", "2026-01-01"), ("2026", "2026-12-31")),
        (By.QUARTER, 2026, 4, ("2026-Q1", "2026-01-01"), ("2026-Q4", "2026-12-31")),
        (By.MONTH, 2028, 12, ("2028-01", "2028-01-01"), ("2028-12", "2028-12-31")),
        (By.WEEK, 2026, 53, ("2026-W01", "2025-12-29"), ("2026-W53", "2027-01-03")),
        (By.WEEK, 2025, 52, ("2025-W01", "2024-12-30"), ("2025-W52", "2025-12-28")),
    ],
)
def test_the_periods_of_a_year(
    by: By, year: int, count: int, first: tuple[str, str], last: tuple[str, str]
) -> None:
    found = periods(by, [year])
    assert len(found) == count
    assert (found[0].name, found[0].first) == first
    assert (found[-1].name, found[-1].last) == last
    assert all(one.last < other.first for one, other in pairwise(found))


def test_february_of_a_leap_year_is_whole() -> None:
    assert periods(By.MONTH, [2028])[1].last == "2028-02-29"


@pytest.mark.parametrize(
    ("spans", "by", "names"),
    [
        ([("2026-02-10", "2026-04-01")], By.MONTH, "2026-02 2026-03 2026-04"),
        ([("2026-01-31", "2026-02-01")], By.MONTH, "2026-01 2026-02"),
        ([("2026-01-05", "2026-01-11")], By.WEEK, "2026-W02"),
        ([("2026-01-04", "2026-01-05")], By.WEEK, "2026-W01 2026-W02"),
        ([("2027-01-03", "2027-06-01")], By.WEEK, "2026-W53"),
        ([(None, "2026-01-15")], By.MONTH, "2026-01"),
        ([("2026-12-01", None)], By.MONTH, "2026-12"),
        ([("2026-01-01", "2026-01-31"), ("2026-10-01", "2026-10-02")], By.MONTH,
         "2026-01 2026-10"),
        ([("2025-01-01", "2025-12-31")], By.QUARTER, ""),
        ([], By.QUARTER, ""),
    ],
)  # fmt: skip
def test_which_periods_a_task_runs_in(
    spans: list[tuple[str | None, str | None]], by: By, names: str
) -> None:
    through = periods(by, [2026])
    runs = running([Span(*span) for span in spans], through)
    assert [p.name for p, on in zip(through, runs, strict=True) if on] == names.split()


def test_normal_and_peak() -> None:
    side = Side((0, 4, 2, 4), 7)
    assert (side.normal, side.peak, side.peaks) == (3.0, 4, (1, 3))
    idle = Side((0, 0), 0)
    assert (idle.normal, idle.peak, idle.peaks) == (0.0, 0, ())


def test_by_month(store: GraphStore) -> None:
    settle(store)
    found = workload(store, by=By.MONTH, year=2026)
    rows = {(row.unit.id, row.role.value): row.counts for row in found.rows}
    # the survey runs January to March and in October, the training all the year
    assert rows[BRANCH, "leads"] == (2, 2, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1)
    assert rows[OFFICE, "leads"] == (0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    assert rows[OFFICE, "coordinates"] == (1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0)
    branch, office = found.loads
    assert (branch.unit.id, branch.lead.total, branch.support.total) == (BRANCH, 2, 0)
    assert (branch.both.normal, branch.both.peak) == (1.0, 2)
    assert [found.periods[n].name for n in branch.both.peaks] == [
        "2026-01", "2026-02", "2026-03", "2026-10",
    ]  # fmt: skip
    # the third task of the office has no time: it is in no period
    assert (office.lead.total, office.support.total, office.both.peak) == (1, 1, 1)


def test_by_week_and_by_year(store: GraphStore) -> None:
    settle(store)
    weeks = workload(store, by=By.WEEK, year=2026)
    branch = weeks.loads[0]
    # the survey: W01 to W14 (29 December to 5 April) and W40 (1 October is a Thursday)
    assert [n + 1 for n in branch.both.peaks] == [*range(1, 15), 40]
    years = workload(store, by=By.YEAR)
    assert [period.name for period in years.periods] == ["2026"]
    assert years.year == 2026
    assert years.loads[0].both.counts == (2,)


def test_years_without_a_year_are_all_of_them(store: GraphStore) -> None:
    times = {"a": ["2024-05-01", "2026-02-01"], "b": ["2026-03-01", "2026-04-01"]}
    ids = [f"vn/p/nv/{name}" for name in times]
    store.apply(
        delta("vn/p", *(("unit/x", K.LEADS, id) for id in ids),
              owned=[task(id, name=id, kind="task", intervals=[span])
                     for id, span in zip(ids, times.values(), strict=True)],
              references=[unit("unit/x")])
    )  # fmt: skip
    found = workload(store, by=By.YEAR)
    assert [period.name for period in found.periods] == ["2024", "2025", "2026"]
    assert (found.year, found.loads[0].both.counts) == (None, (1, 1, 2))
    assert workload(store, by=By.YEAR, year=2025).loads[0].both.counts == (1,)
    assert workload(store).year == 2026


def test_who_is_overloaded(store: GraphStore) -> None:
    settle(store)
    found = workload(store, year=2026)
    assert [load.unit.id for load in overloaded(found.loads, 1)] == [BRANCH]
    assert found.loads[0].above(1) == (0, 3)
    assert [load.unit.id for load in overloaded(found.loads, 0)] == [BRANCH, OFFICE]
    assert overloaded(found.loads, 2) == ()
    told = workload_json(found, threshold=1)
    assert told["overloaded"] == [
        {
            "unit": BRANCH,
            "label": BRANCH,
            "periods": [
                {"period": "2026-Q1", "count": 2, "lead": 2, "support": 0},
                {"period": "2026-Q4", "count": 2, "lead": 2, "support": 0},
            ],
        }
    ]
    assert workload_json(found)["overloaded"] == []
    supports = workload(store, year=2026, roles=[K.COORDINATES])
    assert [load.unit.id for load in overloaded(supports.loads, 0)] == [OFFICE]


def test_tasks_that_are_not_asked_for_are_counted_all_the_same(store: GraphStore) -> None:
    settle(store)
    whole, bare = workload(store, year=2026), workload(store, year=2026, named=False)
    assert bare.tasks == () and whole.tasks
    assert (bare.rows, bare.loads) == (whole.rows, whole.loads)


def test_many_tasks_come_in_pages_and_are_counted_on_each(store: GraphStore) -> None:
    settle(store)
    whole = workload_json(workload(store, year=2026))
    nodes, ids, cursor = [], set(), ""
    while True:
        page = workload_json(workload(store, year=2026, limit=2, cursor=cursor))
        assert len(page["nodes"]) <= 2 < len(whole["nodes"])
        assert page["units"] == whole["units"]
        for row, full in zip(page["rows"], whole["rows"], strict=True):
            assert {**row, "tasks": [], "untimed": []} == {**full, "tasks": [], "untimed": []}
            named = {id for cell in (*row["tasks"], row["untimed"]) for id in cell}
            assert named <= {node["id"] for node in page["nodes"]}
            ids |= {(row["unit"], row["role"], id) for id in named}
        nodes += page["nodes"]
        if not page["next"]:
            break
        cursor = page["next"]
    assert nodes == whole["nodes"]
    told = [
        (row, {id for c in (*row["tasks"], row["untimed"]) for id in c}) for row in whole["rows"]
    ]
    assert ids == {(row["unit"], row["role"], id) for row, named in told for id in named}
    assert [row["total"] for row, _ in told] == [len(named) for _, named in told]
    with pytest.raises(UsageError):
        workload(store, cursor="-1")


def test_numbers_alone(store: GraphStore) -> None:
    settle(store)
    found = workload(store, year=2026)
    brief, whole = workload_json(found, brief=True), workload_json(found)
    assert brief["nodes"] == []
    for row, full in zip(brief["rows"], whole["rows"], strict=True):
        assert (row["tasks"], row["untimed"]) == ([], [])
        assert (row["counts"], row["untimed_count"]) == (full["counts"], len(full["untimed"]))
        assert row["counts"] == [len(cell) for cell in full["tasks"]]
    assert brief["units"] == whole["units"]
    ran = {node["id"]: (node["periods"], node["quarters"]) for node in whole["nodes"]}
    assert ran[FIRST] == (["2026-Q1", "2026-Q4"], [True, False, False, True])
    assert ran[SECOND][0] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    assert "quarters" not in workload_json(workload(store, by=By.MONTH))["nodes"][0]


# -- collectives

ROOMS, OTHERS = "unit/so/cac-phong", "unit/doanh-nghiep"
SHARED, ALONE, LED = "vn/p/nv/1", "vn/p/nv/2", "vn/p/nv/3"


def shared(store: GraphStore) -> None:
    """A department with two offices and "các phòng trực thuộc", which coordinates two tasks."""
    year = {"kind": "task", "intervals": [["2026-01-01", "2026-12-31"]]}
    collective = {"collective": True}
    store.apply(
        delta(
            "vn/p",
            *((id, K.PART_OF, DEPARTMENT) for id in (OFFICE, BRANCH, ROOMS)),
            (ROOMS, K.COORDINATES, SHARED),
            (ROOMS, K.COORDINATES, LED),
            (OFFICE, K.LEADS, LED),
            (OTHERS, K.COORDINATES, ALONE),
            owned=[task(id, name=id, **year) for id in (SHARED, ALONE, LED)],
            references=[unit(DEPARTMENT), unit(OFFICE), unit(BRANCH), unit(ROOMS, **collective),
                        unit(OTHERS, **collective)],
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("collectives", "asked", "totals"),
    [
        # unit → (leads, supports)
        (Collectives.APART, None, {OFFICE: (1, 0), ROOMS: (0, 2), OTHERS: (0, 1)}),
        (Collectives.NONE, None, {OFFICE: (1, 0)}),
        # the office leads one of the two, which it does not coordinate as well; nobody knows who
        # the enterprises are, so their work stays theirs
        (Collectives.MEMBERS, None, {OFFICE: (1, 1), BRANCH: (0, 2), OTHERS: (0, 1)}),
        (Collectives.MEMBERS, [BRANCH], {BRANCH: (0, 2)}),
        (Collectives.APART, [BRANCH], {}),
        (Collectives.MEMBERS, [DEPARTMENT], {OFFICE: (1, 1), BRANCH: (0, 2)}),
    ],
)
def test_collectives(
    store: GraphStore,
    collectives: Collectives,
    asked: list[str] | None,
    totals: dict[str, tuple[int, int]],
) -> None:
    shared(store)
    found = workload(store, asked, collectives=collectives)
    assert {load.unit.id: (load.lead.total, load.support.total) for load in found.loads} == totals


def test_without_the_units_under_it(store: GraphStore) -> None:
    shared(store)
    assert workload(store, [DEPARTMENT], sub_units=False).loads == ()
    found = workload_json(workload(store))
    assert {one["unit"]: one["collective"] for one in found["units"]} == {
        OFFICE: False, ROOMS: True, OTHERS: True,
    }  # fmt: skip
