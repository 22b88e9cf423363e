"""Pieces of the graph out of Neo4j: nodes and edges with their evidence, as one read."""

from collections.abc import Sequence

from graph.cypher import NODES
from graph.engine.decoding import shown_nodes
from graph.engine.moves import Move, Part
from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.neo4j import cypher_parts as cypher
from graph.neo4j.connection import Work, rows
from graph.neo4j.proofs import edges_of
from graph.store import Ends


def nodes(work: Work, ids: Sequence[str]) -> dict[str, Node]:
    """The known ones of these nodes."""
    ((found,),) = rows(work, NODES, ids=ids)
    return {node.id: node for node in shown_nodes(found)}


def induced(work: Work, ids: Sequence[str], looks: Sequence[tuple[Move, NodeKind]]) -> Part:
    """The known ones of these nodes and the edges between them."""
    starts: dict[Move, list[NodeKind]] = {}
    for move, kind in looks:
        starts.setdefault(move, []).append(kind)
    ((met, found),) = rows(work, cypher.induced(starts), ids=ids)
    known = {node.id: node for node in shown_nodes(met)}
    edges = {edge.key: edge for edge in edges_of(found)}
    return Part({id: known[id] for id in ids if id in known}, [edges[key] for key in sorted(edges)])


def incident(
    work: Work,
    ids: Sequence[str],
    kinds: Sequence[EdgeKind],
    ends: Ends,
    limit: int | None,
    proofs: bool,
) -> Part:
    """The edges at these nodes, those that leave first, and what stands at the other ends."""
    if not kinds:
        return Part(nodes(work, ids), [])
    found: dict[str, Node] = {}
    edges: list[Edge] = []
    left_out = 0
    for move in (Move(tuple(kinds)), Move(tuple(kinds), reverse=True)):
        if ends == ("leaving" if move.reverse else "arriving"):
            continue
        again = move.reverse and ends == "both"
        most = limit and limit - len(edges)
        statement = cypher.incident(move, again=again, limited=limit is not None, proofs=proofs)
        ((asked, far, met),) = rows(work, statement, ids=ids, limit=most)
        if most is not None and len(met) == most:
            ((many,),) = rows(work, cypher.many(move, again=again), ids=ids)
            left_out += many - most
        found |= {node.id: node for node in shown_nodes(asked + far)}
        edges += sorted(edges_of(met), key=lambda edge: edge.key)
    return Part(found, edges, left_out)


def hubs(work: Work, ids: Sequence[str], most: int) -> set[str]:
    """Those of the nodes that more than ``most`` edges touch."""
    ((found,),) = rows(work, cypher.HUBS, ids=ids, most=most)
    return set(found)
