"""By which days a task is due: its day, its times, a report's rhythm, over the years."""

import pytest
from stores import document, task

from graph.model import Json
from graph.times.days import first_day, in_months, last_day
from graph.times.deadlines import deadlines_of

PLAN = {"year": 2025, "title": "Kế hoạch năm 2026"}
LONG = {"issued": "2024-05-10", "title": "Đề án giai đoạn 2024-2026"}
OPEN = {"issued": "2024-05-10", "title": "Quy chế báo cáo"}
LATE = {"issued": "2027-09-30", "title": "Quyết định giao nhiệm vụ quý IV năm 2027"}
REPORT = {"kind": "report"}


@pytest.mark.parametrize(
    ("facts", "plan", "days"),
    [
        ({"due": "2026-11-15"}, PLAN, "2026-11-15"),
        ({"due": "2026-11-15", "before": True}, PLAN, "2026-11-14"),
        ({"due": "2026-03-01", "before": True}, PLAN, "2026-02-28"),
        ({"due": "2026-11-15", "intervals": [["2026-07-01", "2026-09-30"]]}, PLAN, "2026-11-15"),
        ({"intervals": [["2026-01-01", "2026-03-31"], ["2026-07-01", "2026-09-30"]]}, PLAN,
         "2026-03-31 2026-09-30"),
        ({"intervals": [["2026-07-01", None]]}, PLAN, ""),
        # "Quý I và các năm tiếp theo" has no last day
        ({"intervals": [["2026-01-01", "2026-03-31"]], "recurrence": "onward"}, PLAN, ""),
        ({"intervals": [["2026-01-01", "2026-01-31"], ["2026-07-01", "2026-12-31"]],
          "recurrence": "onward"}, PLAN, "2026-01-31"),
        ({"intervals": [["2024-07-01", "2030-12-31"]]}, LONG, ""),  # past the days asked about
        # the year is written: that day alone, whatever the rhythm of the report
        ({"due": "2025-07-01", "before": True, "recurrence": "P6M", **REPORT}, OPEN, "2025-06-30"),
        # "trước ngày 15 tháng 12 hằng năm"
        ({"due": "2024-12-15", "before": True, "inferred": True, "recurrence": "P1Y"}, OPEN,
         "2024-12-14 2025-12-14 2026-12-14 2027-12-14"),
        ({"due": "2024-12-15", "inferred": True, "recurrence": "P1Y"}, LONG,
         "2024-12-15 2025-12-15 2026-12-15"),
        ({"due": "2024-06-15", "inferred": True, "recurrence": "P6M"}, LONG,
         "2024-06-15 2025-06-15 2026-06-15"),  # the half-year's report has one day a year
        ({"due": "2024-12-15", "inferred": True, "recurrence": "P2Y"}, OPEN,
         "2024-12-15 2026-12-15"),
        ({"due": "2026-11-15", "inferred": True}, PLAN, "2026-11-15"),
        # no day told: the end of each period, for reports alone
        ({"recurrence": "P3M", **REPORT}, PLAN, "2026-03-31 2026-06-30 2026-09-30 2026-12-31"),
        ({"recurrence": "P3M", "intervals": [["2026-02-10", "2026-07-15"]], **REPORT}, PLAN,
         "2026-03-31 2026-06-30"),
        ({"recurrence": "P6M", **REPORT}, LONG,
         "2024-06-30 2024-12-31 2025-06-30 2025-12-31 2026-06-30 2026-12-31"),
        ({"recurrence": "P1Y", **REPORT}, OPEN, "2024-12-31 2025-12-31 2026-12-31 2027-12-31"),
        ({"recurrence": "P1M", "intervals": [["2024-02-01", "2024-04-30"]], **REPORT}, OPEN,
         "2024-02-29 2024-03-31 2024-04-30"),
        # a day of each period is told: "trước ngày 20 của tháng cuối quý", "ngày 05 của tháng sau"
        ({"recurrence": "P3M", "each": [20, 0], "before": True, **REPORT}, PLAN,
         "2026-03-19 2026-06-19 2026-09-19 2026-12-19"),
        ({"recurrence": "P3M", "each": [10, 1], "kind": "task"}, PLAN,
         "2026-04-10 2026-07-10 2026-10-10 2027-01-10"),
        ({"recurrence": "P6M", "each": [31, 0], **REPORT}, PLAN, "2026-06-30 2026-12-31"),
        ({"recurrence": "P6M", "each": [1, 0], "before": True, **REPORT}, PLAN,
         "2026-05-31 2026-11-30"),
        # nothing is due before the document that asks for it
        ({"recurrence": "P1M", "each": [25, 0], **REPORT}, LATE,
         "2027-10-25 2027-11-25 2027-12-25"),
        ({"recurrence": "P3M", **REPORT}, LATE, "2027-12-31"),
        ({"recurrence": "P3M", "kind": "task"}, PLAN, ""),
        ({"recurrence": "P2Y", **REPORT}, LONG, ""),  # from which year on is told nowhere
        ({"recurrence": "P1W", **REPORT}, PLAN, ""),
        ({"recurrence": "continuous", **REPORT}, PLAN, ""),
        ({"recurrence": "P1Y", **REPORT}, {}, ""),
        ({}, PLAN, ""),
    ],
)  # fmt: skip
def test_days(facts: dict[str, Json], plan: dict[str, Json], days: str) -> None:
    found = deadlines_of(task("vn/p/nv/1", **facts), document("vn/p", **plan))
    told = [day for deadline in found for day in deadline.days("2024-01-01", "2027-12-31")]
    assert sorted(told) == days.split()


def test_a_task_whose_document_is_unknown() -> None:
    assert deadlines_of(task("vn/p/nv/1", due="2026-11-15"), None)[0].day == "2026-11-15"
    assert deadlines_of(task("vn/p/nv/1", recurrence="P1Y", **REPORT), None) == ()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-02-28", 1, "2026-03-31"),  # the last of a month stays the last
        ("2026-01-30", 1, "2026-02-28"),
        ("2027-02-28", 12, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_months_on(day: str, months: int, later: str) -> None:
    assert in_months(day, months) == later


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-06-05", "2026-06-05", "2026-06-05"),
        ("2026-13", None, None),
        ("20261", None, None),
        ("mai", None, None),
    ],
)
def test_first_and_last_days(text: str, first: str | None, last: str | None) -> None:
    assert (first_day(text), last_day(text)) == (first, last)
