"""The whole graph in the forms other programs open (xuất dữ liệu): one file a form.

Every form is written piece by piece from one state of a store, so a graph larger than memory can be
taken away; each can be read back to the same nodes and edges.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.export import jsonl
from graph.store import GraphReader
from viz.exports.annotations import annotations
from viz.exports.cypher import cypher
from viz.exports.graphml import graphml
from viz.exports.jsonld import jsonld


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write the graph (định dạng): how its file ends, its media type, its pieces."""

    suffix: str
    media: str
    pieces: Callable[[GraphReader], Iterator[str]]


#: name of the form → how it is written
FORMS = {
    "jsonl": Form(".jsonl", "application/x-ndjson", jsonl),
    "graphml": Form(".graphml", "application/graphml+xml", graphml),
    "jsonld": Form(".jsonld", "application/ld+json", jsonld),
    "annotations": Form(".annotations.jsonld", "application/ld+json", annotations),
    "cypher": Form(".cypher", "application/x-cypher-query", cypher),
}

__all__ = ["FORMS", "Form", "annotations", "cypher", "graphml", "jsonl", "jsonld"]
