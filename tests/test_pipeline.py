"""The reading as a spaCy pipeline: our tokenizer, registered steps, spans on token borders."""

from importlib.metadata import entry_points
from pathlib import Path

import pytest
from texts import plain_text

from loaders import read, understand
from loaders.pipeline import STEPS, annotate, create_pipeline

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("Chỉ thị 38-CT/TW,", ["Chỉ", "thị", "38", "-", "CT", "/", "TW", ","]),
        ("(Sở KH&CN)", ["(", "Sở", "KH", "&", "CN", ")"]),
        ("01/1999/QĐ.UB", ["01", "/", "1999", "/", "QĐ", ".", "UB"]),
        ("“Đề án 996”…", ["“", "Đề", "án", "996", "”", "…"]),
        ("Bộ Nội vụ.\nSở", ["Bộ", "Nội", "vụ", ".", "\n", "Sở"]),
    ],
)
def test_every_mark_is_a_token_and_no_character_is_lost(words: str, tokens: list[str]) -> None:
    doc = create_pipeline().make_doc(words)
    assert [token.text for token in doc] == tokens
    assert doc.text == words


def test_steps_are_registered_as_entry_points() -> None:
    assert set(STEPS) <= {point.name for point in entry_points(group="spacy_factories")}
    names = {point.name for point in entry_points(group="spacy_tokenizers")}
    assert "cancu.Tokenizer.v1" in names


def test_a_step_can_be_left_out() -> None:
    text = plain_text(["Căn cứ Quyết định số 5/QĐ-TTg ngày 01 tháng 02 năm 2020;"])
    short = create_pipeline(("cancu_header", "cancu_citations"))
    doc = annotate(text, short)
    assert [citation.number for citation in doc._.citations] == ["5"]
    assert doc._.assignments is None and "tasks" not in doc.spans


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.*")), ids=lambda path: path.name)
def test_what_is_found_ends_on_token_borders_and_leads_to_the_original(path: Path) -> None:
    text = read(path)
    doc = annotate(text)
    starts = {token.idx for token in doc}
    ends = {token.idx + len(token) for token in doc}
    assert len(doc.spans["citations"]) <= len(doc._.citations)
    for citation in doc._.citations:
        span = citation.span
        assert span.start in starts and span.end in ends, text.content[span.start : span.end]
        first, last = text.locate(span.start, span.end)
        assert 0 <= first < last <= len(text.original)


def test_reading_twice_says_the_same() -> None:
    path = CORPUS / "kh-skhcn-2026.md"
    assert understand(read(path)) == understand(read(path))
