"""The headings of tasks that are looked at without them (nhóm nhiệm vụ): what a picture calls a
group by."""

from dataclasses import replace

from graph.model import EdgeKind, NodeKind, Subgraph
from graph.store import GraphReader
from graph.traverse import with_evidence


def with_headings(store: GraphReader, subgraph: Subgraph) -> Subgraph:
    """The subgraph and, as far as their depth, what its tasks are part of."""
    nodes = {node.id: node for node in subgraph.nodes}
    depth = dict(subgraph.depth)
    edges = {edge.key: edge for edge in subgraph.edges}
    level = [node.id for node in subgraph.nodes if node.kind is NodeKind.TASK]
    while level:
        parts = [edge for edge in store.expand(level, (EdgeKind.PART_OF,)) if edge.key not in edges]
        new = store.nodes({edge.target for edge in parts} - nodes.keys())
        for edge in with_evidence(store, parts):
            depth.setdefault(edge.target, depth[edge.source])
            edges[edge.key] = edge
        nodes |= new
        level = sorted(new)
    return replace(subgraph, nodes=tuple(nodes.values()), depth=depth, edges=tuple(edges.values()))
