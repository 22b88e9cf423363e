"""From a meaning to an answer: which nodes are meant, in which year, and what the graph says of
them; or why none of it can be told (từ cách hiểu đến câu trả lời)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, product
from typing import TypeAlias

from graph.model import Node
from graph.questions.ask.answers import (
    acts,
    assigned,
    bases,
    compared,
    content,
    dues,
    everyone,
    facts,
    force,
    lacking,
    lacking_marks,
    library,
    load,
    money,
    newest,
    outcomes,
    pairs,
    parts_of,
    ranking,
    review,
    rhythms,
    shares,
    titles,
    together,
    who,
    why,
    work,
)
from graph.questions.ask.instead import Answer, told_instead
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

ANSWERS: Mapping[str, Answer] = {
    "role": who.who,
    "who_when": who.who,
    "work_about": who.who,
    "others": who.who,
    "idle": lacking.idle,
    "idle_unit": lacking.idle_unit,
    "partners": who.partners,
    "unit_work": work.unit_work,
    "either_work": together.either,
    "shared_work": together.shared,
    "worked_with": together.worked_with,
    "doc_work": assigned.doc_work,
    "why": why.why,
    "why_issued": why.why_issued,
    "why_report": why.why_report,
    "bases": bases.bases,
    "common_bases": pairs.common_bases,
    "portrait": bases.portrait,
    "resting": bases.resting,
    "resting_both": pairs.resting_both,
    "relations": pairs.relations,
    "path": why.connection,
    "changed_by": bases.changed_by,
    "changes": bases.changes,
    "effective": facts.effective,
    "issued": facts.issued,
    "earlier": facts.earlier,
    "held": facts.held,
    "signer": facts.signer,
    "signed_by": titles.signed_by,
    "find": titles.titled,
    "issued_in": library.issued_in,
    "takes_effect": library.takes_effect,
    "pending": library.pending,
    "sent_to": library.sent_to,
    "answering": library.answering,
    "assigning": library.assigning,
    "acted_on": acts.acted_on,
    "acting": acts.acting,
    "acted_by": acts.acted_by,
    "ended": library.ended,
    "totals": library.totals,
    "most_by": ranking.most_by,
    "naming_most": ranking.naming_most,
    "annexes": parts_of.annexes,
    "content": content.content,
    "drafted": content.drafted,
    "most_cited": library.most_cited,
    "money": money.money,
    "proposed": facts.proposed,
    "proposals": facts.proposals,
    "about": facts.about,
    "addressed": facts.addressed,
    "sent_whether": facts.sent_whether,
    "in_force": force.in_force,
    "impact": force.affected,
    "deadlines": dues.deadlines,
    "receives": dues.receives,
    "due": dues.due,
    "standing": rhythms.standing,
    "overdue": rhythms.overdue,
    "upcoming": rhythms.upcoming,
    "when": assigned.when,
    "compare": review.comparison,
    "missing": review.missing_documents,
    "no_lead": lacking.no_lead,
    "two_leads": lacking.two_leads,
    "no_time": lacking.no_time,
    "no_support": lacking.no_support,
    "latest": newest.newest,
    "latest_of": newest.newest_of,
    "unmarked": lacking_marks.unmarked,
    "compare_units": compared.units_compared,
    "compare_times": compared.times_compared,
    "money_source": money.source,
    "oldest": newest.oldest,
    "all_work": everyone.all_work,
    "findings": review.doubts,
    "outcome": outcomes.outcome,
    "parties": shares.parties,
    "both_roles": shares.both_roles,
    "share": shares.share,
    "busiest": load.busiest,
    "idlest": load.idlest,
    "peak": load.peak,
    "trough": load.trough,
    "source": outcomes.source,
    "workload": load.unit_load,
}
#: what is told of one unit that has no such role: which others it has
ELSE: Mapping[str, Answer] = {"unit_work": lacking.idle_unit}


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


def answer_to(store: GraphReader, asked: Asked) -> Answered | None:
    """The answer to a question understood to the last."""
    return ANSWERS[asked.intent](store, asked)


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
        excepted=tuple(m.candidates[0] for m in reading.excepted if m.candidates),
        twins=tuple(twin for m in reading.units for twin in m.twins if _beside(twin, units)),
        today=today.isoformat(),
    )


def _beside(unit: Node, units: tuple[Node, ...]) -> bool:
    """Whether a unit stands in the organ of one of these."""
    organ = unit.id.rpartition("/")[0]
    return any(other.id.rpartition("/")[0] == organ for other in units)
