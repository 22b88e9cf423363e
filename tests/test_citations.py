"""Citations: every style of symbol, the words around it, and what only looks like one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from graph.rules import rules
from loaders.citations.bare_numbers import find_bare_numbers
from loaders.citations.find import find_citations
from loaders.mentions import Citation, Header
from loaders.readers import reread

CASES = tomllib.loads((Path(__file__).parent / "cases" / "citations.toml").read_text("utf-8"))
each_case = pytest.mark.parametrize(
    "case", CASES["case"], ids=[case["text"][:50] for case in CASES["case"]]
)


@each_case
def test_citations_are_read_with_the_words_around_them(case: dict[str, Any]) -> None:
    found = _read(case)
    said = [f"{c.type} {c.number}/{c.symbol} {c.name}" for c in found]
    assert len(found) == len(case["cited"]), said
    for citation, expected in zip(found, case["cited"], strict=True):
        for field, value in expected.items():
            assert _field(citation, field) == value, field
    for index in case.get("undated", []):
        assert found[index].date.year is None


def test_a_number_without_a_symbol_is_found_from_its_date_on_however_long_it_is() -> None:
    longest = "Quyết định số : 12345a/2014 , ban hành "
    text = f"Căn cứ {longest}ngày 09 tháng 6 năm 2014 và Chỉ thị 24 ngày 1/2/2015, ngày 3/4/2016"
    found = [(text[a.span.start : a.span.end], a.number) for a in find_bare_numbers(text)]
    assert found == [("Quyết định số : 12345a/2014", "12345a/2014"), ("Chỉ thị 24", "24")]


@each_case
def test_spans_hold_the_words_of_the_citation(case: dict[str, Any]) -> None:
    for citation in _read(case):
        words = case["text"][citation.span.start : citation.span.end]
        assert words == words.strip()
        digits = (citation.number or "").split("/")[0]
        assert digits in words.replace(".", "")
        assert all(doubt.rule in rules() for doubt in citation.doubts)


def test_citations_stand_in_the_order_of_the_text() -> None:
    paragraphs = [case["text"] for case in CASES["case"]]
    found = find_citations(plain_text(paragraphs), Header())
    starts = [c.span.start for c in found if c.rule not in ("law_amended", "changed_by")]
    assert starts == sorted(starts) and len(starts) > 60


def test_a_number_in_a_cell_is_that_of_the_law_in_the_next() -> None:
    rows = ["| Số | Tên |\n|---|---|\n", "| 43/2019/QH14 (14/06/2019) | Luật Giáo dục |\n",
            "| 26/VBHN-VPQH | Luật Viên chức |\n"]  # fmt: skip
    found = find_citations(reread("".join(rows), "laws.md"), Header())
    assert [(c.number, c.name, c.date.iso) for c in found] == [
        ("43/2019", "Luật Giáo dục", "2019-06-14"),
        ("26", None, None),
        (None, "Luật Viên chức", None),
    ]


def test_no_text_has_no_citations() -> None:
    assert find_citations(plain_text([]), Header()) == []


def _read(case: dict[str, Any]) -> list[Citation]:
    header = Header(type=case.get("type"), number=case.get("number"), symbol=case.get("symbol"))
    return find_citations(plain_text([case["text"]]), header)


def _field(citation: Citation, field: str) -> object:
    if field == "date":
        return citation.date.iso
    if field == "year":
        return citation.date.year
    if field == "doubts":
        return [doubt.rule for doubt in citation.doubts]
    value = getattr(citation, field)
    return "" if value is None else value
