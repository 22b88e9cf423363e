"""What is said where there is no one answer: outcomes told apart, questions offered (gợi ý)."""

import re
from collections.abc import Iterable, Sequence

from graph.questions.ask import saying, telling
from graph.questions.ask.ground import Outcome, Told, Unnamed
from graph.questions.ask.reply import Asked, Both


def once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Outcomes without those that ask the same."""
    found: list[Outcome] = []
    for outcome in outcomes:
        if not any(_same(outcome, other) for other in found):
            found.append(outcome)
    return found


def _same(one: Outcome, other: Outcome) -> bool:
    if isinstance(one, Told) and isinstance(other, Told):
        return one.asked == other.asked or one.answered.text == other.answered.text
    if isinstance(one, Unnamed) and isinstance(other, Unnamed):
        return one.mention == other.mention and one.reading.intent == other.reading.intent
    return one == other


def parts_of(text: str) -> list[str]:
    """The questions that a text may be made of."""
    return [p.strip() for p in re.split(r"[?;,]|\s(?:và|va|rồi|roi)\s", text) if p.strip()]


def nearest(offered: Sequence[Asked]) -> Both:
    """The nearest questions that can be answered, as part of a sentence."""
    return telling.say("near", list=offer(offered)) if offered else Both("", "")


def offer(offered: Sequence[Asked]) -> Both:
    """The questions to choose from, numbered."""
    return telling.listing([telling.same(text) for text in saying.ready(offered)], numbered=True)
