"""What is doubtful or missing, as JSON."""

from collections.abc import Iterable

from graph.questions.finding import Finding
from graph.questions.missing import Missing
from graph.wire.facts import Shape, issue_json, node_json


def findings_json(found: Iterable[Finding]) -> Shape:
    """``{findings: [{rule, severity, message, nodes, evidence}]}``."""
    return {"findings": [issue_json(finding) for finding in found]}


def missing_json(found: Iterable[Missing]) -> Shape:
    """``{missing: [node + cited_by]}``."""
    return {"missing": [node_json(one.node) | {"cited_by": one.cited_by} for one in found]}
