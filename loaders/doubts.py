"""Doubts met while reading, as issues with a sentence for the user (``graph.rules``)."""

from graph.catalogue import render
from graph.labels import day_text
from graph.model import Evidence, Issue
from graph.rules import rules


def issue_of(
    rule: str, facts: tuple[tuple[str, str], ...], document: str, proofs: tuple[Evidence, ...]
) -> Issue:
    """The issue that a doubt becomes; KeyError when its rule has no row."""
    row, told = rules()[rule], dict(facts)
    vietnamese = {name: day_text(fact, "vi") for name, fact in told.items()}
    return Issue(
        rule=rule,
        severity=row.severity,
        message=render(f"audit.{rule}", "vi", **vietnamese),
        message_en=render(f"audit.{rule}", "en", **told),
        nodes=(document,),
        evidence=proofs,
    )
