"""Walking Neo4j: breadth first, and the steps from a set of nodes."""

from collections.abc import Sequence

from graph import cypher_walks as cypher
from graph.moves import Move, Reach, by_direction, nearest
from graph.neo4j_connection import Work, rows


def reach(
    work: Work,
    roots: Sequence[str],
    moves: Sequence[Move],
    depth: int,
    budget: int,
    limit: int | None,
) -> Reach:
    """All nodes within ``depth`` moves of the roots, at most ``budget``, nearest first.

    Moves of one direction are one walk inside the server, which visits each node once; others go
    level by level.
    """
    ways = by_direction(moves)
    if depth > 0 and len(ways) == 1:
        return _walk(work, roots, ways[0], depth, budget, limit)
    met = set(roots)
    levels = [met.copy()]
    while ways and levels[-1] and len(levels) <= depth and len(met) <= budget:
        ends = {end for _, end in steps(work, sorted(levels[-1]), ways)} - met
        met |= ends
        levels.append(ends)
    return nearest(levels, len(met), budget, limit)


def steps(work: Work, ids: Sequence[str], moves: Sequence[Move]) -> set[tuple[str, str]]:
    """(from, to) for every move possible from ``ids``; parallel edges are one step."""
    ways = by_direction(moves)
    if not ways or not ids:
        return set()
    ((found,),) = rows(work, cypher.steps(ways), ids=ids)
    return {(here, there) for here, there in found}


def _walk(
    work: Work, roots: Sequence[str], move: Move, depth: int, budget: int, limit: int | None
) -> Reach:
    told = budget if limit is None else min(limit, budget)
    ((many, found),) = rows(work, cypher.walk(move, depth), ids=roots, limit=told)
    levels: list[list[str]] = [list(roots), *([] for _ in range(depth))]
    for id, level in found:
        levels[level].append(id)
    return nearest(levels, many + len(roots), budget, limit)
