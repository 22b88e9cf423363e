"""What is wrong or doubtful in the graph (rà soát): the doubts of reading, and those of the whole.

Every finding names the nodes it touches and quotes its evidence; nothing is decided here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.model import Evidence, Issue, Severity
from graph.store import GraphReader


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt: rule, how bad, the sentence in both languages, nodes and evidence."""

    rule: str
    severity: Severity
    message: str
    message_en: str
    nodes: tuple[str, ...]
    evidence: tuple[Evidence, ...]


Check = Callable[[GraphReader], Iterator[Finding]]


def findings(store: GraphReader) -> tuple[Finding, ...]:
    """All findings, the worst first, then by rule and node."""
    with store.snapshot() as view:
        found = [_from_issue(issue) for issue in view.issues()]
        return tuple(sorted(found, key=_order))


def _from_issue(issue: Issue) -> Finding:
    return Finding(
        issue.rule, issue.severity, issue.message, issue.message_en, issue.nodes, issue.evidence
    )


def _order(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    worst_first = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return (worst_first.index(finding.severity), finding.rule, finding.nodes, finding.message)
