"""Titles of cited documents: where they begin and end, and where none may be claimed."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from loaders.citations.find import find_citations
from loaders.mentions import Header

CASES = tomllib.loads((Path(__file__).parent / "cases" / "titles.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_a_title_is_what_the_document_is_called(case: dict[str, Any]) -> None:
    found = find_citations(plain_text([case["text"]]), Header())
    said = [citation for citation in found if citation.rule != "changed_by"]
    assert [citation.title or "" for citation in said] == case["titles"]


def test_the_longest_title_ends_with_a_whole_word() -> None:
    text = f"Công văn số 5/SNV-CC ngày 6/7/2025 về {'việc tuyển dụng ' * 60}"
    title = find_citations(plain_text([text]), Header())[0].title
    assert title and len(title) <= 500 and title.split()[-1] in {"việc", "tuyển", "dụng"}
