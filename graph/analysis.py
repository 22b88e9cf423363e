"""networkx on an extracted part of the graph: cycles, layers, simple paths. Never on all of it."""

from collections.abc import Iterable, Iterator
from itertools import islice

import networkx as nx

from graph.model import Subgraph


def to_networkx(subgraph: Subgraph) -> "nx.MultiDiGraph[str]":
    """The part as a networkx graph: nodes with their facts, edges keyed by (kind, document)."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in subgraph.nodes:
        graph.add_node(node.id, kind=node.kind.value, label=node.label, properties=node.properties)
    for edge in subgraph.edges:
        graph.add_edge(edge.source, edge.target, key=(edge.kind.value, edge.asserted_by))
    return graph


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


def layers(subgraph: Subgraph) -> list[tuple[str, ...]]:
    """Nodes by the longest way to them, a knot in one layer: bases last (lớp căn cứ)."""
    condensed = nx.condensation(nx.DiGraph(to_networkx(subgraph)))
    return [
        tuple(sorted(id for knot in generation for id in condensed.nodes[knot]["members"]))
        for generation in nx.topological_generations(condensed)
    ]


def simple_paths(subgraph: Subgraph, start: str, goal: str, most: int = 100) -> list[list[str]]:
    """The first ``most`` ways from start to goal that pass no node twice, shortest first."""
    graph = nx.DiGraph(to_networkx(subgraph))
    if start not in graph or goal not in graph or not nx.has_path(graph, start, goal):
        return []
    return list(islice(nx.shortest_simple_paths(graph, start, goal), most))


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
