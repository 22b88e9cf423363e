"""Much taken a page at a time: no question holds a whole store (từng trang)."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from graph.model import Node, NodeKind
from graph.store import GraphReader

PAGE = 1000
T = TypeVar("T")


def every(store: GraphReader, kind: NodeKind, after: str = "") -> Iterator[list[Node]]:
    """All nodes of a kind by id, in pages; those behind ``after``."""
    while page := store.listing(kind, after=after, limit=PAGE):
        yield page
        after = page[-1].id


def pages_of(items: Iterable[T], size: int = PAGE) -> Iterator[list[T]]:
    """The items in lists of at most ``size``."""
    left = iter(items)
    while page := list(islice(left, size)):
        yield page
