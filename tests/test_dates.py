"""Dates: every style of print, and the numbers that are no dates."""

import tomllib
from pathlib import Path

import pytest

from loaders.dates import find_date, find_dates, read_date
from loaders.doubts import findings

CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_dates_are_read_as_far_as_they_are_written(case: dict) -> None:
    found = list(find_dates(case["text"]))
    assert [mention.date.partial for mention in found] == case["dates"]
    doubts = [doubt for mention in found for doubt in mention.doubts]
    assert [doubt.rule for doubt in doubts] == case.get("doubts", [])
    assert all(doubt.rule in findings() for doubt in doubts)


def test_a_date_says_where_it_ends() -> None:
    text = "Số 7, ngày 25 tháng 4 năm 2025 của Bộ"
    date, end = find_date(text, text.index("ngày"))
    assert (date.iso, text[end:]) == ("2025-04-25", " của Bộ")


def test_no_date_begins_between_dates() -> None:
    assert find_date("xin chào 1/1/2020", 0) is None
    assert read_date("ngày ký", 0) is None
