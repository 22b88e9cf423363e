"""Doubts met while reading, as issues with a sentence for the user (``findings.toml``)."""

from functools import cache

from graph.labels import day_text
from graph.model import Evidence, Issue, Severity
from graph.vocabulary import Row, rows
from loaders.mentions import Doubt


class FindingRow(Row):
    """A kind of doubt: its severity and its sentence; ``{names}`` are facts of the doubt."""

    id: str
    severity: Severity
    vi: str
    en: str


@cache
def findings() -> dict[str, FindingRow]:
    """Rule id → its row."""
    return {row.id: row for row in rows("findings", "finding", FindingRow)}


def issue_of(doubt: Doubt, document: str, proof: Evidence | None) -> Issue:
    """The issue that a doubt becomes; KeyError when its rule has no row."""
    row = findings()[doubt.rule]
    facts = dict(doubt.facts)
    return Issue(
        rule=row.id,
        severity=row.severity,
        message=fill(row.vi, {name: day_text(fact, "vi") for name, fact in facts.items()}),
        message_en=fill(row.en, facts),
        nodes=(document,),
        evidence=(proof,) if proof else (),
    )


def fill(sentence: str, facts: dict[str, str]) -> str:
    """The sentence with ``{names}`` filled in; data is never taken for a pattern."""
    for name, value in facts.items():
        sentence = sentence.replace("{" + name + "}", value)
    return sentence
