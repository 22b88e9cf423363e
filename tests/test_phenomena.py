"""Phenomena of citations: every row of the table, read and written down in one line each."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from texts import plain_text

from loaders.citations.find import find_citations
from loaders.mentions import Citation, Header
from loaders.readers import read_bytes
from loaders.text import Text

TABLE = tomllib.loads((Path(__file__).parent / "cases" / "phenomena.toml").read_text("utf-8"))
ROWS = [(p["id"], row) for p in TABLE["phenomenon"] for row in p["rows"]]
NAMES = [f"{phenomenon}: {row['text'][:40]}" for phenomenon, row in ROWS]


def written(citation: Citation) -> str:
    """A citation in the line that the table has for it."""
    numbered = f"{citation.type} {citation.number}/{citation.symbol or '-'}"
    subject = "" if citation.subject is None else f"<{citation.subject}"
    fields = [
        numbered if citation.number else citation.name or "",
        citation.date.partial or "-",
        citation.issuer or "-",
        f"{citation.relation}{subject}",
    ]
    if fields[-1] == "cites":
        fields.pop()
        while fields[-1] == "-":
            fields.pop()
    return " | ".join(fields)


def read_row(row: dict[str, Any]) -> list[Citation]:
    """The citations of a row's words, in the document that its header describes."""
    kind, number, symbol, title = (word or None for word in row.get("header", [""] * 4))
    header = Header(type=kind, number=number, symbol=symbol, title=title)
    return find_citations(text_of(row), header)


def text_of(row: dict[str, Any]) -> Text:
    """A row's words, as a paragraph or as a file of its format."""
    words = row["text"]
    return (
        read_bytes(words.encode(), f"row.{row['file']}") if "file" in row else plain_text([words])
    )


@pytest.mark.parametrize(
    ("phenomenon", "row"), ROWS, ids=[f"{p}: {r['text'][:40]}" for p, r in ROWS]
)
def test_every_row_is_read_as_it_stands(phenomenon: str, row: dict[str, Any]) -> None:
    found = read_row(row)
    assert [written(citation) for citation in found] == row.get("cited", [])
    if "doubts" in row:
        assert [doubt.rule for citation in found for doubt in citation.doubts] == row["doubts"]


def test_every_phenomenon_is_named_once_and_has_rows() -> None:
    names = [p["id"] for p in TABLE["phenomenon"]]
    assert len(set(names)) == len(names)
    assert all(p["says"] and p["rows"] for p in TABLE["phenomenon"])
