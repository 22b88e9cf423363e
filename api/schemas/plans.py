"""What is due when, how two plans differ."""

from typing import Any

from api.schemas.facts import EdgeShape, EvidenceShape, NodeShape, Shape


class EventShape(Shape):
    """One day of one task: why, who, to whom; ``every``: months between two, 0 for once."""

    day: str
    occasion: str
    day_from: str
    every: int
    until: str | None
    task: NodeShape
    document: NodeShape | None
    units: list[dict[str, Any]]
    receivers: list[dict[str, Any]]
    roles: list[str]
    edges: list[EdgeShape]


class CalendarAnswer(Shape):
    """Events by day; ``counts`` are those of the whole window."""

    unit: NodeShape | None
    since: str | None
    until: str | None
    counts: dict[str, int]
    events: list[EventShape]
    next: str | None


class SideShape(Shape):
    """What one document says of a point."""

    nodes: list[dict[str, Any]]
    text: str
    evidence: list[EvidenceShape]


class ChangeShape(Shape):
    """One point on which two tasks differ: lead, role, coordination, receiver, time…"""

    aspect: str
    before: SideShape
    after: SideShape


class ChangedShape(Shape):
    """A task of both documents, and on what they differ."""

    task: NodeShape
    twin: NodeShape
    changes: list[ChangeShape]


class AloneShape(NodeShape):
    """A task or basis that one document alone has."""

    evidence: list[EvidenceShape]


class UnsureShape(Shape):
    """A task and what it may be in the other document."""

    task: NodeShape
    candidates: list[NodeShape]


class PairShape(Shape):
    """Two documents worth comparing: ``annex``, ``replaced`` or ``series`` says why."""

    why: str
    a: NodeShape
    b: NodeShape


class PairsAnswer(Shape):
    """Pairs worth comparing, the surest first."""

    pairs: list[PairShape]


class ComparisonAnswer(Shape):
    """How the second document differs from the first."""

    a: NodeShape
    b: NodeShape
    counts: dict[str, int]
    changed: list[ChangedShape]
    added: list[AloneShape]
    dropped: list[AloneShape]
    unsure: list[UnsureShape]
