"""The reply to a question."""

from typing import Any

from pydantic import Field

from api.schemas.facts import EdgeShape, NodeShape, Shape


class MeaningShape(Shape):
    """How a question is understood; ``question`` can be asked again as it stands."""

    intent: str
    question: str
    slots: dict[str, Any]


class AskAnswer(Shape):
    """The reply: ``answered``, ``ambiguous`` (choose among ``alternatives``) or ``unknown``;
    ``also``: what else was asked and is answered after the first."""

    question: str
    status: str = Field(pattern="answered|ambiguous|unknown")
    understood: MeaningShape | None
    text: str
    text_en: str
    nodes: list[NodeShape]
    edges: list[EdgeShape]
    alternatives: list[MeaningShape]
    also: list[MeaningShape]
    left_out: int
