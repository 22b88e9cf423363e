"""Many rows of a store as values of the model at once (đọc hàng loạt)."""

from collections.abc import Sequence
from typing import Any

from graph.jsontext import parsed
from graph.model import Edge, EdgeKind, Evidence, Node, NodeKind

NODE_KINDS = {kind.value: kind for kind in NodeKind}
#: by name as SQLite keeps it, and as the type of a relationship in Neo4j
EDGE_KINDS = {name: kind for kind in EdgeKind for name in (kind.value, kind.value.upper())}


def shown_nodes(rows: Sequence[Sequence[Any]]) -> list[Node]:
    """The nodes of rows that begin with id, kind, label and properties as JSON."""
    return [Node(row[0], NODE_KINDS[row[1]], row[2], parsed(row[3])) for row in rows]


def edges_of(rows: Sequence[Sequence[Any]]) -> list[Edge]:
    """The edges of rows (source, kind, target, asserting document, evidence as JSON or None)."""
    return [
        Edge(source, EDGE_KINDS[kind], target, by, tuple([
            Evidence(doc, start, end, quote, rule, confidence)
            for start, end, quote, rule, confidence, doc in parsed(proofs)
        ]) if proofs else ())
        for source, kind, target, by, proofs in rows
    ]  # fmt: skip
