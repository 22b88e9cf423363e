"""Short names: where they are defined, what they stand for, where they are used."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from texts import plain_text

from loaders.citations.aliases import find_aliases
from loaders.citations.find import find_citations
from loaders.mentions import Header
from loaders.text import BlockKind, NoteMark, Text

CASES = tomllib.loads((Path(__file__).parent / "cases" / "aliases.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "case", CASES["case"], ids=[case["paragraphs"][0][:50] for case in CASES["case"]]
)
def test_short_names_are_defined_and_used(case: dict[str, Any]) -> None:
    text = _text(case)
    citations = find_citations(text, Header())
    definitions, uses = find_aliases(text, citations)
    targets = [(d.alias, citations[d.target]) for d in definitions]
    said = [f"{alias} = {c.number}/{c.symbol}" for alias, c in targets]
    assert said == case["definitions"]
    assert [use.alias for use in uses] == case["uses"]


def test_a_list_of_short_names_is_cited_for_one_thing() -> None:
    lines = [
        "Thực hiện Kế hoạch 996 của UBND tỉnh, Chương trình 1322 và Đề án 06.",
        "Kinh phí theo Đề án 100 và Kế hoạch 36; triển khai Đề án 101. Đề án 102 đã xong.",
    ]
    text = plain_text(lines)
    _, uses = find_aliases(text, find_citations(text, Header()))
    told = [use.alias for use in uses if use.relation == "implements"]
    assert told == ["Kế hoạch 996", "Chương trình 1322", "Đề án 06", "Đề án 101"]


@pytest.mark.parametrize(
    "case", CASES["case"], ids=[case["paragraphs"][0][:50] for case in CASES["case"]]
)
def test_spans_hold_the_words_of_the_name(case: dict[str, Any]) -> None:
    text = _text(case)
    definitions, uses = find_aliases(text, find_citations(text, Header()))
    for definition in definitions:
        assert text.content[definition.span.start : definition.span.end] == definition.alias
    for use in uses:
        words = text.content[use.span.start : use.span.end]
        assert use.alias is not None and use.alias.endswith(words.split()[-1])


def _text(case: dict[str, Any]) -> Text:
    text = plain_text(case["paragraphs"])
    if "note" not in case:
        return text
    mark = NoteMark(text.content.index(case["at"]), case["note"])
    note = structs.replace(text.blocks[-1], kind=BlockKind.FOOTNOTE, mark=case["note"])
    return replace(text, blocks=(*text.blocks[:-1], note), notes=(mark,))
