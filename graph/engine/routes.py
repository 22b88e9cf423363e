"""All shortest ways between two nodes (đường ngắn nhất), whatever brings the steps.

The search goes on from both ends at once; what it keeps are the steps of shortest ways, from which
the ways are counted without being listed, and listed in order from any place on.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeAlias, TypeVar

from graph.engine.moves import Move

#: nodes that a search may meet
BUDGET = 200_000

N = TypeVar("N", str, int)  # what a store counts its nodes by
#: (from, to) for every move possible from some nodes
Step: TypeAlias = Callable[[Collection[N], Sequence[Move]], Iterable[tuple[N, N]]]
#: node → the next ones on shortest ways
Onward: TypeAlias = Mapping[N, Collection[N]]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which ways are sought: along ``moves``, none of more than ``longest``; ``most`` of them after
    the first ``offset`` are told.

    ``budget``: nodes that a search may meet, where the engine cannot do with fewer. ``patience``:
    how many times larger the side of the start may grow before the other is asked; above 1 where
    one moves away from hubs on it and into them on the other.
    """

    moves: Sequence[Move]
    most: int = 20
    offset: int = 0
    longest: int = 12
    budget: int = BUDGET
    patience: int = 1


@dataclass(frozen=True, slots=True)
class Routes:
    """Some of the shortest ways between two nodes in order; ``total``: how many there are, of
    ``length`` steps; ``complete``: False when the search was given up."""

    ways: tuple[tuple[str, ...], ...] = ()
    complete: bool = True
    total: int = 0
    length: int = 0


def search(start: N, goal: N, sought: Sought, step: Step[N]) -> tuple[Onward[N], int, bool]:
    """What comes next on shortest ways, empty without a way, how long these are, and whether the
    search was not given up."""
    near = _Side(start, sought.moves, step)
    far = _Side(goal, [move.back for move in sought.moves], step)
    for length in range(1, sought.longest + 1):
        forward = len(near.frontier) <= sought.patience * len(far.frontier)
        side, other = (near, far) if forward else (far, near)
        if not side.frontier:
            return {}, 0, True
        meeting = side.advance() & other.previous.keys()
        if meeting:
            return _onward(near, far, meeting), length, True
        if len(near.previous) + len(far.previous) > sought.budget:
            return {}, 0, False
    return {}, 0, False


def listed(
    start: str, goal: str, onward: Onward[str], length: int, sought: Sought, *, complete: bool
) -> Routes:
    """The ways that ``search`` found, those that are asked for, by the ids of their nodes."""
    if not onward:
        return Routes(complete=complete)
    ways = islice(_ways(onward, (start,), goal), sought.offset, sought.offset + sought.most)
    return Routes(tuple(ways), complete, _count(onward, start, goal), length)


class _Side(Generic[N]):
    """One half of a search: each node met with the nodes one step before it."""

    def __init__(self, root: N, moves: Sequence[Move], step: Step[N]) -> None:
        self._moves = moves
        self._step: Step[N] = step
        self.frontier: Collection[N] = [root]
        self.previous: dict[N, list[N]] = {root: []}

    def advance(self) -> set[N]:
        """Go one level further; the nodes met there."""
        fresh: dict[N, list[N]] = {}
        for here, there in self._step(self.frontier, self._moves):
            if there not in self.previous:
                fresh.setdefault(there, []).append(here)
        self.previous |= fresh
        self.frontier = fresh.keys()
        return set(fresh)

    def behind(self, ids: Collection[N]) -> Iterator[tuple[N, N]]:
        """(node, one step nearer to the root) for these nodes and all behind them."""
        seen, pending = set(ids), list(ids)
        while pending:
            here = pending.pop()
            for there in self.previous[here]:
                yield here, there
                if there not in seen:
                    seen.add(there)
                    pending.append(there)


def _onward(near: _Side[N], far: _Side[N], meeting: Collection[N]) -> Onward[N]:
    found: dict[N, set[N]] = {}
    for here, before in near.behind(meeting):
        found.setdefault(before, set()).add(here)
    for here, after in far.behind(meeting):
        found.setdefault(here, set()).add(after)
    return found


def _ways(onward: Onward[str], way: tuple[str, ...], goal: str) -> Iterator[tuple[str, ...]]:
    """The ways that begin so, in order."""
    if way[-1] == goal:
        yield way
        return
    for there in sorted(onward[way[-1]]):
        yield from _ways(onward, (*way, there), goal)


def _count(onward: Onward[str], start: str, goal: str) -> int:
    """How many ways there are; every one has the same few steps, so this does not go deep."""
    known = {goal: 1}

    def ways_from(id: str) -> int:
        if id not in known:
            known[id] = sum(map(ways_from, onward[id]))
        return known[id]

    return ways_from(start)
