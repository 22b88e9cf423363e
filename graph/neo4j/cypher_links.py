"""The statements that count and page the edges of one Neo4j node."""

from collections.abc import Iterable

from graph.cypher import PROOF, types
from graph.model import EdgeKind

CENSUS = """
UNWIND $ids AS id MATCH (n:Entity {id: id}) WITH n, n:Document AS text
RETURN n.kind, CASE WHEN text THEN n.level END, CASE WHEN text THEN n.type END,
  NOT text OR n.loaded, count(*)
"""


def links(kinds: Iterable[EdgeKind], *, reverse: bool, proof: bool) -> str:
    """A page of the edges of ``$id`` after the key ``$after``, which is null for the first; the
    words that prove them are not sent unless asked for."""
    parts = ("o.id", "toLower(type(r))", "r.asserted_by")
    first, second, third = parts if reverse else (parts[1], parts[0], parts[2])
    return (
        f"MATCH (n:Entity {{id: $id}}){_edge(kinds, reverse)}(o)"
        f" WITH o, r, {first} AS a, {second} AS b, {third} AS c"
        " WHERE ($other IS NULL OR o.kind = $other) AND ($after IS NULL OR a > $after[0]"
        " OR (a = $after[0] AND (b > $after[1] OR (b = $after[1] AND c > $after[2]))))"
        f" RETURN o.id, toLower(type(r)), r.asserted_by{', ' + PROOF if proof else ''}"
        " ORDER BY a, b, c LIMIT $limit"
    )


def link_counts(kinds: Iterable[EdgeKind], *, reverse: bool) -> str:
    """How many nodes stand at the other ends of the edges of ``$id``, by edge and node kind."""
    return (
        f"MATCH (n:Entity {{id: $id}}){_edge(kinds, reverse)}(o)"
        " WITH type(r) AS type, o.kind AS kind, count(DISTINCT o) AS many"
        " RETURN toLower(type), kind, many"
    )


def _edge(kinds: Iterable[EdgeKind], reverse: bool) -> str:
    edge = f"[r:{types(kinds)}]"
    return f"<-{edge}-" if reverse else f"-{edge}->"
