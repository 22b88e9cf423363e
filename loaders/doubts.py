"""Doubts met while reading, as issues with a sentence for the user (``graph.rules``)."""

from graph.catalogue import render
from graph.labels import day_text
from graph.model import Evidence, Issue
from graph.rules import rules
from loaders.mentions import Doubt


def issue_of(doubt: Doubt, document: str, proof: Evidence | None) -> Issue:
    """The issue that a doubt becomes; KeyError when its rule has no row."""
    row, facts = rules()[doubt.rule], dict(doubt.facts)
    vietnamese = {name: day_text(fact, "vi") for name, fact in facts.items()}
    return Issue(
        rule=row.id,
        severity=row.severity,
        message=render(f"audit.{row.id}", "vi", **vietnamese),
        message_en=render(f"audit.{row.id}", "en", **facts),
        nodes=(document,),
        evidence=(proof,) if proof else (),
    )
