"""What planners ask beside who does what: how two plans differ."""

from api.answers.answer import Answer
from graph import questions, wire
from graph.store import GraphReader


def compare(store: GraphReader, a: str, b: str) -> Answer:
    """``{a, b, years, counts, changed, added, dropped, unsure, beyond, bases, same}``."""
    return wire.comparison_json(questions.compare(store, a, b))
