"""Reading Neo4j inside one transaction: nodes, edges, evidence, texts."""

from collections.abc import Mapping, Sequence

from graph import cypher
from graph.engine.decoding import shown_nodes
from graph.engine.rows import issue_of
from graph.engine.searchable import bare_number
from graph.model import Edge, EdgeKey, EdgeKind, Evidence, Issue, Node, NodeKind
from graph.neo4j.claims import claims as claims
from graph.neo4j.connection import Work, rows
from graph.neo4j.links import census as census
from graph.neo4j.links import link_counts as link_counts
from graph.neo4j.links import links as links
from graph.neo4j.parts import hubs as hubs
from graph.neo4j.parts import incident as incident
from graph.neo4j.parts import induced as induced
from graph.neo4j.parts import nodes as nodes
from graph.neo4j.proofs import edges_of, proof_of
from graph.neo4j.rows import bounded, plain_name
from graph.neo4j.said import digests as digests
from graph.neo4j.said import file_digests as file_digests
from graph.neo4j.said import said as said
from graph.neo4j.search import search as search
from graph.neo4j.walk import reach as reach
from graph.neo4j.walk import resting as resting
from graph.neo4j.walk import routes as routes
from graph.neo4j.walk import steps as steps
from graph.store import StoredText


def expand(work: Work, ids: Sequence[str], kinds: Sequence[EdgeKind], reverse: bool) -> list[Edge]:
    """Edges of these kinds that leave (or reach) the nodes, sorted, without evidence."""
    if not kinds or not ids:
        return []
    ((found,),) = rows(work, cypher.expand(kinds, reverse=reverse), ids=ids)
    return sorted(edges_of(found), key=lambda edge: edge.key)


def evidence(work: Work, keys: Sequence[EdgeKey]) -> dict[EdgeKey, tuple[Evidence, ...]]:
    """The proof of the known ones of these edges."""
    asked = [[n, s, kind.value.upper(), t, by] for n, (s, kind, t, by) in enumerate(keys)]
    found = rows(work, cypher.EVIDENCE, keys=asked)
    return {keys[place]: proof_of(keys[place][3], *proof) for place, *proof in found}


def listing(
    work: Work, kind: NodeKind, after: str, limit: int, where: Mapping[str, str]
) -> list[Node]:
    """A page of a kind by id; ``where`` compares properties by their text."""
    pairs = [[plain_name(kind, name), value] for name, value in sorted(where.items())]
    found = rows(work, cypher.listing(kind), after=after, limit=limit, where=pairs)
    return shown_nodes(found)


def issues(work: Work, document: str | None, about: str | None) -> list[Issue]:
    """Issues by document and place in it; of one document, of one node, of both, or all."""
    if about is not None:
        key = bounded(f"node:{about}")
        found = rows(work, cypher.ISSUES_ABOUT, about=key, document=document)
    elif document is not None:
        found = rows(work, cypher.ISSUES_OF_DOCUMENT, document=document)
    else:
        found = rows(work, cypher.ISSUES)
    return [issue_of(body) for (body,) in found]


def issues_by(work: Work, documents: Sequence[str]) -> dict[str, list[Issue]]:
    """Issues of these documents, by document and place in it."""
    found: dict[str, list[Issue]] = {}
    for document, body in rows(work, cypher.ISSUES_BY, documents=documents):
        found.setdefault(document, []).append(issue_of(body))
    return found


def numbered(work: Work, number: str, year: str) -> list[Node]:
    """Documents of a number and year, by id."""
    found = rows(work, cypher.NUMBERED, number=bare_number(number), year=year)
    return shown_nodes(found)


def most_referenced(work: Work, status: str, limit: int) -> list[tuple[Node, int]]:
    """Loaded or merely cited documents by how many documents refer to them."""
    ((found,),) = rows(work, cypher.MOST_REFERENCED, loaded=status != "cited", limit=limit)
    return [(node, row[4]) for node, row in zip(shown_nodes(found), found, strict=True)]


def text(work: Work, document: str) -> StoredText | None:
    """The original text of a loaded document."""
    found = rows(work, cypher.TEXT, document=document)
    return StoredText(*found[0]) if found else None


def documents(work: Work) -> list[str]:
    """Ids of the loaded documents, sorted."""
    return [id for (id,) in rows(work, cypher.DOCUMENTS)]


def counts(work: Work) -> dict[str, int]:
    """Rows by kind, as the contract names them."""
    found = {name: count for name, count in rows(work, cypher.COUNTS) if count}
    zeros = dict.fromkeys((*(kind.value for kind in NodeKind), "document.loaded"), 0)
    return zeros | dict(sorted(found.items()))


def offers(work: Work, keys: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Who tells what under these keys."""
    asked = {bounded(key): key for key in keys}
    found: dict[str, list[tuple[str, str]]] = {}
    for key, value, by in rows(work, cypher.OFFERS, keys=sorted(asked)):
        found.setdefault(asked[key], []).append((value, by))
    return found


def askers(work: Work, keys: Sequence[str]) -> list[str]:
    """Loaded documents that asked any of these keys."""
    return [id for (id,) in rows(work, cypher.ASKERS, keys=[bounded(key) for key in keys])]


def node_page(work: Work, after: str, limit: int) -> list[Node]:
    """The next nodes by id."""
    return shown_nodes(rows(work, cypher.NODE_PAGE, after=after, limit=limit))


def edge_page(work: Work, after: EdgeKey | None, limit: int) -> list[Edge]:
    """All edges that leave the next nodes, with evidence, by key; a node's edges stay together."""
    found = rows(work, cypher.EDGE_PAGE, after=after[0] if after else "", limit=limit)
    return sorted(edges_of(found), key=lambda edge: edge.key)
