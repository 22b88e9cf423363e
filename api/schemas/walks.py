"""Walks through the graph."""

from typing import Any

from pydantic import Field

from api.schemas.facts import CountsShape, EdgeShape, NodeShape, Shape


class SubgraphAnswer(Shape):
    """Nodes (with ``depth``) and edges around a root."""

    root: str
    nodes: list[NodeShape]
    edges: list[EdgeShape]
    truncated: bool
    left_out: int


class NeighbourhoodAnswer(SubgraphAnswer):
    """A page of what stands around a node."""

    next: str | None


class ChainNode(NodeShape):
    """A node of a chain; ``outside``: the chain leaves the corpus here, and why is said."""

    depth: int
    outside: bool
    passed: bool


class ChainAnswer(SubgraphAnswer):
    """A page of a chain; ``counts`` of all that is asked for, ``next`` the cursor of the rest."""

    nodes: list[ChainNode]  # type: ignore[assignment]
    counts: CountsShape
    outside: list[str]
    undated: int
    next: str | None


class HopShape(Shape):
    """A step of a way: the kind of edge that tells most, and the reason as a sentence."""

    source: str = Field(alias="from")
    target: str = Field(alias="to")
    kind: str
    forward: bool
    text: str
    text_en: str
    others: list[str]
    edges: list[EdgeShape]


class PathAnswer(SubgraphAnswer):
    """A page of the shortest ways; ``status`` is found, unknown (the chain leaves the corpus) or
    none."""

    status: str
    ways: list[list[str]]
    hops: list[list[HopShape]]
    along: bool
    total: int
    first: int
    next: str | None
    outside: list[NodeShape]
    outside_count: int


class SceneAnswer(Shape):
    """A laid-out picture: bands, cards and links."""

    root: str
    view: str
    cards: list[dict[str, Any]]
    links: list[dict[str, Any]]
