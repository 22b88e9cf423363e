"""Relations: why each document is cited, and whose act a change is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from graph.model import EdgeKind
from graph.vocabulary.cues import fate_cues, relation_cues
from loaders.citations.cues_before import near_relation
from loaders.citations.facts import strongest
from loaders.citations.find import find_citations
from loaders.mentions import Header, Span
from loaders.readers import reread

CASES = tomllib.loads((Path(__file__).parent / "cases" / "relations.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "case", CASES["case"], ids=[case["paragraphs"][0][:50] for case in CASES["case"]]
)
def test_each_citation_has_its_relation_and_subject(case: dict[str, Any]) -> None:
    header = Header(type=case.get("type"), number=case.get("number"))
    found = find_citations(plain_text(case["paragraphs"]), header)
    said = [c.relation + (f"<{c.subject}" if c.subject is not None else "") for c in found]
    assert said == case["relations"]
    again = [c for c in found if c.rule == "changed_by"]
    assert [c.span for c in again] == [found[index].span for index in case.get("changed", [])]


def test_a_title_in_two_lines_acts_upon_what_its_second_line_names() -> None:
    lines = ["BÃI BỎ QUYẾT ĐỊNH", "SỐ 5/2014/QĐ-UBND VÀ QUYẾT ĐỊNH SỐ 8/2019/QĐ-UBND"]
    text = plain_text(lines)
    header = Header(type="Quyết định", spans={"title": Span(0, len(text.content))})
    assert [c.relation for c in find_citations(text, header)] == ["repeals", "repeals"]


def test_a_cell_says_what_became_of_the_document_of_its_row() -> None:
    rows = [
        "| STT | Tên văn bản | Nội dung | Lý do |\n|---|---|---|---|\n",
        "| 1 | Thông tư số 8/2017/TT-BTC | | Được thay thế bởi Thông tư số 5/2024/TT-BTC |\n",
        "| 2 | Thông tư số 9/2018/TT-BTC | Điều 4 | Được bãi bỏ bởi Thông tư số 5/2024/TT-BTC |\n",
    ]
    found = find_citations(reread("".join(rows), "list.md"), Header(type="Quyết định"))
    changed = [(c.number, c.relation, found[c.subject or 0].number) for c in found[4:]]
    assert changed == [("8/2017", "replaces", "5/2024"), ("9/2018", "amends", "5/2024")]


def test_what_a_document_does_to_its_basis_is_said_before_that_it_is_one() -> None:
    lines = ["Căn cứ Quyết định số 5/2020/QĐ-UB;", "Điều 1. Bãi bỏ Quyết định số 5/2020/QĐ-UB."]
    found = find_citations(plain_text(lines), Header(type="Quyết định"))
    assert [c.relation for c in found] == ["based_on", "repeals"]
    assert strongest(found) == "repeals"


def test_every_cue_says_an_edge_kind() -> None:
    for row in (*relation_cues().values(), *fate_cues().values()):
        assert EdgeKind(row.relation)


READ = sorted(words for words, row in relation_cues().items() if row.where != "skip")


@pytest.mark.parametrize("words", READ)
def test_every_cue_is_read_in_its_example_and_not_in_its_misses(words: str) -> None:
    row = relation_cues()[words]
    assert row.examples and row.misses
    for miss in row.misses if row.relation != "cites" else ():
        found = find_citations(plain_text([f"{miss} Quyết định số 5/QĐ-BYT"]), Header())
        assert found[0].relation != row.relation, miss
    for example in row.examples:
        found = find_citations(plain_text([example]), Header(type="Quyết định"))
        assert len(found) >= 1, example
        if not row.acts:
            assert found[-1].relation == row.relation, example


@pytest.mark.parametrize("words", sorted(w for w, r in relation_cues().items() if r.acts))
def test_every_act_counts_in_an_article(words: str) -> None:
    row = relation_cues()[words]
    example = row.examples[0]
    found = find_citations(plain_text([f"Điều 1. {example}"]), Header(type="Quyết định"))
    assert found[-1].relation == row.relation


def test_a_short_name_takes_the_cue_right_before_it() -> None:
    text = "triển khai hiệu quả Đề án 06"
    assert near_relation(text, 0, text.index("Đề")) == "implements"
    text = "kinh phí theo Đề án 06"
    assert near_relation(text, 0, text.index("Đề")) == "cites"
