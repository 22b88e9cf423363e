"""What can be asked near a question that is not understood (gần với câu hỏi): of what it names and
nothing else, or of a part of it."""

from collections.abc import Sequence
from datetime import date

from graph.model import NodeKind
from graph.questions.ask.answering import answer_to
from graph.questions.ask.ground import Told, ground
from graph.questions.ask.items import Line
from graph.questions.ask.mention import Mention
from graph.questions.ask.readings import partial_readings
from graph.questions.ask.reply import Asked
from graph.questions.ask.saying import question
from graph.questions.ask.unit_mention import UnitMention
from graph.store import GraphReader

#: alternatives that are offered; meanings of a part of a question that are tried for them
OFFERED, TRIED = 4, 24
#: what is offered for a name alone
OF_NODE = {
    NodeKind.DOCUMENT: ("about", "bases", "doc_work", "resting"),
    NodeKind.UNIT: ("unit_work", "deadlines"),
    NodeKind.TASK: (),
}


def named_alone(store: GraphReader, ways: Sequence[Line], today: date) -> list[Asked]:
    """What can be asked of a document or unit that is named and nothing else."""
    alone = (line.items[0] for line in ways if len(line.items) == 1)
    named = next((item.named for item in alone), None)
    if not isinstance(named, Mention | UnitMention):
        return []
    asked = [
        Asked(
            intent,
            documents=(node,) if node.kind is NodeKind.DOCUMENT else (),
            units=(node,) if node.kind is NodeKind.UNIT else (),
            today=today.isoformat(),
        )
        for node in named.candidates[:OFFERED]
        for intent in OF_NODE[node.kind]
    ]
    return [one for one in asked if answer_to(store, one)]


def partly(
    store: GraphReader, ways: Sequence[Line], text: str, today: date
) -> tuple[list[Asked], tuple[str, ...]]:
    """The nearest questions with an answer, and the words the nearest leaves out."""
    found = [r for line in ways[:3] for r in partial_readings(line, text)]
    found.sort(key=lambda reading: (len(reading.left), reading.price))
    near: list[Asked] = []
    left: tuple[str, ...] = ()
    for reading in [r for r in found if not r.topic or " " in r.topic][:TRIED]:
        outcome = ground(store, reading, today)
        said = question(outcome.asked, exact=True) if isinstance(outcome, Told) else ""
        if isinstance(outcome, Told) and said not in {question(n, exact=True) for n in near}:
            left = left if near else reading.left
            near.append(outcome.asked)
        if len(near) == OFFERED:
            break
    return near, left
