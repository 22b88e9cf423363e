"""A node that must be there: the one sentence every question says when it is not."""

from graph.errors import NotFoundError
from graph.model import Node, NodeKind
from graph.store import GraphReader


def known(store: GraphReader, id: str, *kinds: NodeKind) -> Node:
    """The node with this id; NotFoundError when the store does not hold it, or of another kind."""
    node = store.nodes([id]).get(id)
    if node is None:
        raise NotFoundError("node.unknown", id=id)
    if kinds and node.kind not in kinds:
        wanted = ", ".join(kinds)
        raise NotFoundError("lookup.kind", id=id, kind=node.kind.value, wanted=wanted)
    return node
