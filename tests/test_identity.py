"""Identity: which document each mention means, why, and what stays open, case by case."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from resolving import among, read, rules

from loaders.resolving.cited import CitedDocument

CASES = tomllib.loads((Path(__file__).parent / "cases" / "identity.toml").read_text("utf-8"))[
    "case"
]


def said(document: CitedDocument) -> str:
    """A cited document in the line that the cases have for it."""
    why = ", ".join(document.candidates) or document.reason
    why = None if why == "text" else why
    return " | ".join(word for word in (document.id, document.status, why) if word)


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{c['phenomenon']}: {c['paragraphs'][0][:30]}" for c in CASES]
)
def test_every_mention_means_what_the_case_says(case: dict[str, Any]) -> None:
    others = [(id, read(*words, id=id)) for id, words in case.get("others", {}).items()]
    found = read(*case["paragraphs"], offers=among(*others))
    assert [said(document) for document in found.cited] == case["cited"]
    assert rules(found) == case.get("doubts", [])


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{c['phenomenon']}: {c['paragraphs'][0][:30]}" for c in CASES]
)
def test_no_order_of_paragraphs_joins_what_the_case_keeps_apart(case: dict[str, Any]) -> None:
    others = [(id, read(*words, id=id)) for id, words in case.get("others", {}).items()]
    turned = read(*reversed(case["paragraphs"]), offers=among(*others))
    assert len(turned.cited) >= len(case["cited"]) or "alias.unresolved" in rules(turned)
