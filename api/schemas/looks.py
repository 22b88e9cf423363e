"""Looks at the store."""

from typing import Any

from api.schemas.facts import EdgeShape, NodeShape, Shape


class NodeAnswer(Shape):
    """A node with its edges both ways, and the issues about it."""

    node: NodeShape
    edges: list[EdgeShape]
    issues: list[dict[str, Any]]
    left_out: int
    counts: dict[str, dict[str, int]]
    next: str | None


class HitShape(Shape):
    """A search result."""

    id: str
    kind: str
    label: str
    snippet: str


class SearchAnswer(Shape):
    """Hits, best first; ``next`` is the cursor of the next page."""

    hits: list[HitShape]
    next: str | None


class DocumentsAnswer(Shape):
    """Loaded documents by id; ``next`` is the cursor of the next page."""

    documents: list[NodeShape]
    next: str | None


class TextAnswer(Shape):
    """The original text that evidence offsets point into, and the same without markup."""

    id: str
    source: str
    label: str
    text: str
    content: str
    segments: list[list[int]]
    places: list[
        tuple[int, int, int, tuple[int, int, int, int] | None]
        | tuple[int, int, int, tuple[int, int, int, int] | None, str]
    ]
    pictures: bool
