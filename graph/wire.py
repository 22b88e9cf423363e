"""The JSON shapes of every answer, one for the command line, HTTP and the picture alike."""

from collections.abc import Iterable, Mapping

from graph.model import Edge, Evidence, Issue, Json, Node, Subgraph
from graph.questions.duties import Duty
from graph.questions.finding import Finding
from graph.questions.missing import Missing
from graph.questions.path import Path
from graph.questions.search import Page
from graph.questions.show import Portrait
from graph.questions.tasks import UnitTasks
from graph.questions.workload import Workload

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
    """``{rule, severity, message, message_en, nodes, evidence}``."""
    return {
        "rule": issue.rule,
        "severity": issue.severity.value,
        "message": issue.message,
        "message_en": issue.message_en,
        "nodes": list(issue.nodes),
        "evidence": [evidence_json(proof) for proof in issue.evidence],
    }


def subgraph_json(subgraph: Subgraph) -> Shape:
    """``{root, nodes: [node + depth], edges, truncated, left_out}``."""
    return {
        "root": subgraph.root,
        "nodes": [node_json(n) | {"depth": subgraph.depth[n.id]} for n in subgraph.nodes],
        "edges": [edge_json(edge) for edge in subgraph.edges],
        "truncated": subgraph.truncated,
        "left_out": subgraph.left_out,
    }


def path_json(path: Path) -> Shape:
    """A subgraph with ``ways``, the ids of each way in order, and ``along``: it is a proof."""
    ways = [list(way) for way in path.ways]
    return subgraph_json(path.subgraph) | {"ways": ways, "along": path.along}


def show_json(portrait: Portrait) -> Shape:
    """``{node, edges, nodes, issues, left_out, repeats}``."""
    return {
        "node": node_json(portrait.node),
        "edges": [edge_json(edge) for edge in portrait.edges],
        "nodes": [node_json(node) for node in portrait.nodes],
        "issues": [issue_json(issue) for issue in portrait.issues],
        "left_out": portrait.left_out,
        "repeats": dict(portrait.repeats),
    }


#: where a task stands: its item, in which document
PLACE = ("path", "document")


def search_json(page: Page) -> Shape:
    """``{hits: [{id, kind, label, snippet}], next}``; of a task also ``path`` and ``document``."""
    hits = [
        {
            "id": hit.node.id,
            "kind": hit.node.kind.value,
            "label": hit.node.label,
            "snippet": hit.snippet,
        }
        | {name: hit.node.properties[name] for name in PLACE if name in hit.node.properties}
        for hit in page.hits
    ]
    return {"hits": hits, "next": page.next}


def tasks_json(answer: UnitTasks) -> Shape:
    """``{unit, tasks: [node + role + unit + edges], undated}``."""
    return {
        "unit": node_json(answer.unit),
        "tasks": [_duty_json(duty) for duty in answer.duties],
        "undated": [_duty_json(duty) for duty in answer.undated],
    }


def workload_json(answer: Workload) -> Shape:
    """``{year, periods, rows: [{unit, label, role, counts, tasks, untimed}], nodes}``."""
    rows = [
        {
            "unit": row.unit.id,
            "label": row.unit.label,
            "role": row.role.value,
            "counts": list(row.counts),
            "tasks": [list(cell) for cell in row.tasks],
            "untimed": list(row.untimed),
        }
        for row in answer.rows
    ]
    nodes = [node_json(task) | {"quarters": list(running)} for task, running in answer.tasks]
    return {"year": answer.year, "periods": list(answer.periods), "rows": rows, "nodes": nodes}


def findings_json(found: Iterable[Finding]) -> Shape:
    """``{findings: [{rule, severity, message, nodes, evidence}]}``."""
    return {"findings": [issue_json(finding) for finding in found]}


def missing_json(found: Iterable[Missing]) -> Shape:
    """``{missing: [node + cited_by]}``."""
    return {"missing": [node_json(one.node) | {"cited_by": one.cited_by} for one in found]}


def stats_json(counts: Mapping[str, int]) -> Shape:
    """``{counts: {name: rows}}``."""
    return {"counts": dict(counts)}


def _duty_json(duty: Duty) -> Shape:
    return node_json(duty.task) | {
        "role": duty.role.value,
        "unit": duty.unit,
        "edges": [edge_json(edge) for edge in duty.edges],
    }
