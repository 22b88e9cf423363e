"""Ways to go through the graph: what a walk is asked for, what it met; for every store."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import EdgeKind


@dataclass(frozen=True, slots=True)
class Move:
    """A way to go from a node: along edges of ``kinds``, or against them (bước đi)."""

    kinds: tuple[EdgeKind, ...]
    reverse: bool = False

    @property
    def back(self) -> "Move":
        """The way to come from."""
        return Move(self.kinds, not self.reverse)


@dataclass(frozen=True, slots=True)
class Reach:
    """What a walk met: node → depth, nearest first; not ``complete`` when a cap was met."""

    depth: Mapping[str, int]
    complete: bool = True


def nearest(depth: Mapping[str, int], budget: int) -> Reach:
    """The first ``budget`` nodes by depth and id."""
    order = sorted(depth, key=lambda id: (depth[id], id))
    kept = {id: depth[id] for id in order[:budget]}
    return Reach(kept, complete=len(order) <= budget)
