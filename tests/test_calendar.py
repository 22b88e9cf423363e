"""The calendar: events by day over the small world and our samples, counted by hand."""

from collections import Counter

import pytest
from stores import delta, task, unit
from world import BRANCH, DEPARTMENT, FIRST, OFFICE, PLAN, settle

from graph.errors import NotFoundError, UsageError
from graph.model import EdgeKind
from graph.questions import calendar
from graph.questions.calendar import Calendar
from graph.questions.calendar_days import Occasion
from graph.store import GraphStore

K = EdgeKind
RULES = "vn/hcm/so/qc/2024/3"
HALF, YEARLY, QUARTERLY = f"{RULES}/nv/1", f"{RULES}/nv/2", f"{RULES}/nv/3"


@pytest.fixture
def reports(store: GraphStore) -> GraphStore:
    """The world and a standing rule: three reports of the branch to the office."""
    settle(store)
    kinds = {
        HALF: {"due": "2024-06-15", "inferred": True, "recurrence": "P6M", "before": True},
        YEARLY: {"due": "2024-12-15", "inferred": True, "recurrence": "P1Y", "before": True},
        QUARTERLY: {"recurrence": "P3M"},
    }
    store.apply(
        delta(
            RULES,
            *((RULES, K.ASSIGNS, id) for id in kinds),
            *((BRANCH, K.EXECUTES, id) for id in kinds),
            *((id, K.REPORTS_TO, OFFICE) for id in kinds),
            owned=[task(id, name=id, kind="report", **facts) for id, facts in kinds.items()],
            references=[unit(id) for id in (BRANCH, OFFICE)],
            issued="2024-01-05",
        )
    )
    return store


def days(found: Calendar) -> list[tuple[str, str]]:
    """Day and task of each event."""
    return [(event.day, event.task.id) for event in found.events]


def test_a_calendar_of_documents_holds_what_they_assign_and_once_the_first_day_of_a_rhythm(
    reports: GraphStore,
) -> None:
    whole = calendar(reports, since="2026", until="2027")
    of_rules = calendar(reports, since="2026", until="2027", documents=[RULES])
    assert of_rules.events == tuple(
        event for event in whole.events if event.document and event.document.id == RULES
    )
    assert calendar(reports, since="2026", until="2027", documents=[]).events == ()
    once = calendar(reports, since="2026", until="2027", documents=[RULES], once=True)
    places = [(event.task.id, event.deadline.place) for event in once.events]
    assert len(places) == len(set(places)) < len(of_rules.events)


def test_a_year_of_all(reports: GraphStore) -> None:
    found = calendar(reports, since="2026", until="2026")
    assert days(found) == [
        ("2026-03-31", FIRST),
        ("2026-03-31", QUARTERLY),
        ("2026-06-14", HALF),
        ("2026-06-30", "vn/hcm/so/pl/2026/5/nv/1"),
        ("2026-06-30", QUARTERLY),
        ("2026-09-30", QUARTERLY),
        ("2026-10-01", FIRST),
        ("2026-12-14", YEARLY),
        ("2026-12-31", QUARTERLY),
    ]
    # the standing and the timeless task of the plan
    assert found.counts == {"total": 9, "report": 6, "deadline": 1, "end": 2, "undated": 2}
    assert (found.since, found.until, found.next) == ("2026-01-01", "2026-12-31", None)


def test_every_event_has_its_people_and_its_proof(reports: GraphStore) -> None:
    found = calendar(reports, since="2026", until="2026")
    for event in found.events:
        assert event.document and event.task.id.startswith(event.document.id)
        assert {K.ASSIGNS} < {edge.kind for edge in event.edges}
        assert all(edge.evidence for edge in event.edges)
    half = next(event for event in found.events if event.task.id == HALF)
    said = {(e.source, e.kind, e.target) for e in half.edges}
    assert said == {(RULES, K.ASSIGNS, HALF), (BRANCH, K.EXECUTES, HALF),
                    (HALF, K.REPORTS_TO, OFFICE)}  # fmt: skip
    assert found.units.keys() == {BRANCH, OFFICE}


def test_a_unit_has_its_own_and_what_it_receives(reports: GraphStore) -> None:
    office = calendar(reports, OFFICE, since="2026-06", until="2026-06")
    assert [(e.day, e.task.id, e.roles) for e in office.events] == [
        ("2026-06-14", HALF, (K.REPORTS_TO,)),
        ("2026-06-30", "vn/hcm/so/pl/2026/5/nv/1", (K.LEADS,)),
        ("2026-06-30", QUARTERLY, (K.REPORTS_TO,)),
    ]
    leads = calendar(reports, OFFICE, roles=[K.LEADS], since="2026", until="2026")
    assert days(leads) == [("2026-06-30", "vn/hcm/so/pl/2026/5/nv/1")]
    assert leads.counts["undated"] == 1
    assert calendar(reports, DEPARTMENT, since="2026", until="2026").events == ()
    whole = calendar(reports, DEPARTMENT, sub_units=True, since="2026", until="2026")
    assert whole.counts["total"] == 9


