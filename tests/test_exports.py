"""Every form of export is read back by another program's reader and holds the same graph."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import networkx
import pytest
from engines import Database
from pyshacl import validate
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV
from sample import CORPUS

import viz.exports
from api.intake.ingest import ingest
from graph import open_store
from graph.cypher import PROOF
from graph.model import BASIS_KINDS, Edge, EdgeKind, Evidence, GraphDelta, Node, NodeKind
from graph.neo4j.proofs import edges_of
from graph.store import GraphStore
from graph.wire import edge_json, node_json
from viz.exports import FORMS
from viz.exports.linked_data import NODES, TERMS, context, properties

#: what the readers of others say of themselves
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

TERM = Namespace(TERMS)
OA = Namespace(context()["oa"])
SHAPES = Path(viz.exports.__file__).with_name("shapes.ttl")
STRANGE = "«Kế hoạch» & <b>\n\t'một' \"hai\" \\u0041 \\ \u2028 {x} `y` số 5\ud7ff"


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    """The sample documents that are text, and one that says what no official would."""
    with open_store("sqlite::memory:") as opened:
        ingest(
            [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".txt", ".md")], opened
        )
        opened.apply(strange())
        yield opened


def strange() -> GraphDelta:
    """A document with every sort of property and characters that forms must escape."""
    odd = {"title": STRANGE, "status": "loaded", "type": "Kế hoạch", "a:b c": "é", "share": 0.5}
    odd |= {"issued": "2026", "effective": "2026-02", "yes": True, "big": 2**40, "parts": ["a", 1]}
    own = Node("vn/x y/kh#é/1", NodeKind.DOCUMENT, STRANGE, odd)
    task = Node("vn/x y/kh#é/1/nv/1", NodeKind.TASK, STRANGE, {"name": "n", "document": own.id})
    unit = Node("vn/x", NodeKind.UNIT, "X", {"name": "X"})
    proof = Evidence(own.id, 0, 9, STRANGE, "rule", 0.25)
    ends = ((own, EdgeKind.ASSIGNS, task), (unit, EdgeKind.LEADS, task))
    edges = [
        Edge(one.id, kind, other.id, own.id, (proof, replace(proof, start=1)))
        for one, kind, other in ends
    ]
    text = STRANGE * 2
    return GraphDelta(
        own.id, (own, task), (unit,), tuple(edges), (), (), (), text, "x.txt", "digest"
    )


def lines(store: GraphStore) -> list[str]:
    """The graph as its own lines, sorted: what every form must come back to."""
    shapes = [*map(node_json, store.all_nodes()), *map(edge_json, store.all_edges())]
    return sorted(map(line, shapes))


def line(shape: Any) -> str:
    proofs = shape.get("evidence")
    if proofs:
        shape = shape | {"evidence": sorted(proofs, key=lambda p: (p["start"], p["end"]))}
    return json.dumps(shape, ensure_ascii=False, sort_keys=True)


def text_of(form: str, store: GraphStore) -> str:
    return "".join(FORMS[form].pieces(store))


def test_every_form_is_written_piece_by_piece(store: GraphStore) -> None:
    for form in FORMS:
        pieces = list(FORMS[form].pieces(store))
        whole = len("".join(pieces))
        assert len(pieces) > 3 and max(map(len, pieces)) < whole / 2, form


def test_lines_of_json(store: GraphStore) -> None:
    shapes = map(json.loads, text_of("jsonl", store).rstrip("\n").split("\n"))
    assert sorted(map(line, shapes)) == lines(store)


def test_graphml(store: GraphStore, tmp_path: Path) -> None:
    """networkx, whose reader follows the GraphML schema, finds the same nodes and edges."""
    file = tmp_path / "graph.graphml"
    file.write_text(text_of("graphml", store), "utf-8")
    text = file.read_text("utf-8")
    of_json = set(re.findall(r'<key id="\w+\.([^"]+)"[^>]*><desc>JSON', text))
    read = networkx.read_graphml(file, force_multigraph=True)
    found = [
        {"id": id} | {name: json.loads(v) if name in of_json else v for name, v in facts.items()}
        for id, facts in read.nodes(data=True)
    ]
    for source, target, facts in read.edges(data=True):
        assert facts.pop("label") == facts["kind"]
        facts.pop("id", None)
        facts["evidence"] = json.loads(facts["evidence"])
        found.append({"from": source, "to": target} | facts)
    assert sorted(map(line, found)) == lines(store)
    types = re.findall(r'<edge [^>]*label="(\w+)"', text)  # Gephi joins edges without a type
    assert sorted(types) == sorted(edge.kind.value for edge in store.all_edges())


def test_graphml_leaves_out_what_xml_forbids(store: GraphStore, tmp_path: Path) -> None:
    said = replace(strange(), owned=(replace(strange().owned[0], label="a\x00b\x0cc"),), edges=())
    with open_store("sqlite::memory:") as other:
        other.apply(said)
        file = tmp_path / "graph.graphml"
        file.write_text(text_of("graphml", other), "utf-8")
    assert networkx.read_graphml(file).nodes[said.document]["label"] == "a\ufffdb\ufffdc"


@pytest.fixture(scope="module")
def rdf(store: GraphStore) -> Graph:
    return Graph().parse(data=text_of("jsonld", store), format="json-ld")


def test_jsonld(store: GraphStore, rdf: Graph) -> None:
    """rdflib finds the same nodes and assertions."""
    found = [_node(rdf, subject) for subject in set(rdf.subjects(TERM.id))]
    found += [_edge(rdf, one) for one in rdf.subjects(RDF.type, TERM.Assertion)]
    assert sorted(map(line, found)) == lines(store)


def _node(rdf: Graph, subject: Any) -> dict[str, Any]:
    kind = next(
        kind for kind in NodeKind if (subject, RDF.type, TERM[kind.capitalize()]) in rdf
    ).value
    names = {_expanded(terms[0]): name for (of, name), terms in properties().items() if of == kind}
    also = {_expanded(t) for (of, _), terms in properties().items() if of == kind for t in terms}
    facts = {}
    for predicate, value in rdf.predicate_objects(subject):
        ours = str(predicate).removeprefix(TERMS) if str(predicate).startswith(TERMS) else None
        name = names.get(str(predicate), None if str(predicate) in also else ours)
        if name and isinstance(value, Literal):
            facts[unquote(name)] = _value(value)
    id = facts.pop("id")
    assert str(subject) == NODES + str(subject).removeprefix(NODES)
    assert unquote(str(subject).removeprefix(NODES)) == id
    label = str(rdf.value(subject, RDFS.label))
    return node_json(Node(id, NodeKind(kind), label, facts))


def _edge(rdf: Graph, one: Any) -> dict[str, Any]:
    source, target = rdf.value(one, RDF.subject), rdf.value(one, RDF.object)
    predicate = rdf.value(one, RDF.predicate)
    assert (source, predicate, target) in rdf, "the plain triple is missing"
    proofs = []
    for proof in rdf.objects(one, TERM.evidence):
        by_kind = {rdf.value(s, RDF.type): s for s in rdf.objects(proof, OA.hasSelector)}
        where, words = by_kind[OA.TextPositionSelector], by_kind[OA.TextQuoteSelector]
        proofs.append(
            Evidence(
                _id(rdf.value(proof, OA.hasSource)),
                int(rdf.value(where, OA.start)),
                int(rdf.value(where, OA.end)),
                str(rdf.value(words, OA.exact)),
                str(rdf.value(proof, TERM.rule)),
                float(rdf.value(proof, TERM.confidence)),
            )
        )
    kind = EdgeKind(str(predicate).removeprefix(TERMS))
    by = _id(rdf.value(one, PROV.wasDerivedFrom))
    return edge_json(Edge(_id(source), kind, _id(target), by, tuple(proofs)))


def _id(iri: Any) -> str:
    return unquote(str(iri).removeprefix(NODES))


def _expanded(term: str) -> str:
    prefix, _, name = term.partition(":")
    return context()[prefix] + name


def _value(value: Literal) -> Any:
    if value.datatype == RDF.JSON:
        return json.loads(str(value))
    if value.datatype and value.datatype.endswith("#decimal"):
        return float(value)
    if value.datatype and value.datatype.endswith(("#date", "#gYear", "#gYearMonth")):
        return str(value)
    return value.toPython()


def test_relations_have_the_terms_of_others(store: GraphStore, rdf: Graph) -> None:
    """As many ELI bases as there are pairs of documents with one, and so for who issued."""
    for kind, term in ((EdgeKind.BASED_ON, "based_on"), (EdgeKind.ISSUED_BY, "passed_by")):
        pairs = {(e.source, e.target) for e in store.all_edges() if e.kind is kind}
        found = rdf.subject_objects(URIRef(f"http://data.europa.eu/eli/ontology#{term}"))
        assert {(_id(a), _id(b)) for a, b in found} == pairs != set()


def test_the_shapes_hold(rdf: Graph) -> None:
    conforms, _, report = validate(rdf, shacl_graph=str(SHAPES))
    assert conforms, report


@pytest.mark.parametrize(
    "broken",
    [
        (None, TERM.rule, None),
        (None, TERM.id, None),
        (None, PROV.wasDerivedFrom, None),
        (None, OA.exact, None),
        (None, TERM.status, None),
    ],
    ids=lambda triple: str(triple[1]).rpartition(":")[2],
)
def test_the_shapes_see_what_is_missing(broken: Any) -> None:
    with open_store("sqlite::memory:") as small:
        small.apply(strange())
        graph = Graph().parse(data=text_of("jsonld", small), format="json-ld")
    assert validate(graph, shacl_graph=str(SHAPES))[0]
    graph.remove(next(graph.triples(broken)))
    assert not validate(graph, shacl_graph=str(SHAPES))[0]


def test_annotations(store: GraphStore) -> None:
    """Every citation with its place: the words stand where the position says, in the original."""
    collection = json.loads(text_of("annotations", store))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    found = set()
    for one in collection["first"]["items"]:
        assert (one["type"], one["motivation"]) == ("Annotation", "linking")
        cited = next(b["source"] for b in one["body"] if b["purpose"] == "linking")
        kind = next(b["value"] for b in one["body"] if b["purpose"] == "classifying")
        target = one["target"]
        position, quote = target["selector"]
        text = store.text(_id(target["source"]))
        assert text is not None
        start, end = position["start"], position["end"]
        assert text.text[start:end] == quote["exact"] != ""
        assert text.text[:start].endswith(quote["prefix"])
        assert text.text[end:].startswith(quote["suffix"])
        found.add((_id(target["scope"]), kind, _id(cited), _id(target["source"]), start, end))
    said = {
        (edge.source, edge.kind.value, edge.target, proof.doc, proof.start, proof.end)
        for edge in store.all_edges()
        if edge.kind in BASIS_KINDS
        for proof in edge.evidence
    }
    assert found == said != set()


def statements(script: str) -> list[str]:
    """The statements of a script, as a shell parts them."""
    return [part for part in script.split(";\n") if part.strip()]


def test_cypher_on_neo4j(store: GraphStore, database: Database) -> None:
    """A real server that runs the script, twice, holds the same nodes and relationships."""
    database.wipe()
    for statement in statements(text_of("cypher", store)) * 2:
        database.ask(statement)
    found = []
    for id, kind, label, props, labels in database.ask(
        "MATCH (n:Entity) RETURN n.id, n.kind, n.label, n.props, labels(n)"
    ):
        assert kind.capitalize() in labels
        found.append(node_json(Node(id, NodeKind(kind), label, json.loads(props))))
    edges = database.ask(f"MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r.asserted_by, {PROOF}")
    found += map(edge_json, edges_of(edges))
    days = database.ask("MATCH (n:Document) WHERE n.issued IS NOT NULL RETURN n.issued.year")
    database.wipe()
    assert sorted(map(line, found)) == lines(store)
    assert {year for (year,) in days} >= {2018, 2022}
