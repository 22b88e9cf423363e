"""What is doubtful or missing."""

from api.answers.answer import Answer
from graph import questions, wire
from graph.labels import told_apart
from graph.questions import Asked
from graph.store import GraphReader


def audit(store: GraphReader, asked: Asked, limit: int | None = None, cursor: str = "") -> Answer:
    """``{counts, findings, next}``; ``labels`` of each tell its nodes apart. No limit: all."""
    page = questions.findings_page(store, asked, limit, cursor)
    nodes = store.nodes({id for finding in page.findings for id in finding.nodes})
    answer = wire.findings_json(page)
    for finding, shape in zip(page.findings, answer["findings"], strict=True):
        shape["labels"] = told_apart([nodes[id] for id in finding.nodes if id in nodes])
    return answer


def missing(store: GraphReader, limit: int, cursor: str = "") -> Answer:
    """``{missing, total, next}``."""
    return wire.missing_json(questions.missing_page(store, limit=limit, cursor=cursor))
