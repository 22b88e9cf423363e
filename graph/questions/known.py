"""A node that must be there: the one sentence every question says when it is not."""

from graph.errors import NotFoundError
from graph.model import Node
from graph.store import GraphReader


def known(store: GraphReader, id: str) -> Node:
    """The node with this id; NotFoundError when the store does not hold it."""
    node = store.nodes([id]).get(id)
    if node is None:
        raise NotFoundError("node.unknown", id=id)
    return node
