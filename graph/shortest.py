"""All shortest ways between two nodes (đường ngắn nhất), over any store.

The search goes on from both ends at once; what it keeps are the steps of shortest ways, from which
the ways are counted without being listed, and listed in order from any place on.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.moves import Move
from graph.store import GraphReader

#: nodes that a search may meet
BUDGET = 200_000


@dataclass(frozen=True, slots=True)
class Routes:
    """Some of the shortest ways between two nodes in order; ``total``: how many there are, of
    ``length`` steps; ``complete``: False when the search was given up."""

    ways: tuple[tuple[str, ...], ...] = ()
    complete: bool = True
    total: int = 0
    length: int = 0


def shortest_routes(
    store: GraphReader,
    start: str,
    goal: str,
    moves: Sequence[Move],
    *,
    most: int = 20,
    offset: int = 0,
    longest: int = 12,
    budget: int = BUDGET,
    patience: int = 1,
) -> Routes:
    """The shortest ways from start to goal: ``most`` of them after the first ``offset``.

    ``patience``: how many times larger the side of ``start`` may grow before the other is asked;
    above 1 where one moves away from hubs on it and into them on the other.
    """
    if start == goal:
        return Routes(((start,),) if offset == 0 else (), total=1)
    near = _Side([start], moves)
    far = _Side([goal], [move.back for move in moves])
    for length in range(1, longest + 1):
        forward = len(near.frontier) <= patience * len(far.frontier)
        side, other = (near, far) if forward else (far, near)
        if not side.frontier:
            return Routes()
        meeting = side.advance(store) & other.previous.keys()
        if meeting:
            onward = _onward(near, far, meeting)
            ways = islice(_ways(onward, (start,), goal), offset, offset + most)
            return Routes(tuple(ways), total=_count(onward, start, goal), length=length)
        if len(near.previous) + len(far.previous) > budget:
            return Routes(complete=False)
    return Routes(complete=False)


class _Side:
    """One half of a search from both sides: each node met with the nodes one step before it."""

    def __init__(self, roots: Sequence[str], moves: Sequence[Move]) -> None:
        self.moves = moves
        self.frontier: Collection[str] = list(roots)
        self.previous: dict[str, list[str]] = {root: [] for root in roots}

    def advance(self, store: GraphReader) -> set[str]:
        """Go one level further; the nodes met there."""
        fresh: dict[str, list[str]] = {}
        for here, there in sorted(store.steps(self.frontier, self.moves)):
            if there not in self.previous:
                fresh.setdefault(there, []).append(here)
        self.previous.update(fresh)
        self.frontier = sorted(fresh)
        return set(fresh)

    def behind(self, ids: Collection[str]) -> Iterator[tuple[str, str]]:
        """(node, one step nearer to the root) for these nodes and all behind them."""
        seen, pending = set(ids), list(ids)
        while pending:
            here = pending.pop()
            for there in self.previous[here]:
                yield here, there
                if there not in seen:
                    seen.add(there)
                    pending.append(there)


def _onward(near: _Side, far: _Side, meeting: Collection[str]) -> dict[str, list[str]]:
    """Node → the next ones on shortest ways, sorted."""
    found: dict[str, set[str]] = {}
    for here, before in near.behind(meeting):
        found.setdefault(before, set()).add(here)
    for here, after in far.behind(meeting):
        found.setdefault(here, set()).add(after)
    return {here: sorted(ends) for here, ends in found.items()}


def _ways(
    onward: Mapping[str, Sequence[str]], way: tuple[str, ...], goal: str
) -> Iterator[tuple[str, ...]]:
    """The ways that begin so, in order."""
    if way[-1] == goal:
        yield way
        return
    for there in onward[way[-1]]:
        yield from _ways(onward, (*way, there), goal)


def _count(onward: Mapping[str, Sequence[str]], start: str, goal: str) -> int:
    """How many ways there are; every one has the same few steps, so this does not go deep."""
    known = {goal: 1}

    def ways_from(id: str) -> int:
        if id not in known:
            known[id] = sum(map(ways_from, onward[id]))
        return known[id]

    return ways_from(start)
