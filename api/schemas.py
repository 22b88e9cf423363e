"""The shapes of answers over HTTP, for the OpenAPI description (an answer may carry more keys)."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A JSON object that has at least these keys."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)


class ErrorFacts(Shape):
    """What went wrong, in Vietnamese and in English."""

    code: str
    message: str
    message_en: str


class ErrorAnswer(Shape):
    """The one shape of every failure."""

    error: ErrorFacts


class NodeShape(Shape):
    """A document, task or unit with its properties."""

    id: str
    kind: str
    label: str


class EvidenceShape(Shape):
    """The words that prove an edge, by offsets into the document's original text."""

    doc: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float


class EdgeShape(Shape):
    """One assertion by one document."""

    source: str = Field(alias="from")
    kind: str
    target: str = Field(alias="to")
    asserted_by: str
    evidence: list[EvidenceShape]


class NodeAnswer(Shape):
    """A node with its edges both ways, and the issues about it."""

    node: NodeShape
    edges: list[EdgeShape]
    issues: list[dict[str, Any]]


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


class SubgraphAnswer(Shape):
    """Nodes (with ``depth``) and edges around a root."""

    root: str
    nodes: list[NodeShape]
    edges: list[EdgeShape]
    truncated: bool
    left_out: int


class TasksAnswer(Shape):
    """What a unit does in which tasks (each with ``role``)."""

    unit: dict[str, Any] | str
    tasks: list[NodeShape]


class WorkloadRow(Shape):
    """The tasks of a unit in a role, period by period."""

    unit: str
    label: str
    role: str
    counts: list[int]
    tasks: list[list[str]]


class WorkloadAnswer(Shape):
    """Units by quarters."""

    periods: list[str]
    rows: list[WorkloadRow]


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
    places: list[tuple[int, int, int, tuple[int, int, int, int] | None]]


class SceneAnswer(Shape):
    """A laid-out picture: bands, cards and links."""

    root: str
    view: str
    cards: list[dict[str, Any]]
    links: list[dict[str, Any]]


class PreviewAnswer(Shape):
    """What would be understood of an upload; nothing is kept."""

    source: str
    document: dict[str, Any]
    citations: list[dict[str, Any]]
    tasks: list[dict[str, Any]]
    issues: list[dict[str, Any]]


class ReadShape(Shape):
    """How much of a file was read, and what was not."""

    media: str
    characters: int
    tables: int
    footnotes: int
    pages: int
    unread: list[dict[str, Any]]


class KeptAnswer(Shape):
    """What became of an upload."""

    document: str | None
    state: str
    issues: int
    read: ReadShape | None
