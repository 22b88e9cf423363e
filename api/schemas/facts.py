"""What all answers are made of."""

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


class CountsShape(Shape):
    """How many nodes of each kind; of the documents those only cited, and by level and type."""

    document: int
    task: int
    unit: int
    outside: int
    levels: dict[str, int]
    types: dict[str, int]
