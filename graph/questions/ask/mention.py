"""Words of a question that name a document."""

from dataclasses import dataclass

from graph.model import Node


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a document: where they stand, what fits them, and what nearly does."""

    text: str
    start: int
    end: int
    candidates: tuple[Node, ...]
    near: tuple[Node, ...] = ()
