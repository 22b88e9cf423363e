"""Values of the model to JSON text and back: the one form every store keeps them in."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from graph.jsontext import canonical, lines, parsed
from graph.model import Evidence, Issue, Json, Node, NodeKind, Severity

#: the values of a node and of a piece of evidence, in the order of their rows
_VALUES = attrgetter("kind", "label", "properties")
_PROOF = attrgetter("start", "end", "quote", "rule", "confidence", "doc")


def node_row(node: Node) -> str:
    """A node as text (nút); two equal nodes give equal text."""
    return canonical(_VALUES(node))


def node_lines(nodes: Iterable[Node]) -> bytes:
    """What ``node_row`` writes of each node, a line for each."""
    return lines([*map(_VALUES, nodes)])


def shown_row(kind: str, label: str, properties: str) -> str:
    """What ``node_row`` writes, from the parts of a shown node; ``properties`` as JSON text."""
    return f'["{kind}",{canonical(label)},{properties}]'


def properties_of(row: str, label: str) -> str:
    """The properties, as JSON text, of a node that ``node_row`` wrote."""
    return row[row.index(",") + len(canonical(label)) + 2 : -1]


def shown_node(row: Sequence[Json]) -> Node:
    """The node of a row that begins with its id, kind, label and properties as JSON text."""
    id, kind, label, properties = row[:4]
    return Node(id, NodeKind(kind), label, parsed(properties))


def node_of(id: str, row: str) -> Node:
    """The node that ``node_row`` wrote."""
    kind, label, properties = parsed(row)
    return Node(id, NodeKind(kind), label, properties)


def evidence_row(evidence: Iterable[Evidence]) -> str:
    """The proof of an edge as text (bằng chứng)."""
    return canonical([*map(_PROOF, evidence)])


def evidence_lines(proofs: Iterable[Iterable[Evidence]]) -> bytes:
    """What ``evidence_row`` writes of each proof, a line for each."""
    return lines([[*map(_PROOF, evidence)] for evidence in proofs])


def evidence_of(row: str) -> tuple[Evidence, ...]:
    """The proof that ``evidence_row`` wrote."""
    return tuple(_evidence(e) for e in parsed(row))


def issue_row(issue: Issue) -> str:
    """A doubt as text (nghi vấn)."""
    return canonical(
        [
            issue.rule,
            issue.severity,
            issue.message,
            issue.message_en,
            issue.nodes,
            [*map(_PROOF, issue.evidence)],
        ]
    )


def issue_of(row: str) -> Issue:
    """The doubt that ``issue_row`` wrote."""
    rule, severity, message, message_en, nodes, evidence = parsed(row)
    proof = tuple(_evidence(e) for e in evidence)
    return Issue(rule, Severity(severity), message, message_en, tuple(nodes), proof)


def _evidence(values: list[Json]) -> Evidence:
    start, end, quote, rule, confidence, doc = values
    return Evidence(doc, start, end, quote, rule, confidence)
