"""Words of a question that name a unit, with what right after them tells which: its place, its
organ (Công an xã Tân Lập, Vụ Pháp chế Bộ Y tế)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Node
from graph.questions.ask.grammar import cues
from graph.questions.ask.mention import side_by_side
from graph.questions.ask.narrowing import place_of
from graph.questions.ask.words import Word, all_fit
from graph.words.folding import fold

_AT = re.compile(r"\s+(?:o|tai|cua|thuoc)\s+")  # folded words between a unit and its place
_BETWEEN = re.compile(r",?\s+(?:(?:cua|thuoc|truc thuoc)\s+)?")  # and between it and its organ

_PART = re.compile(r"\sthuoc\s+$")  # the end of what says that it is a part


@dataclass(frozen=True, slots=True)
class UnitMention:
    """Words that name a unit: where they stand and what fits them; ``twins``: units that a misprint
    made of one of these."""

    text: str
    start: int
    end: int
    candidates: tuple[Node, ...]
    near: tuple[Node, ...] = ()
    twins: tuple[Node, ...] = ()


def in_phrase(spoken: Sequence[Word], at: int) -> bool:
    """Whether a word ends a phrase of questions: trên cơ sở | kế hoạch nào."""
    runs = (spoken[at - before : at + 1] for before in (2, 3) if at >= before)
    return any(
        all_fit(run, own)
        for run in runs
        for own, _ in cues().get(tuple(word.folded for word in run), ())
    )


def with_place(mention: UnitMention, text: str) -> UnitMention:
    """The mention with the place right after it, where one of its units is there."""
    led = _AT.match(fold(text), mention.end)
    start = led.end() if led else mention.end
    place = place_of(text[start:])
    fit = tuple(n for n in mention.candidates if place and place[0] in n.id.split("/"))
    if not place or not fit:
        return mention
    end = start + place[1]
    return replace(mention, text=text[mention.start : end], end=end, candidates=fit)


def with_organs(found: Sequence[UnitMention], text: str) -> Iterator[UnitMention]:
    """The mentions, a unit and the organ named right after it as one: Vụ Pháp chế Bộ Y tế."""

    def joined(unit: UnitMention, organ: UnitMention) -> UnitMention | None:
        if not _BETWEEN.fullmatch(fold(text[unit.end : organ.start])):
            return None
        organs = tuple(f"{node.id}/" for node in organ.candidates)
        own = tuple(node for node in unit.candidates if node.id.startswith(organs))
        said = text[unit.start : organ.end]
        if not own and _PART.search(fold(text[unit.start : organ.start])) and organ.candidates:
            near = unit.candidates or unit.near  # there is no such part of that organ
            return replace(unit, text=said, end=organ.end, candidates=(), near=near)
        return replace(unit, text=said, end=organ.end, candidates=own) if own else None

    return side_by_side(found, joined)
