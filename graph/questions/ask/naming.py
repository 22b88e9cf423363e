"""What a question names, and the ways its words can be taken (những gì câu hỏi nêu tên)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from graph.model import Node
from graph.questions.ask.annexes import with_annexes
from graph.questions.ask.documents import documents_in
from graph.questions.ask.grammar import cues, longest
from graph.questions.ask.items import FILLER, Item, Line, slot_items
from graph.questions.ask.lexer import lines
from graph.questions.ask.mention import Mention
from graph.questions.ask.narrowing import place_of
from graph.questions.ask.periods import periods_in, year_apart
from graph.questions.ask.signers import signers_in
from graph.questions.ask.topics import items_named
from graph.questions.ask.unit_mention import UnitMention
from graph.questions.ask.units import units_in
from graph.questions.ask.words import all_fit, words_of
from graph.store import GraphReader
from graph.words.folding import fold

#: symbols of what a unit does, or of work that it has
ACTS = frozenset(
    ("must", "do", "role", "task", "report", "what", "assign", "not", "why", "workload")
)
_QUOTED = re.compile(r"[\"“«]\s*([^\"“”«»]{4,}?)\s*[\"”»]")
#: folded words between an organ and whom its document gives work
_GIVES = re.compile(r"\s+(?:da\s+)?(?:giao|phan cong|yeu cau|chi dao)\s")


def ways_to_take(
    store: GraphReader, text: str, today: date, called: Sequence[Mention] = ()
) -> tuple[Line, ...]:
    """The ways to take a question, the cheapest first; ``called``: documents that words name which
    by themselves name none."""
    named = documents_in(store, text)
    named += tuple(c for c in called if not any(n.start < c.end and c.start < n.end for n in named))
    documents = with_annexes(store, text, tuple(sorted(named, key=lambda m: m.start)))
    taken = [(mention.start, mention.end) for mention in documents]
    periods = [
        period for period in periods_in(text, today) if not _is_in(period.start, period.end, taken)
    ]
    taken += [(period.start, period.end) for period in periods]
    times, years = year_apart(periods)
    signers = signers_in(store, text, taken)
    taken += [(signer.start, signer.end) for signer in signers]
    units = units_in(store, text, taken)
    items = [Item("topic", *span) for span in items_named(text)] if documents else []
    items += [Item("topic", *span) for span in _quoted(text) if not _is_in(*span, taken)]
    items += [Item(FILLER, year.start, year.end) for year in years]
    slots = (*slot_items(documents, units, times), *items, *signers)
    taken += [(unit.start, unit.end) for unit in units]
    said = [*_places_said_again(text, documents, taken)]
    said += _issuers_said_again(text, documents, units)
    again = [Item(FILLER, *span) for span in said]
    spoken = words_of(text)
    found = lines(spoken, slots, text)
    if again:
        found += tuple(
            replace(line, price=line.price + 1)
            for line in lines(spoken, (*_without(slots, said), *again), text)
        )
    everyone = [(unit.start, unit.end) for unit in units if _may_be(unit, "everyone", "level")]
    if everyone:
        found += lines(spoken, _without(slots, everyone), text)
    levels = [unit for unit in units if _may_be(unit, "level")]
    told = (line for line in found if not any(_issues(line, unit) for unit in levels))
    return tuple(sorted(told, key=lambda line: line.price))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """What stands in quotes: words of a name, whatever they mean elsewhere."""
    return (match.span(1) for match in _QUOTED.finditer(text))


def _issues(line: Line, unit: UnitMention) -> bool:
    """Whether the documents right before a unit are taken for those it issued."""
    behind = (b for a, b in pairwise(line.items) if a.symbol in ("which", "titled", "text"))
    owners = (item.owner for item in line.items if item.owner)
    return any(item.named is unit for item in (*behind, *owners))


def _may_be(unit: UnitMention, *symbols: str) -> bool:
    """Whether what an organ is called may mean every unit there is (các đơn vị) or a level of them,
    whose documents are asked for (văn bản của trung ương)."""
    spoken = words_of(unit.text)
    known = cues().get(tuple(word.folded for word in spoken), ())
    return any(cue.symbol in symbols and all_fit(spoken, own) for own, cue in known)


def _without(slots: Sequence[Item], said: Sequence[tuple[int, int]]) -> list[Item]:
    return [slot for slot in slots if (slot.start, slot.end) not in said]


def _is_in(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < stop and begin < end for begin, stop in taken)


def _places_said_again(
    text: str, documents: Sequence[Mention], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where a question says the province that every document it names is of, which tells nothing
    more: "Sở nào của Bắc Ninh nhiều việc nhất trong KH 144?"."""
    places = {_places(node) for mention in documents for node in mention.candidates}
    if len(places) != 1:
        return
    of = places.pop()
    end = 0
    for word in words_of(text):
        place = place_of(text[word.start :]) if word.start >= end else None
        if place and place[0] in of:
            end = word.start + place[1]
            if not _is_in(word.start, end, taken):
                yield word.start, end


def _issuers_said_again(
    text: str, documents: Sequence[Mention], units: Sequence[UnitMention]
) -> Iterator[tuple[int, int]]:
    """Where a unit is only said to have given what its own document gives ("Thủ tướng giao bộ nào
    nhiều việc nhất trong QĐ 2629?") or, right behind its document, to have issued it ("công văn
    5348 Cục Thuế trả lời ai"), unless it may be asked what it does."""
    ids = [node.id for mention in documents for node in mention.candidates]
    for unit in units:
        organs = [f"{node.id}/" for node in unit.candidates]
        own = ids and any(all(id.startswith(organ) for id in ids) for organ in organs)
        behind = any(not text[m.end : unit.start].strip() for m in documents)
        if own and (_GIVES.match(fold(text), unit.end) or (behind and not _acts(text, unit.end))):
            yield unit.start, unit.end


def _acts(text: str, at: int) -> bool:
    """Whether the next words may tell what a unit does: phải, làm, chủ trì, báo cáo."""
    spoken = words_of(text[at:])
    for length in range(min(longest(), len(spoken)), 0, -1):  # "có hiệu lực" is more than "có"
        run = spoken[:length]
        known = cues().get(tuple(word.folded for word in run), ())
        if said := [cue for own, cue in known if all_fit(run, own)]:
            return any(cue.symbol in ACTS for cue in said)
    return False


def _places(document: Node) -> tuple[str, ...]:
    """The parts of an id that say where a document is of."""
    return tuple(document.id.split("/")[1:-3])
