"""Walks and ways as JSON."""

from graph.catalogue import render
from graph.model import Node, Subgraph
from graph.questions.chain import Chain, leaves_corpus
from graph.questions.path import Path
from graph.wire.facts import Shape, counts_json, edge_json, node_json


def subgraph_json(subgraph: Subgraph) -> Shape:
    """``{root, nodes: [node + depth], edges, truncated, left_out}``."""
    return {
        "root": subgraph.root,
        "nodes": [node_json(n) | {"depth": subgraph.depth[n.id]} for n in subgraph.nodes],
        "edges": [edge_json(edge) for edge in subgraph.edges],
        "truncated": subgraph.truncated,
        "left_out": subgraph.left_out,
    }


def chain_json(chain: Chain) -> Shape:
    """A subgraph with ``counts`` of all, ``outside``, ``undated`` and ``next``; each node says
    whether it is only ``passed``, and where the chain leaves the corpus."""
    shape = subgraph_json(chain)
    for node, told in zip(chain.nodes, shape["nodes"], strict=True):
        told |= outside_json(node) | {"passed": node.id in chain.passed}
    return shape | {
        "counts": counts_json(chain.counts),
        "outside": list(chain.outside),
        "undated": chain.undated,
        "next": chain.next,
    }


def outside_json(node: Node) -> Shape:
    """``{outside}``; where nothing is known further also why, in both languages."""
    if not leaves_corpus(node):
        return {"outside": False}
    said = {"unknown": render("chain.outside", "vi"), "unknown_en": render("chain.outside", "en")}
    return {"outside": True} | said


def path_json(path: Path) -> Shape:
    """A subgraph with ``ways``, the ids of each way in order, and ``along``: it is a proof."""
    ways = [list(way) for way in path.ways]
    return subgraph_json(path.subgraph) | {"ways": ways, "along": path.along}
