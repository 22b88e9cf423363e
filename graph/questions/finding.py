"""A finding: one doubt about the graph, in words a person can act on (điều cần rà soát)."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.catalogue import render
from graph.labels import day_text
from graph.model import Edge, Evidence, Issue, Node, Severity
from graph.rules import rules

NAME = 100  # characters of a name in a sentence
PROOFS = 20  # quotes of one finding; a law may be cited by all


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt: rule, how bad, the document to mend, the sentence in both languages, nodes and
    evidence."""

    rule: str
    severity: Severity
    document: str
    message: str
    message_en: str
    nodes: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def from_issue(document: str, issue: Issue) -> Finding:
    """A doubt met while reading, as it stands in its document."""
    return Finding(
        issue.rule, issue.severity, document, issue.message, issue.message_en, issue.nodes,
        issue.evidence,
    )  # fmt: skip


def finding(
    rule: str, document: str, nodes: Iterable[Node], edges: Iterable[Edge], **facts: object
) -> Finding:
    """A doubt about the whole graph; its sentences are ``audit.<rule>`` in the catalogue."""
    vietnamese = {name: day_text(str(fact), "vi") for name, fact in facts.items()}
    proofs = [proof for edge in edges for proof in edge.evidence]
    return Finding(
        rule,
        rules()[rule].severity,
        document,
        render(f"audit.{rule}", "vi", **vietnamese),
        render(f"audit.{rule}", "en", **facts),
        tuple(node.id for node in nodes),
        tuple(proofs[:PROOFS]),
    )


def short(node: Node) -> str:
    """A node's label for a sentence: whole words, as many as fit."""
    if len(node.label) <= NAME:
        return node.label
    return node.label[: node.label.rfind(" ", 0, NAME) + 1 or NAME].rstrip(" ,;") + "…"


def whole_day(document: Node) -> str | None:
    """The day a document was issued, when the whole of it is known."""
    day = document.properties.get("issued")
    return day if isinstance(day, str) and len(day) == 10 else None
