"""The shapes of answers over HTTP, for the OpenAPI description (an answer may carry more keys)."""

from api.schemas.asked import AskAnswer, MeaningShape
from api.schemas.facts import EdgeShape, ErrorAnswer, ErrorFacts, EvidenceShape, NodeShape, Shape
from api.schemas.legal import ImpactAnswer, RelationsAnswer, StateAnswer
from api.schemas.looks import DocumentsAnswer, HitShape, NodeAnswer, SearchAnswer, TextAnswer
from api.schemas.plans import CalendarAnswer, ComparisonAnswer, PairsAnswer
from api.schemas.reading import KeptAnswer, PreviewAnswer, ReadShape
from api.schemas.review import Finding, FindingsAnswer, MissingAnswer
from api.schemas.walks import (
    ChainAnswer,
    NeighbourhoodAnswer,
    PathAnswer,
    SceneAnswer,
    SubgraphAnswer,
)
from api.schemas.work import TasksAnswer, WorkloadAnswer, WorkloadRow

__all__ = [
    "AskAnswer",
    "CalendarAnswer",
    "ChainAnswer",
    "ComparisonAnswer",
    "DocumentsAnswer",
    "EdgeShape",
    "ErrorAnswer",
    "ErrorFacts",
    "EvidenceShape",
    "Finding",
    "FindingsAnswer",
    "HitShape",
    "ImpactAnswer",
    "KeptAnswer",
    "MeaningShape",
    "MissingAnswer",
    "NeighbourhoodAnswer",
    "NodeAnswer",
    "NodeShape",
    "PairsAnswer",
    "PathAnswer",
    "PreviewAnswer",
    "ReadShape",
    "RelationsAnswer",
    "SceneAnswer",
    "SearchAnswer",
    "Shape",
    "StateAnswer",
    "SubgraphAnswer",
    "TasksAnswer",
    "TextAnswer",
    "WorkloadAnswer",
    "WorkloadRow",
]
