"""What is said where a question is understood and the graph says nothing of it (không có gì)."""

from dataclasses import replace

from graph.questions.ask import saying, telling
from graph.questions.ask.grammar import intents
from graph.questions.ask.ground import Outcome, Silent
from graph.questions.ask.offers import nearest
from graph.questions.ask.reply import Asked, Both, Reply, Status

#: what one document does to another: whether a loaded one does is known
ACTS = frozenset(("changed_by", "resting", "relations", "acted_on"))
#: what is said where nothing has the words, of no task
_NONE_CALLED = {"find": "no_title", "latest": "no_title", "signed_by": "no_signer"}


def nothing(question: str, outcome: Outcome) -> Reply:
    """The reply to a question that the graph says nothing of."""
    assert isinstance(outcome, Silent)
    asked = outcome.asked
    if outcome.unsure:
        text = telling.say("unsure", text=outcome.unsure)
        return Reply(question, Status.UNKNOWN, text, replace(asked, units=()))
    if asked.topic and asked.intent != "outcome":
        near = _nearest(asked)
        key = _NONE_CALLED.get(asked.intent, "no_topic")
        text = telling.say(key, words=asked.topic, near=nearest(near))
        return Reply(question, Status.UNKNOWN, text, asked, alternatives=tuple(near))
    cited = [n for n in asked.documents if n.properties.get("status") != "loaded"]
    dated = asked.period is None or asked.period.year is not None
    if intents()[asked.intent].closed and dated and not cited:
        named = asked.documents + asked.units
        if asked.units:  # what is laid on many units may be laid on this one too
            said = {"unit": asked.units[0].label, "question": saying.question(asked)}
            text = telling.say("none_of", **said)
            return Reply(question, Status.UNKNOWN, text, asked, named)
        text = telling.say("none", question=saying.question(asked))
        return Reply(question, Status.ANSWERED, text, asked, named)
    note = telling.say("cited_only", document=telling.document(cited[0])) if cited else Both("", "")
    key = "no_act" if asked.intent in ACTS else "nothing"
    text = telling.say(key, question=saying.question(asked), note=note)
    return Reply(question, Status.UNKNOWN, text, asked, asked.documents + asked.units)


def _nearest(asked: Asked) -> list[Asked]:
    """The same question without the words that no task has, where that can be answered."""
    if not asked.documents:
        return []
    return [Asked(asked.intent, asked.documents, asked.units, asked.period, asked.roles)]
