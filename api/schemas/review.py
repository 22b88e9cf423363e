"""What is doubtful or missing."""

from api.schemas.facts import EvidenceShape, NodeShape, Shape


class Finding(Shape):
    """Something a person should look at."""

    rule: str
    severity: str
    document: str
    message: str
    message_en: str
    advice: str
    advice_en: str
    nodes: list[str]
    evidence: list[EvidenceShape]
    labels: dict[str, str]


class FindingsAnswer(Shape):
    """Findings, the worst first; ``next`` is the cursor of the next page.

    The first page has ``counts`` of all pages: ``{total, severities, rules}``.
    """

    findings: list[Finding]
    next: str | None


class MissingNode(NodeShape):
    """A document that is cited and not loaded, and how much rests on it."""

    cited_by: int
    documents: int
    tasks: int


class MissingAnswer(Shape):
    """Documents that are not loaded, most resting on them first; ``total`` of all; not ``complete``
    where more rests on them than was counted."""

    missing: list[MissingNode]
    total: int
    next: str | None
    complete: bool
