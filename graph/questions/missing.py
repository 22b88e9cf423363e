"""What should be loaded next: documents that many rest on and nobody has loaded (còn thiếu)."""

from dataclasses import dataclass

from graph.model import Node
from graph.store import GraphReader


@dataclass(frozen=True, slots=True)
class Missing:
    """A cited document that is not loaded and how many loaded documents refer to it."""

    node: Node
    cited_by: int


def missing(store: GraphReader, *, limit: int = 50) -> tuple[Missing, ...]:
    """The most-cited documents that are not loaded."""
    found = store.most_referenced(status="cited", limit=limit)
    return tuple(Missing(node, count) for node, count in found)
