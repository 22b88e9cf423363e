"""The reply to what a question was found to mean: the one answer, a choice, what is not there."""

from collections.abc import Sequence
from datetime import date

from graph.questions.ask import telling
from graph.questions.ask.ground import Open, Outcome, Told, Unnamed, choices, nearly
from graph.questions.ask.nearby import OFFERED
from graph.questions.ask.offers import nearest, offer
from graph.questions.ask.reply import Asked, Reply, Status


def decided(
    question: str, told: Sequence[Told], undecided: Sequence[Outcome], today: date
) -> Reply:
    """The one answer; the choice between several; what is named and not there."""
    if len(told) == 1 and not undecided:
        asked, answered = told[0].asked, told[0].answered
        text = answered.text
        if asked.twins:
            beside = telling.say("twins", list=telling.units(asked.twins))
            text = telling.sentences([text, beside])
        return Reply(
            question, answered.status, text, asked,
            answered.nodes, answered.edges, (), answered.left_out, told[0].also,
        )  # fmt: skip
    several = [one.asked for one in told]
    several += [c for one in undecided if isinstance(one, Open) for c in one.choices]
    if several:
        return choice(question, "several", several)
    return _unnamed(question, undecided[0], today)


def choice(question: str, key: str, several: Sequence[Asked]) -> Reply:
    """Several questions to choose from."""
    text = telling.say(key if several[1:] else "one", count=len(several), list=offer(several))
    return Reply(question, Status.AMBIGUOUS, text, alternatives=tuple(several))


def _unnamed(question: str, outcome: Outcome, today: date) -> Reply:
    """A document or unit that is not there, and what is nearly called so."""
    assert isinstance(outcome, Unnamed)
    reading, mention = outcome.reading, outcome.mention
    kind = "no_document" if mention in reading.documents else "no_unit"
    near = choices(nearly(reading, mention), today)[:OFFERED]
    text = telling.say(kind, text=mention.text, near=nearest(near))
    return Reply(question, Status.UNKNOWN, text, alternatives=tuple(near))
