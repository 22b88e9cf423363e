"""A finding: one doubt about the graph, in words a person can act on (điều cần rà soát)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.catalogue import render
from graph.labels import day_text
from graph.model import Edge, Evidence, Issue, Node, NodeKind, Severity
from graph.store import GraphReader

PAGE = 1000
NAME = 100  # characters of a name in a sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt: rule, how bad, the sentence in both languages, nodes and evidence."""

    rule: str
    severity: Severity
    message: str
    message_en: str
    nodes: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def from_issue(issue: Issue) -> Finding:
    """A doubt met while reading, as it stands in its document."""
    return Finding(
        issue.rule, issue.severity, issue.message, issue.message_en, issue.nodes, issue.evidence
    )


def finding(
    rule: str, severity: Severity, nodes: Iterable[Node], edges: Iterable[Edge], **facts: object
) -> Finding:
    """A doubt about the whole graph; its sentences are ``audit.<rule>`` in the catalogue."""
    vietnamese = {name: day_text(str(fact), "vi") for name, fact in facts.items()}
    return Finding(
        rule,
        severity,
        render(f"audit.{rule}", "vi", **vietnamese),
        render(f"audit.{rule}", "en", **facts),
        tuple(node.id for node in nodes),
        tuple(proof for edge in edges for proof in edge.evidence),
    )


def every(store: GraphReader, kind: NodeKind) -> Iterator[list[Node]]:
    """All nodes of a kind, a page at a time."""
    after = ""
    while page := store.listing(kind, after=after, limit=PAGE):
        yield page
        after = page[-1].id


def short(node: Node) -> str:
    """A node's label for a sentence: whole words, as many as fit."""
    if len(node.label) <= NAME:
        return node.label
    return node.label[: node.label.rfind(" ", 0, NAME) + 1 or NAME].rstrip(" ,;") + "…"
