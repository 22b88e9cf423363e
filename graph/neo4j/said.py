"""Reading back from Neo4j what documents said, to move them to another store."""

from collections.abc import Sequence

from graph.engine.rows import node_of, shown_node
from graph.engine.statement import Statement, blank, spoken
from graph.model import EdgeKind, GraphDelta
from graph.neo4j import cypher_said as cypher
from graph.neo4j.connection import Work, rows
from graph.neo4j.proofs import proof_row


def digests(work: Work) -> dict[str, str]:
    """Loaded document → digest of all that it says and heard."""
    return {row[0]: row[1] for row in rows(work, cypher.DIGESTS)}


def file_digests(work: Work) -> set[str]:
    """Digests of the files that the loaded documents were read from."""
    return {digest for (digest,) in rows(work, cypher.FILE_DIGESTS)}


def said(work: Work, documents: Sequence[str]) -> dict[str, GraphDelta]:
    """What these documents said."""
    found: dict[str, Statement] = {}
    types: set[str] = set()
    for *row, used in rows(work, cypher.TEXTS, ids=documents):
        found[row[0]] = blank(*row)
        types.update(used)
    known = sorted(found)
    for document, *row in rows(work, cypher.OWNED, ids=known):
        found[document].owned[row[0]] = shown_node(row)
    for document, id, described in rows(work, cypher.REFERENCES, ids=known):
        found[document].references[id] = node_of(id, described)
    for type in sorted(types):
        kind = EdgeKind(type.lower())
        for source, target, by, *proof in rows(work, cypher.edges_before(type), ids=known):
            found[by].edges[source, kind, target, by] = proof_row(by, *proof)
    for document, body in rows(work, cypher.ISSUES, ids=known):
        found[document].issues.append(body)
    for document, key, value in rows(work, cypher.OFFERS, ids=known):
        found[document].offers.append((key, value))
    for document, key in rows(work, cypher.ASKS, ids=known):
        found[document].asks.append(key)
    return {document: spoken(statement) for document, statement in found.items()}
