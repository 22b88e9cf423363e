"""Words of a question that name a unit, with what right after them tells which: its place, its
organ (Công an xã Tân Lập, Vụ Pháp chế Bộ Y tế)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import Node
from graph.questions.ask.narrowing import place_of
from graph.words.folding import fold

_AT = re.compile(r"\s+(?:o|tai|cua|thuoc)\s+")  # folded words between a unit and its place
_BETWEEN = re.compile(r",?\s+(?:(?:cua|thuoc|truc thuoc)\s+)?")  # and between it and its organ


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
    last: UnitMention | None = None
    for mention in found:
        joined = last and _BETWEEN.fullmatch(fold(text[last.end : mention.start]))
        organs = {f"{node.id}/" for node in mention.candidates}
        own = [n for n in last.candidates if n.id.startswith(tuple(organs))] if last else []
        if last and joined and own:
            said = text[last.start : mention.end]
            last = replace(last, text=said, end=mention.end, candidates=tuple(own))
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last
