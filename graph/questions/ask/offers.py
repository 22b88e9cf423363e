"""What is said where there is no one answer: outcomes told apart, questions offered (gợi ý)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.questions.ask import saying, telling
from graph.questions.ask.ground import Outcome, Told, Unnamed
from graph.questions.ask.reply import Asked, Both


def once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Outcomes without those that ask the same; of words that mean the same tasks the most."""
    found: list[Outcome] = []
    for outcome in outcomes:
        at = next((at for at, other in enumerate(found) if _same(outcome, other)), None)
        if at is None:
            found.append(outcome)
        elif isinstance(outcome, Told) and _topic(outcome) > _topic(found[at]):
            found[at] = outcome
    return found


def _topic(outcome: Outcome) -> int:
    return len(outcome.asked.topic) if isinstance(outcome, Told) else 0


def _same(one: Outcome, other: Outcome) -> bool:
    if isinstance(one, Told) and isinstance(other, Told):
        return one.asked == other.asked or _answers_alike(one, other)
    if isinstance(one, Unnamed) and isinstance(other, Unnamed):
        return one.mention == other.mention and one.reading.intent == other.reading.intent
    return one == other


def _answers_alike(one: Told, other: Told) -> bool:
    """Whether the answers are the same, but for how many of its words name the same tasks."""
    if one.answered.text == other.answered.text:
        return True
    fewer, more = sorted((one.asked.topic, other.asked.topic), key=len)
    alike = replace(one.asked, topic="") == replace(other.asked, topic="")
    return alike and bool(fewer) and fewer in more and one.answered.nodes == other.answered.nodes


def nearest(offered: Sequence[Asked]) -> Both:
    """The nearest questions that can be answered, as part of a sentence."""
    return telling.say("near", list=offer(offered)) if offered else Both("", "")


def offer(offered: Sequence[Asked]) -> Both:
    """The questions to choose from, numbered."""
    return telling.listing([telling.same(text) for text in saying.ready(offered)], numbered=True)
