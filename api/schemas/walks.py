"""Walks through the graph."""

from typing import Any

from api.schemas.facts import EdgeShape, NodeShape, Shape


class SubgraphAnswer(Shape):
    """Nodes (with ``depth``) and edges around a root."""

    root: str
    nodes: list[NodeShape]
    edges: list[EdgeShape]
    truncated: bool
    left_out: int


class SceneAnswer(Shape):
    """A laid-out picture: bands, cards and links."""

    root: str
    view: str
    cards: list[dict[str, Any]]
    links: list[dict[str, Any]]
