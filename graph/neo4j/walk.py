"""Walking Neo4j: breadth first, the shortest ways, and the steps from a set of nodes."""

from collections.abc import Collection, Iterator, Sequence, Set
from functools import partial

from graph.engine.moves import Move, Reach, by_direction, nearest
from graph.engine.resting import Engine, Resting
from graph.engine.resting import resting as rest
from graph.engine.routes import Routes, Sought, listed, search
from graph.model import GROUP, EdgeKind
from graph.neo4j import cypher_walks as cypher
from graph.neo4j.connection import Work, rows

#: ways that the server is asked for; with more of them nobody knows which are the first
MOST = 1000
#: nodes whose steps are asked for at once
CHUNK = 2000


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


def steps(work: Work, ids: Collection[str], moves: Sequence[Move]) -> set[tuple[str, str]]:
    """(from, to) for every move possible from ``ids``; parallel edges are one step."""
    ways = by_direction(moves)
    if not ways or not ids:
        return set()
    ((found,),) = rows(work, cypher.steps(ways), ids=list(ids))
    return {(here, there) for here, there in found}


def routes(work: Work, pairs: Sequence[tuple[str, str]], sought: Sought) -> list[Routes]:
    """The shortest ways from the first to the second of each pair.

    Along moves of one direction the server looks for them, all pairs in one go; where it finds too
    many to tell them all, and where moves go both ways, they are looked for level by level.
    """
    ways = by_direction(sought.moves)
    native: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    if len(ways) == 1:
        for start, goal, met in rows(work, cypher.routes(ways[0]), pairs=pairs, most=MOST):
            if len(met) < MOST:
                native[start, goal] = {tuple(way) for way in met}
    return [
        _told(native[pair], sought) if pair in native else _searched(work, pair, sought)
        for pair in pairs
    ]


def resting(work: Work, ids: Sequence[str], falls: Sequence[EdgeKind], budget: int) -> Resting:
    """What rests on each of these documents, in their order."""

    def ends(ids: Collection[str], move: Move) -> Iterator[tuple[str, Collection[str]]]:
        for part in _parts(ids):
            found: dict[str, list[str]] = {}
            for here, there in steps(work, part, [move]):
                found.setdefault(here, []).append(there)
            yield from found.items()

    def headings(ids: Collection[str]) -> Iterator[str]:
        for part in _parts(ids):
            ((found,),) = rows(work, cypher.HEADINGS, ids=part, kind=GROUP)
            yield from found

    return rest(ids, falls, budget, Engine(ends, headings, lambda ids: {id: id for id in ids}))


def _parts(ids: Collection[str]) -> Iterator[list[str]]:
    """A few thousand at a time, in order."""
    everything = sorted(ids)
    for start in range(0, len(everything), CHUNK):
        yield everything[start : start + CHUNK]


def _told(ways: Set[tuple[str, ...]], sought: Sought) -> Routes:
    """Those asked for of all shortest ways."""
    length = len(min(ways)) - 1 if ways else 0
    if length > sought.longest:
        return Routes(complete=False)
    told = sorted(ways)[sought.offset : sought.offset + sought.most]
    return Routes(tuple(told), total=len(ways), length=length)


def _searched(work: Work, pair: tuple[str, str], sought: Sought) -> Routes:
    onward, length, complete = search(*pair, sought, partial(steps, work))
    return listed(*pair, onward, length, sought, complete=complete)


def _walk(
    work: Work, roots: Sequence[str], move: Move, depth: int, budget: int, limit: int | None
) -> Reach:
    told = budget if limit is None else min(limit, budget)
    ((many, found),) = rows(work, cypher.walk(move, depth), ids=roots, limit=told)
    levels: list[list[str]] = [list(roots), *([] for _ in range(depth))]
    for id, level in found:
        levels[level].append(id)
    return nearest(levels, many + len(roots), budget, limit)
