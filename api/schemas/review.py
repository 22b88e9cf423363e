"""What is doubtful or missing."""

from api.schemas.facts import EvidenceShape, Shape


class Finding(Shape):
    """Something a person should look at."""

    rule: str
    severity: str
    message: str
    nodes: list[str]
    evidence: list[EvidenceShape]
    labels: dict[str, str]


class FindingsAnswer(Shape):
    """All findings."""

    findings: list[Finding]
