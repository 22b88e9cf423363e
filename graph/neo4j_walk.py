"""Walking Neo4j: breadth first, the steps from a set of nodes, the edges inside one."""

from collections.abc import Mapping, Sequence

from graph import cypher_walks as cypher
from graph.model import Edge, EdgeKind, NodeKind
from graph.moves import Move, Reach, nearest
from graph.neo4j_connection import Work, rows
from graph.rows import evidence_of


def reach(
    work: Work, roots: Sequence[str], moves: Sequence[Move], depth: int, budget: int
) -> Reach:
    """All nodes within ``depth`` moves of the roots, at most ``budget``, nearest first.

    Moves of one direction are one walk inside the server, which visits each node once; others go
    level by level.
    """
    found = dict.fromkeys(roots, 0)
    if depth > 0 and len({move.reverse for move in moves}) == 1:
        kinds = [kind for move in moves for kind in move.kinds]
        walk = cypher.walk(kinds, reverse=moves[0].reverse, depth=depth)
        # one more than the budget tells whether there was more; roots may be met again
        most = budget + len(found) + 1
        for id, level in rows(work, walk, ids=roots, most=most):
            found.setdefault(id, level)
        return nearest(found, budget)
    frontier = list(roots)
    for level in range(1, depth + 1):
        if not frontier or len(found) > budget:
            break
        frontier = sorted({end for _, end in steps(work, frontier, moves)} - found.keys())
        found.update(dict.fromkeys(frontier, level))
    return nearest(found, budget)


def steps(work: Work, ids: Sequence[str], moves: Sequence[Move]) -> set[tuple[str, str]]:
    """(from, to) for every move possible from ``ids``; parallel edges are one step."""
    ways = [(move.kinds, move.reverse) for move in moves if move.kinds]
    if not ways or not ids:
        return set()
    return {(here, there) for here, there in rows(work, cypher.steps(ways), ids=ids)}


def edges_among(
    work: Work, kinds_of: Mapping[str, NodeKind], looks: Sequence[tuple[Move, NodeKind]]
) -> list[Edge]:
    """Edges with both ends in the set, with evidence, looked for from the ends of each kind."""
    asked = [(move, [id for id, k in kinds_of.items() if k is kind]) for move, kind in looks]
    asked = [(move, ids) for move, ids in asked if move.kinds and ids]
    if not asked:
        return []
    statement = cypher.among([(move.kinds, move.reverse) for move, _ in asked])
    found = rows(work, statement, looks=[ids for _, ids in asked], all=list(kinds_of))
    edges = {
        (source, type, target, by): Edge(
            source, EdgeKind(type.lower()), target, by, evidence_of(proof)
        )
        for source, type, target, by, proof in found
    }
    return list(edges.values())
