"""Citations: every style of symbol, the words around it, and what only looks like one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.rules import rules
from loaders.citations.find import find_citations
from loaders.mentions import Citation, Header
from loaders.text import plain_text

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
