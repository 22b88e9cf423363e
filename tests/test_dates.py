"""Dates: every style of print, and the numbers that are no dates."""

import re
import tomllib
from pathlib import Path

import pytest

from graph.rules import rules
from loaders.times.dates import DateMention, find_date, read_date

BEGINS = re.compile(r"(?<![\w/.,-])\w")
CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text("utf-8"))["case"]


def dates_of(text: str) -> list[DateMention]:
    """Every date of a text, in order, none inside another and none that begins inside a number."""
    found: list[DateMention] = []
    for start in BEGINS.finditer(text):
        if found and start.start() < found[-1].span.end:
            continue
        if mention := read_date(text, start.start()):
            found.append(mention)
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_dates_are_read_as_far_as_they_are_written(case: dict) -> None:
    found = dates_of(case["text"])
    assert [mention.date.partial for mention in found] == case["dates"]
    doubts = [doubt for mention in found for doubt in mention.doubts]
    assert [doubt.rule for doubt in doubts] == case.get("doubts", [])
    assert all(doubt.rule in rules() for doubt in doubts)


def test_a_date_says_where_it_ends() -> None:
    text = "Số 7, ngày 25 tháng 4 năm 2025 của Bộ"
    date, end = find_date(text, text.index("ngày"))
    assert (date.iso, text[end:]) == ("2025-04-25", " của Bộ")


def test_no_date_begins_between_dates() -> None:
    assert find_date("xin chào 1/1/2020", 0) is None
    assert read_date("ngày ký", 0) is None
