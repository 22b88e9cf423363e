"""Nodes, edges, evidence and doubts as JSON."""

from graph.engine.census import Census
from graph.model import Edge, Evidence, Issue, Json, Node, NodeKind
from graph.questions.finding import Finding
from graph.rules import advice

Shape = dict[str, Json]
RESERVED = frozenset({"id", "kind", "label", "depth", "role"})


def node_json(node: Node) -> Shape:
    """``{id, kind, label, …properties}``; a property of a taken name gets its node kind before it:
    a task's own ``kind`` is ``task_kind``."""
    shape: Shape = {"id": node.id, "kind": node.kind.value, "label": node.label}
    for name, value in node.properties.items():
        shape[f"{node.kind.value}_{name}" if name in RESERVED else name] = value
    return shape


def evidence_json(evidence: Evidence) -> Shape:
    """``{doc, start, end, quote, rule, confidence}``."""
    return {
        "doc": evidence.doc,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
    }


def edge_json(edge: Edge) -> Shape:
    """``{from, kind, to, asserted_by, evidence}``."""
    return {
        "from": edge.source,
        "kind": edge.kind.value,
        "to": edge.target,
        "asserted_by": edge.asserted_by,
        "evidence": [evidence_json(proof) for proof in edge.evidence],
    }


def issue_json(issue: Issue | Finding) -> Shape:
    """``{rule, severity, message, message_en, advice, advice_en, nodes, evidence}``."""
    return {
        "rule": issue.rule,
        "severity": issue.severity.value,
        "message": issue.message,
        "message_en": issue.message_en,
        "advice": advice(issue.rule, "vi"),
        "advice_en": advice(issue.rule, "en"),
        "nodes": list(issue.nodes),
        "evidence": [evidence_json(proof) for proof in issue.evidence],
    }


def counts_json(census: Census) -> Shape:
    """``{document, task, unit, outside, levels, types}``: nodes by kind; of the documents those
    that are only cited, and how many of each level and type, "" where it is not known."""
    counts: Shape = dict.fromkeys((kind.value for kind in NodeKind), 0) | {"outside": 0}
    levels: dict[str, int] = {}
    types: dict[str, int] = {}
    for trait, count in sorted(census.items(), key=str):
        counts[trait.kind.value] += count
        if trait.kind is NodeKind.DOCUMENT:
            counts["outside"] += 0 if trait.loaded else count
            levels[trait.level or ""] = levels.get(trait.level or "", 0) + count
            types[trait.type or ""] = types.get(trait.type or "", 0) + count
    return counts | {"levels": levels, "types": types}
