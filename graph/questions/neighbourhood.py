"""What stands around a node, whatever the relation (lân cận)."""

from graph.model import Subgraph
from graph.questions.known import known
from graph.store import GraphReader
from graph.traverse import ALL_KINDS, Reach, both_ways, steps, subgraph

#: a node with more edges than this is shown but not walked through
HUB = 1000


def neighbourhood(store: GraphReader, id: str, *, depth: int = 1, limit: int = 200) -> Subgraph:
    """Nodes within ``depth`` steps in any direction, nearest first; hubs are not passed."""
    with store.snapshot() as view:
        known(view, id)
        found = {id: 0}
        frontier, passed_all = [id], True
        for level in range(1, depth + 1):
            if level > 1:
                hubs = view.hubs(frontier, HUB)
                open_ones = [n for n in frontier if n not in hubs]
                passed_all = passed_all and len(open_ones) == len(frontier)
                frontier = open_ones
            ends = {end for _, end in steps(view, frontier, both_ways(ALL_KINDS))}
            frontier = sorted(ends - found.keys())
            found.update(dict.fromkeys(frontier, level))
            if len(found) > limit:
                break  # what lies further out would not be shown
        return subgraph(view, id, Reach(found, passed_all), limit=limit)
