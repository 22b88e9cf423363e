"""What is doubtful or missing."""

from api.answers.answer import Answer
from graph import questions, wire
from graph.labels import told_apart
from graph.store import GraphReader


def audit(store: GraphReader) -> Answer:
    """``{findings}``; ``labels`` of each tell its nodes apart."""
    found = questions.findings(store)
    nodes = store.nodes({id for finding in found for id in finding.nodes})
    answer = wire.findings_json(found)
    for finding, shape in zip(found, answer["findings"], strict=True):
        shape["labels"] = told_apart([nodes[id] for id in finding.nodes if id in nodes])
    return answer


def missing(store: GraphReader, limit: int) -> Answer:
    """``{missing}``."""
    return wire.missing_json(questions.missing(store, limit=limit))
