"""From a meaning to an answer: which nodes are meant, in which year, and what the graph says of
them; or why none of it can be told (từ cách hiểu đến câu trả lời)."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, product
from typing import TypeAlias

from graph.model import Node
from graph.questions.ask.answering import ELSE, answer_to
from graph.questions.ask.instead import told_instead
from graph.questions.ask.mention import Mention
from graph.questions.ask.placing import placed
from graph.questions.ask.readings import Reading
from graph.questions.ask.reply import Answered, Asked
from graph.questions.ask.unit_mention import UnitMention
from graph.questions.ask.years import each_year, in_each_year
from graph.store import GraphReader
from graph.words.folding import words

#: meanings of one question that are looked at
MOST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A question with its answer; ``beside``: nothing is told of what it asks, but of what is near
    (another role, another kind)."""

    asked: Asked
    answered: Answered
    also: tuple[Asked, ...] = ()  # the same in other years
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A question that may mean several things, each of them to be asked (còn nhiều khả năng)."""

    choices: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Words that name a document or unit which is not there."""

    reading: Reading
    mention: Mention | UnitMention


@dataclass(frozen=True, slots=True)
class Silent:
    """A question understood, of which the graph says nothing; ``unsure``: words that name several
    units, of none of which it says anything."""

    asked: Asked
    unsure: str = ""


Outcome: TypeAlias = Told | Open | Unnamed | Silent


def ground(store: GraphReader, reading: Reading, today: date) -> Outcome:
    """What comes of a meaning.

    Of several documents that fit none is chosen. Of several units only one that alone can be
    meant: by the document or task asked about, or among units of one name the only one with an
    answer. The same holds for the years a time can be meant in.
    """
    reading = placed(store, reading)
    mentions: list[Mention | UnitMention] = [*reading.documents, *reading.excepted, *reading.units]
    for mention in mentions:
        if not mention.candidates:
            return Unnamed(reading, mention)
    meanings = choices(reading, today)
    if any(len(m.candidates) > 1 for m in reading.documents):
        return Open(meanings)
    if any(len(m.candidates) > 1 for m in reading.excepted):
        return Unnamed(reading, reading.excepted[0])
    dated = [one for meaning in meanings for one in in_each_year(store, meaning)]
    told = [(one, answer) for one in dated if (answer := answer_to(store, one))]
    if not told and len(meanings) > 1 and not _narrowed(reading):
        return Open(meanings)
    if not told and len(dated) == 1 and (answer := _of_others(store, dated[0])):
        return Told(dated[0], answer, beside=True)
    if not told:
        several = [m.text for m in reading.units if len(m.candidates) > 1]
        return Silent(dated[0] if dated else meanings[0], several[0] if several else "")
    meant = {tuple(unit.id for unit in one.units) for one, _ in told}
    if len(meant) < len(meanings) and not _narrowed(reading):
        return Open(meanings)
    if len(told) > 1:
        joined = each_year(told)
        return Told(*joined) if joined else Open(tuple(one for one, _ in told))
    return Told(*told[0])


def _of_others(store: GraphReader, asked: Asked) -> Answered | None:
    """What is told where there is nothing of what is asked: of a unit that has no such role which
    others it has, of documents what is near."""
    if near := told_instead(store, asked, answer_to):
        return near
    tell = ELSE.get(asked.intent) if asked.roles else None
    return tell(store, asked) if tell else None


def choices(reading: Reading, today: date) -> tuple[Asked, ...]:
    """Each choice of what is named among what fits, at most ``MOST``."""
    found = (
        _asked(reading, documents, units, today)
        for documents in product(*(m.candidates for m in reading.documents))
        for units in product(*(m.candidates for m in reading.units))
    )
    return tuple(islice(found, MOST))


def nearly(reading: Reading, mention: Mention | UnitMention) -> Reading:
    """The reading with what is nearly called so for what is named and not there."""
    return replace(
        reading,
        documents=tuple(
            replace(m, candidates=m.near) if m is mention else m for m in reading.documents
        ),
        units=tuple(replace(m, candidates=m.near) if m is mention else m for m in reading.units),
    )


def _narrowed(reading: Reading) -> bool:
    """Whether an answer may tell which unit is meant."""
    if reading.documents or reading.topic:
        return True
    return all(len({tuple(words(n.label)) for n in m.candidates}) == 1 for m in reading.units)


def _asked(
    reading: Reading, documents: tuple[Node, ...], units: tuple[Node, ...], today: date
) -> Asked:
    return Asked(
        intent=reading.intent.id,
        documents=documents,
        units=units,
        period=reading.period,
        roles=reading.roles,
        relation=reading.relation,
        or_relations=reading.or_relations,
        topic=reading.topic,
        to_root=reading.to_root,
        kind_of_unit=reading.kind_of_unit,
        type=reading.type,
        measure=reading.measure,
        place=reading.place,
        level=reading.level,
        against=reading.against,
        signer=reading.signer,
        marks=reading.marks,
        excepted=tuple(m.candidates[0] for m in reading.excepted if m.candidates),
        twins=tuple(twin for m in reading.units for twin in m.twins if _beside(twin, units)),
        today=today.isoformat(),
    )


def _beside(unit: Node, units: tuple[Node, ...]) -> bool:
    """Whether a unit stands in the organ of one of these."""
    organ = unit.id.rpartition("/")[0]
    return any(other.id.rpartition("/")[0] == organ for other in units)
