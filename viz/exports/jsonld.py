"""The graph as linked data in JSON-LD 1.1 (dữ liệu liên kết), for any RDF store.

Relations stand as plain triples in the terms of ELI, schema.org and W3C ORG, and in our own; each
assertion stands beside them as an ``rdf:Statement`` with its document and, as selectors of the Web
Annotation vocabulary, the words that prove it. The shapes that hold are in ``shapes.ttl``.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from itertools import islice

from graph.model import Edge, Evidence, Json, Node, NodeKind
from graph.store import GraphReader
from viz.exports.linked_data import classes, context, iri, properties, relations

#: an ISO day, month or year → its XML Schema type
DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)
DAYS = frozenset({"issued", "issued_partial", "effective", "expires", "due"})
DAYS |= {"valid_from", "valid_to"}
PAGE = 500  # edges looked at together


def jsonld(store: GraphReader) -> Iterator[str]:
    """The pieces of one JSON-LD document: every node, then every relation and its assertions."""
    head = json.dumps(context(), ensure_ascii=False)
    yield f'{{"@context": {head}, "@graph": ['
    comma = "\n"
    with store.snapshot() as view:
        for item in _items(view):
            yield comma + json.dumps(item, ensure_ascii=False)
            comma = ",\n"
    yield "\n]}\n"


def _items(view: GraphReader) -> Iterator[Json]:
    for node in view.all_nodes():
        yield _node(node)
    edges = view.all_edges()
    while page := list(islice(edges, PAGE)):
        sources = view.nodes({edge.source for edge in page})
        for edge in page:
            yield _relation(edge, sources[edge.source].kind)
            yield _assertion(edge)


def _node(node: Node) -> Json:
    shape: Json = {"@id": iri(node.id), "@type": list(classes()[node.kind.value])}
    shape |= {"term:id": node.id, "rdfs:label": node.label}
    for name, value in node.properties.items():
        for term in properties().get((node.kind.value, name), (f"term:{name}",)):
            shape[term] = _literal(name, value)
    return shape


def _literal(name: str, value: Json) -> Json:
    """A value with its type; lists are kept as JSON."""
    if name in DAYS and isinstance(value, str):
        type = next((type for shape, type in DATES if shape.fullmatch(value)), None)
        return {"@value": value, "@type": type} if type else value
    if isinstance(value, list | tuple | dict):
        return {"@value": value, "@type": "@json"}
    if isinstance(value, float):
        return _decimal(value)
    return value


def _decimal(value: float) -> Json:
    return {"@value": str(value), "@type": "xsd:decimal"}


def _relation(edge: Edge, source: NodeKind) -> Json:
    terms = (*relations().get((edge.kind.value, source.value), ()), f"term:{edge.kind.value}")
    target = {"@id": iri(edge.target)}
    return {"@id": iri(edge.source)} | dict.fromkeys(terms, target)


def _assertion(edge: Edge) -> Json:
    """One document's word for a relation (khẳng định)."""
    return {
        "@id": assertion_iri(edge),
        "@type": ["rdf:Statement", "term:Assertion"],
        "rdf:subject": {"@id": iri(edge.source)},
        "rdf:predicate": {"@id": f"term:{edge.kind.value}"},
        "rdf:object": {"@id": iri(edge.target)},
        "prov:wasDerivedFrom": {"@id": iri(edge.asserted_by)},
        "term:evidence": [_proof(proof) for proof in edge.evidence],
    }


def assertion_iri(edge: Edge) -> str:
    """The name of an assertion: the digest of what makes it the same."""
    key = "\n".join((edge.source, edge.kind.value, edge.target, edge.asserted_by))
    return "cancu:said/" + hashlib.sha256(key.encode()).hexdigest()[:32]


def _proof(proof: Evidence) -> Json:
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": {"@id": iri(proof.doc)},
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": proof.start, "oa:end": proof.end},
            {"@type": "oa:TextQuoteSelector", "oa:exact": proof.quote},
        ],
        "term:rule": proof.rule,
        "term:confidence": _decimal(proof.confidence),
    }
