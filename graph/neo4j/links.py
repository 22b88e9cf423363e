"""The edges of one Neo4j node counted and paged, and nodes counted, inside the server."""

from collections.abc import Sequence

from graph.engine.census import Census, Trait
from graph.model import Edge, EdgeKey, EdgeKind, NodeKind
from graph.neo4j import cypher_links as cypher
from graph.neo4j.connection import Work, rows
from graph.neo4j.proofs import proof_of


def links(
    work: Work,
    id: str,
    kinds: Sequence[EdgeKind],
    reverse: bool,
    other: NodeKind | None,
    after: EdgeKey | None,
    limit: int,
    proof: bool,
) -> list[Edge]:
    """A page of a node's edges by key, with evidence where it is asked for."""
    if not kinds:
        return []
    key = None
    if after is not None:
        source, kind, target, by = after
        key = [source, kind.value, by] if reverse else [kind.value, target, by]
    found = rows(
        work,
        cypher.links(kinds, reverse=reverse, proof=proof),
        id=id,
        other=other and other.value,
        after=key,
        limit=limit,
    )
    return [
        Edge(end, EdgeKind(kind), id, by, proof_of(by, *words))
        if reverse
        else Edge(id, EdgeKind(kind), end, by, proof_of(by, *words))
        for end, kind, by, *words in found
    ]


def link_counts(
    work: Work, id: str, kinds: Sequence[EdgeKind], reverse: bool
) -> dict[tuple[EdgeKind, NodeKind], int]:
    """How many nodes stand at the other ends, by the kind of the edge and of the node."""
    if not kinds:
        return {}
    found = rows(work, cypher.link_counts(kinds, reverse=reverse), id=id)
    return {(EdgeKind(edge), NodeKind(node)): count for edge, node, count in found}


def census(work: Work, ids: Sequence[str]) -> Census:
    """How many of these nodes there are of each trait."""
    found = rows(work, cypher.CENSUS, ids=ids)
    return {
        Trait(NodeKind(kind), level, type, loaded): count
        for kind, level, type, loaded, count in found
    }
