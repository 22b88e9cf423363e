"""Ways to go through the graph: what a walk is asked for, what it met; for every store."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.model import Edge, EdgeKind, Node


@dataclass(frozen=True, slots=True)
class Move:
    """A way to go from a node: along edges of ``kinds``, or against them (bước đi)."""

    kinds: tuple[EdgeKind, ...]
    reverse: bool = False

    @property
    def back(self) -> "Move":
        """The way to come from."""
        return Move(self.kinds, not self.reverse)


CITES = Move((EdgeKind.CITES,))
#: from a document to its tasks
ASSIGNS = Move((EdgeKind.ASSIGNS,))
#: from an annex to what it belongs to
ANNEX_OF = Move((EdgeKind.ANNEX_OF,))


@dataclass(frozen=True, slots=True)
class Reach:
    """What a walk met: node → depth, nearest first; not ``complete`` when a cap was met.

    ``beyond``: how many more were met than are told, when only the nearest were asked for.
    """

    depth: Mapping[str, int]
    complete: bool = True
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the graph read in one go (một phần của đồ thị): nodes by id, edges in order.

    ``left_out``: how many edges a limit kept back.
    """

    nodes: Mapping[str, Node]
    edges: Sequence[Edge]
    left_out: int = 0


def nearest(levels: Iterable[Iterable[str]], met: int, budget: int, limit: int | None) -> Reach:
    """The first nodes of a walk, of which ``met`` were met in all: those of each level by id, at
    most ``budget``, and told as far as ``limit``."""
    order = ((id, depth) for depth, level in enumerate(levels) for id in sorted(level))
    within = min(met, budget)
    told = dict(islice(order, within if limit is None else min(within, limit)))
    return Reach(told, complete=met <= budget, beyond=within - len(told))


def by_direction(moves: Iterable[Move]) -> list[Move]:
    """At most two moves, along and against, that lead wherever these do."""
    kinds: dict[bool, list[EdgeKind]] = {}
    for move in moves:
        kinds.setdefault(move.reverse, []).extend(move.kinds)
    return [Move(tuple(dict.fromkeys(all)), reverse) for reverse, all in kinds.items() if all]
