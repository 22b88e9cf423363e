"""Time frames: printed words to intervals, deadlines and recurrences."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.vocabulary import rows
from loaders.mentions import PartialDate
from loaders.times.in_sentences import SaidTimeRow, find_times
from loaders.times.period_days import PeriodDayRow, find_period_days, rows_read
from loaders.times.recurrences import recurrence
from loaders.times.time_words import TimeWordsRow
from loaders.times.timeframes import TimeContext, asks_deadline, each_due, read_time

CONTEXT = TimeContext(PartialDate(2026, 2, 10), 2026)
FILE = Path(__file__).parent / "cases" / "times.toml"
CASES = [c for p in tomllib.loads(FILE.read_text("utf-8"))["phenomenon"] for c in p["case"]]


@pytest.mark.parametrize("case", CASES, ids=[c["words"] for c in CASES])
def test_a_time_as_printed(case: dict[str, Any]) -> None:
    frame = read_time(case["words"], 7, CONTEXT)
    assert frame is not None
    assert frame.text == case["words"].rstrip(".")
    assert frame.span.start == 7 and frame.span.end == 7 + len(frame.text)
    assert [list(i) for i in frame.intervals] == case.get("intervals", [])
    assert frame.due == case.get("due")
    assert frame.before == case.get("before", False)
    assert frame.recurrence == case.get("recurrence")
    assert frame.inferred == case.get("inferred", False)
    assert list(frame.each or ()) == case.get("each", [])


@pytest.mark.parametrize("words", ["/", " - ", "", "…", "x"])
def test_a_sign_for_nothing_is_no_time(words: str) -> None:
    assert read_time(words, 0, CONTEXT) is None


def test_without_a_year_anywhere_no_interval_is_made_up() -> None:
    frame = read_time("Quý II", 0, TimeContext(PartialDate()))
    assert frame is not None and frame.intervals == () and not frame.inferred


def test_a_deadline_without_a_year_lies_after_the_day_of_issue() -> None:
    issued = PartialDate(2025, 11, 20)
    frame = read_time("trước ngày 30 tháng 01", 0, TimeContext(issued))
    assert frame is not None and (frame.due, frame.inferred) == ("2026-01-30", True)
    frame = read_time("trước ngày 15 tháng 12", 0, TimeContext(issued))
    assert frame is not None and frame.due == "2025-12-15"
    frame = read_time("trước ngày 30 tháng 01", 0, TimeContext(issued, plan_year=2025))
    assert frame is not None and frame.due == "2025-01-30"


def test_an_open_beginning_ends_with_the_plan() -> None:
    context = TimeContext(PartialDate(2026), 2026, ("2026-01-01", "2026-12-31"))
    frame = read_time("Từ 01/7/2026", 0, context)
    assert frame is not None and frame.intervals == (("2026-07-01", "2026-12-31"),)


def test_times_in_prose_need_a_preposition() -> None:
    words = (
        "Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 giao rà soát trước ngày 30 tháng 6; "
        "định kỳ trước ngày 01/6 và 15/11 hằng năm báo cáo, hoàn thành trong tháng 12/2026."
    )
    found = find_times(words, 0, len(words), CONTEXT)
    assert [f.due for f in found] == ["2026-06-30", "2026-06-01", None]
    assert found[1].recurrence == "P1Y"
    assert found[2].intervals == (("2026-12-01", "2026-12-31"),)
    assert [words[f.span.start : f.span.end] for f in found] == [f.text for f in found]


def test_two_days_are_two_deadlines() -> None:
    frame = read_time("trước ngày 01/6 và 15/11 hằng năm", 0, CONTEXT)
    assert frame is not None
    assert [f.due for f in each_due(frame, CONTEXT)] == ["2026-06-01", "2026-11-15"]


@pytest.mark.parametrize("row", rows("times", "period_day", PeriodDayRow), ids=lambda r: r.pattern)
def test_every_row_of_period_days_reads_its_examples(row: PeriodDayRow) -> None:
    for example in row.examples:
        found = find_period_days(example, 0, len(example))
        assert [(frame.each or (0, 0))[1] for frame in found] == [row.later], example
        assert found[0].text in example
    for miss in row.misses:
        assert find_period_days(miss, 0, len(miss)) == [], miss


@pytest.mark.parametrize("row", rows("times", "said", SaidTimeRow), ids=lambda r: r.examples[0])
def test_every_row_of_said_times_finds_its_examples_and_nothing_else(row: SaidTimeRow) -> None:
    pattern = re.compile(row.pattern)
    assert row.examples
    assert [e for e in row.examples if not pattern.search(e)] == []
    assert [miss for miss in row.misses if pattern.search(miss)] == []


def test_no_clause_is_passed_over_that_a_row_of_period_days_would_read() -> None:
    """All examples and cases, with the look for any day before the rows and without it."""
    period_days = rows("times", "period_day", PeriodDayRow)
    clauses = [clause for row in period_days for clause in (*row.examples, *row.misses)]
    clauses += [f"Định kỳ hằng tháng, {case['words']}" for case in CASES]
    clauses += [f"Trước {clause}. Mùng 5 {clause}" for clause in clauses]
    read = [list(rows_read(clause, 0, len(clause), recurrence(clause))) for clause in clauses]
    assert sum(map(bool, read)) > len(period_days)
    assert [find_period_days(clause, 0, len(clause)) for clause in clauses] == read


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("trước ngày 25 hằng tháng", [("P1M", (25, 0), True)]),
        ("hằng tháng, chậm nhất ngày 05 của tháng sau", [("P1M", (5, 1), False)]),
        ("trước ngày 05 tháng sau", []),  # of one month only
        ("trước ngày 32 hằng tháng", []),
        ("theo yêu cầu, trước ngày 05 tháng sau", []),
        ("trước ngày 20 tháng cuối quý và ngày 05 hằng tháng",
         [("P1M", (5, 0), False), ("P3M", (20, 0), True)]),
    ],
)  # fmt: skip
def test_days_of_each_period(clause: str, told: list[tuple[str, tuple[int, int], bool]]) -> None:
    found = find_period_days(clause, 0, len(clause))
    assert [(frame.recurrence, frame.each, frame.before) for frame in found] == told


def test_every_recurrence_row_reads_its_examples() -> None:
    for row in rows("times", "recurrence", TimeWordsRow):
        assert [recurrence(example) for example in row.examples] == [row.value] * len(row.examples)


def test_a_bare_day_under_a_deadline_label_is_the_deadline() -> None:
    assert asks_deadline("Thời hạn hoàn thành") and not asks_deadline("Thời gian thực hiện")
    frame = read_time("31/10/2026", 0, CONTEXT, deadline=True)
    assert frame is not None and (frame.due, frame.intervals) == ("2026-10-31", ())
    frame = read_time("31/10/2026", 0, CONTEXT)
    assert frame is not None and frame.intervals == (("2026-10-31", "2026-10-31"),)
