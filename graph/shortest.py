"""The shortest ways between two nodes of a store (đường ngắn nhất)."""

from collections.abc import Sequence

from graph.moves import Move
from graph.routes import BUDGET as BUDGET
from graph.routes import Routes as Routes
from graph.routes import Sought as Sought
from graph.store import GraphReader


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
    """The shortest ways from start to goal: ``most`` of them after the first ``offset``."""
    sought = Sought(moves, most, offset, longest, budget, patience)
    return store.routes([(start, goal)], sought)[0]
