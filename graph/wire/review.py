"""What is doubtful or missing, as JSON."""

from collections import Counter
from collections.abc import Mapping

from graph.model import Severity
from graph.questions.findings import FindingsPage
from graph.questions.missing import MissingPage
from graph.rules import rules
from graph.wire.facts import Shape, issue_json, node_json


def findings_json(page: FindingsPage) -> Shape:
    """``{counts, findings: [issue + document], next}``; counts on the first page only."""
    counts = {} if page.counts is None else {"counts": _counts(page.counts)}
    found = [issue_json(finding) | {"document": finding.document} for finding in page.findings]
    return counts | {"findings": found, "next": page.next}


def _counts(by_rule: Mapping[str, int]) -> Shape:
    """``{total, severities: {severity: n}, rules: {rule: n}}``."""
    severities = Counter(dict.fromkeys((severity.value for severity in Severity), 0))
    for rule, count in by_rule.items():
        if rule in rules():
            severities[rules()[rule].severity.value] += count
    return {"total": sum(by_rule.values()), "severities": severities, "rules": dict(by_rule)}


def missing_json(page: MissingPage) -> Shape:
    """``{missing: [node + cited_by + documents + tasks], total, next, complete}``."""
    found = [
        node_json(one.node)
        | {"cited_by": one.cited_by, "documents": one.documents, "tasks": one.tasks}
        for one in page.found
    ]
    return {"missing": found, "total": page.total, "next": page.next, "complete": page.complete}
