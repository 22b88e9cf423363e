"""A document called by its kind and who issued it or gets it: "thông báo của Tổng cục Thuế", "công
văn gửi Cục Thuế" (gọi bằng nơi ban hành, nơi nhận).

Kind and organ alone name a document only where the question is not understood otherwise and the
organ has but few of the kind; of several none is chosen.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.model import EdgeKind, Node
from graph.questions.ask.grammar import counting_words
from graph.questions.ask.mention import Mention
from graph.questions.ask.narrowing import place_of, year_of
from graph.questions.ask.units import units_in
from graph.questions.ask.words import Word, all_fit, words_of
from graph.store import GraphReader
from graph.vocabulary import DocumentTypeRow, document_types
from graph.words.folding import fold

#: documents of an issuer that are looked at; those of a kind that can be meant
LOOKED_AT, FEW = 400, 4
#: what leads the organ that issued it, or to which it is sent
_LED = {
    EdgeKind.ISSUED_BY: re.compile(r"\s+(?:cua|do)\s+"),
    EdgeKind.ADDRESSED_TO: re.compile(r"\s+gui\s+(?:(?:den|toi|cho)\s+)?"),
}
_YEAR = re.compile(r"\s+nam\s+((?:19|20)\d\d)(?!\w)")


def by_kind_and_issuer(store: GraphReader, text: str) -> Iterator[Mention]:
    """The documents that a kind, maybe a year, and "của" or "gửi" an organ or a province name."""
    for link in _LED:
        yield from _named_by(store, text, link)


def _named_by(store: GraphReader, text: str, link: EdgeKind) -> Iterator[Mention]:
    folded = fold(text)
    for at, end, kind in kinds_said(text):
        year = _YEAR.match(folded, end)
        led = _LED[link].match(folded, year.end() if year else end)
        issuer = _issuer(store, text, led.end()) if led else None
        if issuer is None:
            continue
        units, stop = issuer
        after = None if year else _YEAR.match(folded, stop)
        said = year or after
        found = [node for unit in units for node in _linked(store, unit, kind, link)]
        if said:
            found = [node for node in found if year_of(node) == int(said[1])]
        if 0 < len(found) <= FEW:
            stop = after.end() if after else stop
            yield Mention(text[at:stop], at, stop, tuple(found))


def kinds_said(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a kind of document is said, in full or in short, but not where many are asked for."""
    spoken = words_of(text)
    at = 0
    while at < len(spoken):
        kind, length = _kind_at(spoken[at:])
        before = tuple(word.folded for word in spoken[max(0, at - 2) : at])
        if kind and not {before, before[-1:]} & counting_words():
            yield spoken[at].start, spoken[at + length - 1].end, kind
        at += length or 1


def _kind_at(spoken: Sequence[Word]) -> tuple[str, int]:
    """The kind of document that the first words say, in full or in short (KH), and how many."""
    fit = (k for k in _kinds() if all_fit(spoken[: len(k.split())], k.split()))
    kind = max(fit, key=len, default="")
    if not kind and spoken and spoken[0].short:
        short = [row.name for row in document_types() if _is_short(spoken[0], row)]
        return (short[0], 1) if len(short) == 1 else ("", 0)
    return kind, len(kind.split())


def _is_short(word: Word, row: DocumentTypeRow) -> bool:
    return any(all_fit((word,), (short,)) for short in row.abbreviations)


def _issuer(store: GraphReader, text: str, at: int) -> tuple[list[str], int] | None:
    """The organs that may be named here, and where their name ends; a province is its committee."""
    named = next((u for u in units_in(store, text, [(0, at)]) if u.start == at), None)
    if named:
        few = len(named.candidates) <= FEW
        return ([unit.id for unit in named.candidates], named.end) if few else None
    place = place_of(text[at:])
    return ([f"vn/{place[0]}/ubnd"], at + place[1]) if place else None


def _linked(store: GraphReader, organ: str, kind: str, link: EdgeKind) -> list[Node]:
    """The loaded documents of a kind that an organ issued or gets; none of too many to see."""
    edges = store.links(organ, (link,), reverse=True, limit=LOOKED_AT)
    if len(edges) == LOOKED_AT:
        return []
    nodes = store.nodes(sorted({edge.source for edge in edges})).values()
    return [
        node
        for node in nodes
        if node.properties.get("type") == kind and node.properties.get("status") == "loaded"
    ]


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(row.name for row in document_types())
