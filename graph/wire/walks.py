"""Walks and ways as JSON."""

from graph.model import Subgraph
from graph.questions.path import Path
from graph.wire.facts import Shape, edge_json, node_json


def subgraph_json(subgraph: Subgraph) -> Shape:
    """``{root, nodes: [node + depth], edges, truncated, left_out}``."""
    return {
        "root": subgraph.root,
        "nodes": [node_json(n) | {"depth": subgraph.depth[n.id]} for n in subgraph.nodes],
        "edges": [edge_json(edge) for edge in subgraph.edges],
        "truncated": subgraph.truncated,
        "left_out": subgraph.left_out,
    }


def path_json(path: Path) -> Shape:
    """A subgraph with ``ways``, the ids of each way in order, and ``along``: it is a proof."""
    ways = [list(way) for way in path.ways]
    return subgraph_json(path.subgraph) | {"ways": ways, "along": path.along}
