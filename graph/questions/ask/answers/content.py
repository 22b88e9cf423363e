"""What cancu does not read of a document, said plainly: its aims, rules, sums for people; and who
drafted it (điều không đọc)."""

from graph.questions.ask import telling
from graph.questions.ask.answers.facts import about, proposed
from graph.questions.ask.reply import Answered, Asked, Status
from graph.store import GraphReader


def content(store: GraphReader, asked: Asked) -> Answered | None:
    """That what a document rules, or who leads an organ, is not answered; and what it is about."""
    if not asked.documents:
        none = telling.say("content.unit", unit=asked.units[0].label, what=asked.topic)
        return Answered(none, asked.units, (), status=Status.UNKNOWN)
    none = telling.say("content", document=telling.document(asked.document), what=asked.topic)
    told = about(store, asked)
    parts = [none, told.text] if told else [none]
    return Answered(telling.sentences(parts), (asked.document,), (), status=Status.UNKNOWN)


def drafted(store: GraphReader, asked: Asked) -> Answered | None:
    """That a document does not say who drafted it, and at whose request it was issued."""
    told = proposed(store, asked)
    if told is None:
        return None
    none = telling.say("drafted", document=telling.document(asked.document))
    return Answered(telling.sentences([none, told.text]), told.nodes, told.edges)
