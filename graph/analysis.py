"""networkx on an extracted part of the graph: its cycles. Never on all of it."""

from collections.abc import Iterable, Iterator

import networkx as nx


def cycles(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """One shortest cycle for each knot of nodes that reach each other (căn cứ vòng), sorted.

    A cycle starts at its smallest node. What cannot lie on a cycle is peeled off first, so that
    networkx sees only the knots.
    """
    graph = nx.DiGraph(sorted(_core(set(pairs))))
    found = []
    for knot in nx.strongly_connected_components(graph):
        if len(knot) > 1 or any(graph.has_edge(id, id) for id in knot):
            found.append(_shortest_cycle(graph.subgraph(knot)))
    return sorted(found)


def _core(pairs: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs left after all starts without a way in and ends without a way out are gone."""
    while True:
        sources = {source for source, _ in pairs}
        targets = {target for _, target in pairs}
        kept = {pair for pair in pairs if pair[0] in targets and pair[1] in sources}
        if len(kept) == len(pairs):
            return iter(pairs)
        pairs = kept


def _shortest_cycle(knot: "nx.DiGraph[str]") -> tuple[str, ...]:
    first = min(knot)
    if knot.has_edge(first, first):
        return (first,)
    ways = [nx.shortest_path(knot, after, first) for after in sorted(knot.successors(first))]
    way = min(ways, key=lambda way: (len(way), way))
    return (first, *way[:-1])
