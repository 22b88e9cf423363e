"""A question in Vietnamese."""

from datetime import date

from api.answers.answer import Answer
from graph import wire
from graph.questions.ask import ask as reply_to
from graph.store import GraphReader


def ask(store: GraphReader, question: str, today: date | None = None) -> Answer:
    """``{question, status, understood, text, nodes, edges, alternatives}``; ``today``: the day
    that "tuần này" and "còn hiệu lực" are told for, when it is not this one."""
    return wire.ask_json(reply_to(store, question, today=today or date.today()))