def test_only_some_occasions(reports: GraphStore) -> None:
    found = calendar(reports, occasions=[Occasion.REPORT], until="2026-06", since="2026-06")
    assert days(found) == [("2026-06-14", HALF), ("2026-06-30", QUARTERLY)]
    assert found.counts == {"total": 2, "report": 2, "undated": 2}


def test_pages_follow_one_another_and_counts_stay(reports: GraphStore) -> None:
    whole = calendar(reports, since="2026", until="2026")
    seen, cursor = [], ""
    for _ in range(5):
        page = calendar(reports, since="2026", until="2026", limit=2, cursor=cursor)
        assert page.counts == whole.counts
        seen += days(page)
        if page.next is None:
            break
        cursor = page.next
    assert seen == days(whole)


@pytest.mark.parametrize(
    ("since", "until", "window"),
    [
        (None, None, ("2026-01-01", "2026-12-31")),  # the year most deadlines begin in
        ("2025", None, ("2025-01-01", "2025-12-31")),
        ("2025-06-15", None, ("2025-06-15", "2026-06-14")),
        (None, "2025-06", (None, "2025-06-30")),
    ],
)
def test_the_window(
    reports: GraphStore, since: str | None, until: str | None, window: tuple[str | None, str]
) -> None:
    found = calendar(reports, since=since, until=until)
    assert (found.since, found.until) == window
    assert all((found.since or "") <= event.day <= window[1] for event in found.events)
    assert found.events


def test_a_task_of_an_annex_is_told_once_with_both_proofs(store: GraphStore) -> None:
    name = "Lập danh mục hồ sơ phải nộp lưu trong năm"
    for id, role in (("vn/a", K.EXECUTES), ("vn/a/pl", K.LEADS)):
        job = f"{id}/nv/1"
        more = [("vn/a/pl", K.ANNEX_OF, "vn/a")] if id != "vn/a" else []
        store.apply(delta(id, (id, K.ASSIGNS, job), ("unit/a", role, job), *more,
                          owned=[task(job, name=name, kind="task", due="2026-05-01")]))  # fmt: skip
    for asked in (None, "unit/a"):
        (event,) = calendar(store, asked).events
        assert event.task.id == "vn/a/nv/1"
        roles = {edge.kind for edge in event.edges} - {K.ASSIGNS}
        assert roles == {K.EXECUTES, K.LEADS}
    assert set(event.roles) == {K.EXECUTES, K.LEADS}


def test_what_cannot_be_asked(store: GraphStore) -> None:
    settle(store)
    for since, until in (("mai", None), ("2026", "2025")):
        with pytest.raises(UsageError):
            calendar(store, since=since, until=until)
    for cursor in ("2026-01-01", "2026-01-01,x,vn/a"):
        with pytest.raises(UsageError, match="2026-01-01"):
            calendar(store, cursor=cursor)
    with pytest.raises(NotFoundError, match=PLAN):
        calendar(store, PLAN)


def test_an_empty_store_has_an_empty_calendar(store: GraphStore) -> None:
    found = calendar(store)
    assert (found.events, found.since, found.until) == ((), None, None)
    assert found.counts["total"] == 0


def test_the_reports_of_the_samples_in_2026(sample: GraphStore) -> None:
    """Read by hand in tests/corpus: days written, "hằng năm" with a day, "hằng năm" without."""
    found = calendar(sample, occasions=[Occasion.REPORT], since="2026", until="2026")
    told = Counter((event.day, str(event.document.properties["symbol"])) for event in found.events
                   if event.document)  # fmt: skip
    told.pop(("2026-11-29", "QĐ-UBND"), None)  # asked in passing, in a clause of decision 76
    assert told == {
        ("2026-01-14", "KH-UBND"): 2,  # plans 2132 and 2134 of the city
        ("2026-10-31", "KH-SKHCN"): 1,
        ("2026-11-14", "KH-SKHCN"): 1,
        ("2026-12-14", "QĐ-TTg"): 1,  # 100: each year before 15 December
        ("2026-12-14", "CTrHĐ/TU"): 1,  # 60, the same
        ("2026-12-31", "KH-UBND"): 1,  # 155 of Cần Thơ: each year
        ("2026-12-31", "QĐ-TTg"): 1,  # 996: each year
    }
