"""A node that must be there: the one sentence every question says when it is not."""

from collections.abc import Mapping

from graph.errors import NotFoundError
from graph.model import Node, NodeKind
from graph.store import GraphReader


def known(store: GraphReader, id: str, *kinds: NodeKind) -> Node:
    """The node with this id; NotFoundError when the store does not hold it, or of another kind."""
    return among(store.nodes([id]), id, *kinds)


def among(nodes: Mapping[str, Node], id: str, *kinds: NodeKind) -> Node:
    """The node with this id among those that were read; the same error when it is not there."""
    node = nodes.get(id)
    if node is None:
        raise NotFoundError("node.unknown", id=id)
    if kinds and node.kind not in kinds:
        raise not_of_kind(id, node, kinds[0])
    return node


def not_of_kind(asked: str, node: Node, wanted: NodeKind) -> NotFoundError:
    """What is said of a document or task where a unit is asked for, and the like."""
    return NotFoundError(f"lookup.{node.kind.value}_for_{wanted.value}", id=asked, label=node.label)
