"""Identity: which document each mention means, why, and what stays open, case by case."""

import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from resolving import among, read, rules

from loaders.citations.identity import group_mentions
from loaders.mentions import Citation, PartialDate, Span
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


def test_grouping_takes_twice_the_steps_for_twice_the_documents() -> None:
    few, many = (_steps_of(partial(group_mentions, _numbers(n))) for n in (100, 200))
    assert few > 100 and many < 2.2 * few


def _numbers(count: int) -> list[Citation]:
    """As many numbers without symbol, and as many with one, no two of one document."""
    day = PartialDate(2019, 5, 3)
    return [
        Citation(Span(n, n + 1), "symbol", "Quyết định", str(n), symbol, day)
        for n in range(1, count + 1)
        for symbol in (None, f"QĐ-{n}")
    ]


def _steps_of(work: Callable[[], object]) -> int:
    """How many instructions of Python run: the same on every machine."""
    steps = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal steps
        steps += event == "opcode"
        frame.f_trace_opcodes = True
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps
