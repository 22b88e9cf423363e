"""The same words, however a program wrote them down, are read as the same document."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graph.words.folding import slug
from loaders import extract_json, read_bytes, understand

FILES = sorted(
    path for path in (Path(__file__).parent / "corpus").iterdir() if path.suffix in (".txt", ".md")
)
WAYS: dict[str, Callable[[str], str]] = {
    "decomposed letters": lambda words: unicodedata.normalize("NFD", words),
    "line ends of Windows": lambda words: words.replace("\n", "\r\n"),
    "a blank line after each": lambda words: words.replace("\n", "\n\n"),
    "blanks before figures": lambda words: re.sub(r"(?<=\S) (?=\d)", "\xa0", words),
    "two blanks for one": lambda words: re.sub(r"(?<=[^\W\d]) (?=[^\W\d])", "  ", words),
    "hyphens that do not break": lambda words: re.sub(r"(?<=\w)-(?=\w)", "\u2011", words),
    "hyphens between blanks": lambda words: re.sub(r"(?<=[A-ZĐ])-(?=[A-ZĐ])", " - ", words),
    "a stroke and a blank": lambda words: re.sub(r"(?<=\d)/(?=[A-ZĐ])", "/ ", words),
    "another Đ": lambda words: words.replace("Đ", "Ð"),
    "a mark at the beginning": lambda words: "\ufeff" + words,
    "blanks at the ends of lines": lambda words: words.replace("\n", "   \n"),
}


@cache
def written(path: Path, way: str = "") -> dict[str, Any]:
    """What a sample says, by its facts: without where the words stand, which every way changes."""
    words = path.read_text("utf-8")
    data = (WAYS[way](words) if way else words).encode()
    told = extract_json(understand(read_bytes(data, path.name)))
    for citation in told["citations"]:
        citation["mentions"] = len(citation["mentions"])
    for task in (*told["tasks"], *told["prose_assignments"]):
        task |= {"name": slug(task["name"]), "start": None, "end": None}
    return told | {"issues": [issue["rule"] for issue in told["issues"]]}


@pytest.mark.parametrize("way", WAYS)
def test_a_way_of_writing_changes_nothing(way: str) -> None:
    for path in FILES:
        assert written(path, way) == written(path), path.name
