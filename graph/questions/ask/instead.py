"""What is told where nothing is told of what is asked: of what is nearest to it (thay vào đó)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from graph.model import EdgeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.state import ENDING
from graph.store import GraphReader

Answer: TypeAlias = Callable[[GraphReader, Asked], Answered | None]

#: what is asked of documents of one kind, and told of others where there are none
ANY_KIND = frozenset(("bases", "resting", "changes", "changed_by"))


def told_instead(store: GraphReader, asked: Asked, answer: Answer) -> Answered | None:
    """The first of these that has an answer, after the words that there is none of what is asked:
    what a document ends otherwise than asked, what it names where it names no basis, documents of
    any kind."""
    for other, none in _others(asked):
        if told := answer(store, other):
            return replace(told, text=telling.sentences([none, told.text]))
    return None


def _others(asked: Asked) -> Iterator[tuple[Asked, Both]]:
    """The questions near to one, and how it is said that there is none of what it asks."""
    if asked.relation in ENDING and asked.intent in ("changes", "changed_by"):
        first, *more = (kind for kind in ENDING if kind is not asked.relation)
        yield replace(asked, relation=first, or_relations=tuple(more)), _none(asked.relation)
    if asked.intent == "bases" and not asked.to_root:
        cited = replace(asked, intent="changes", relation=EdgeKind.CITES)
        yield cited, _none(EdgeKind.BASED_ON)
    if asked.type and asked.intent in ANY_KIND:
        kind = telling.kind(asked.type)
        yield replace(asked, type=""), telling.say("no_kind", kind=kind)


def _none(relation: EdgeKind) -> Both:
    return telling.say("no_relation", relation=telling.relation(relation))
