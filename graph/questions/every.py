"""All nodes of a kind, a page at a time: no question holds a whole store."""

from collections.abc import Iterator

from graph.model import Node, NodeKind
from graph.store import GraphReader

PAGE = 1000


def every(store: GraphReader, kind: NodeKind) -> Iterator[list[Node]]:
    """All nodes of a kind by id, in pages (từng trang)."""
    after = ""
    while page := store.listing(kind, after=after, limit=PAGE):
        yield page
        after = page[-1].id
