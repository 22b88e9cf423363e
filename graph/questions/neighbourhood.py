"""What stands around a node, whatever the relation (lân cận)."""

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.model import Subgraph
from graph.questions.sieve import nearest_first, place_of
from graph.store import GraphReader
from graph.traverse import ALL_KINDS, Reach, both_ways, breadth_first, steps, subgraph

#: a node with more edges than this is shown but not walked through
HUB = 1000


@dataclass(frozen=True, slots=True)
class Neighbourhood(Subgraph):
    """A page of what stands around; ``next``: the cursor of the page after."""

    next: str | None = None


def neighbourhood(
    store: GraphReader, id: str, *, depth: int = 1, limit: int = 200, cursor: str | None = None
) -> Neighbourhood:
    """Nodes within ``depth`` steps in any direction, nearest first; hubs are not passed.

    ``cursor`` is ``next`` of the page before; the root stands on every page.
    """
    after = place_of(cursor)
    with store.snapshot() as view:
        reach = _around(view, id, depth, limit if cursor is None else None)
        places = sorted((far, other) for other, far in reach.depth.items() if other != id)
        places = [place for place in places if place > after]
        page = places[: max(0, limit - 1)]
        kept = Reach(nearest_first(reach.depth, {id, *(other for _, other in page)}))
        shown = subgraph(view, id, kept, limit=limit)
        if not shown.nodes:
            raise NotFoundError("node.unknown", id=id)
        left_out = len(places) - len(page) + reach.beyond
        return Neighbourhood(
            shown.root, shown.nodes, shown.depth, shown.edges,
            truncated=left_out > 0 or not reach.complete, left_out=left_out,
            next=f"{page[-1][0]}:{page[-1][1]}" if left_out and page else None,
        )  # fmt: skip


def _around(store: GraphReader, id: str, depth: int, limit: int | None) -> Reach:
    """The nearest ``limit`` nodes, or all; where the nearest are enough, nobody goes further."""
    near = breadth_first(store, [id], both_ways(ALL_KINDS), depth=min(depth, 1), limit=limit)
    if near.beyond or depth < 2 or (limit is not None and len(near.depth) > limit):
        return near
    found, passed_all = dict(near.depth), near.complete
    frontier = [other for other in found if other != id]
    for level in range(2, depth + 1):
        hubs = store.hubs(frontier, HUB)
        open_ones = [other for other in frontier if other not in hubs]
        passed_all = passed_all and len(open_ones) == len(frontier)
        ends = {end for _, end in steps(store, open_ones, both_ways(ALL_KINDS))}
        frontier = sorted(ends - found.keys())
        found.update(dict.fromkeys(frontier, level))
        if limit is not None and len(found) > limit:
            break  # what lies further out would not be shown
    return Reach(found, passed_all)
