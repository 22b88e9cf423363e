"""Walks and ways as JSON."""

from collections.abc import Mapping
from itertools import pairwise

from graph.catalogue import render
from graph.model import Node, Subgraph
from graph.questions.chain import Chain, leaves_corpus
from graph.questions.path import Path
from graph.questions.reasons import Hop, reason
from graph.wire.facts import Shape, counts_json, edge_json, node_json

#: documents that are named where the known ends
NAMED = 20


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
    """A subgraph with ``status`` (found, unknown, none), ``ways``, the ids of each way in order,
    ``hops``, why each step leads on, ``along``: it is a proof, ``total``, ``next``, ``outside``."""
    shape = subgraph_json(path.subgraph)
    for node, told in zip(path.subgraph.nodes, shape["nodes"], strict=True):
        told |= outside_json(node)
    nodes = {node.id: node for node in path.subgraph.nodes}
    return shape | {
        "status": "found" if path.total else "unknown" if path.is_unknown else "none",
        "ways": [list(way) for way in path.ways],
        "hops": [
            [_hop_json(path.hops[step], nodes) for step in pairwise(way)] for way in path.ways
        ],
        "along": path.along,
        "total": path.total,
        "first": path.first,
        "next": path.next,
        "outside": [node_json(node) for node in path.outside[:NAMED]],
        "outside_count": len(path.outside),
    }


def _hop_json(step: Hop, nodes: Mapping[str, Node]) -> Shape:
    """``{from, to, kind, forward, text, text_en, others, edges}``."""
    return {
        "from": step.here.id,
        "to": step.there.id,
        "kind": step.kind.value,
        "forward": step.forward,
        "text": reason(step, nodes, "vi"),
        "text_en": reason(step, nodes, "en"),
        "others": [kind.value for kind in step.others],
        "edges": [edge_json(edge) for edge in step.edges],
    }
