"""Nodes counted by what they are (thống kê theo loại, cấp, thể loại)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from graph.model import Node, NodeKind


class Trait(NamedTuple):
    """What a node is counted as: its kind, and of a document its authority level, its type, and
    whether it is loaded or only cited; None where a node has no such thing."""

    kind: NodeKind
    level: str | None = None
    type: str | None = None
    loaded: bool = True


Census: TypeAlias = Mapping[Trait, int]


def trait(node: Node) -> Trait:
    """What one node is counted as; a task or a unit has its kind alone."""
    if node.kind is not NodeKind.DOCUMENT:
        return Trait(node.kind)
    facts = node.properties
    return Trait(node.kind, facts.get("level"), facts.get("type"), facts.get("status") == "loaded")


def census_of(nodes: Iterable[Node]) -> Census:
    """Nodes that were read, counted."""
    return Counter(trait(node) for node in nodes)
