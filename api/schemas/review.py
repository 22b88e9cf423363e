"""What is doubtful or missing."""

from api.schemas.facts import EvidenceShape, Shape


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
