"""A document called by its kind and who issued it: "thông báo của Tổng cục Thuế" (gọi bằng nơi
ban hành).

Kind and issuer alone name a document only where the question is not understood otherwise and the
issuer has but few of the kind; of several none is chosen.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.model import EdgeKind, Node
from graph.questions.ask.grammar import counting_words
from graph.questions.ask.mention import Mention
from graph.questions.ask.narrowing import place_of, year_of
from graph.questions.ask.units import units_in
from graph.questions.ask.words import all_fit, words_of
from graph.store import GraphReader
from graph.vocabulary import document_types
from graph.words.folding import fold

#: documents of an issuer that are looked at; those of a kind that can be meant
LOOKED_AT, FEW = 400, 4
_OF = re.compile(r"\s+(?:cua|do)\s+")
_YEAR = re.compile(r"\s+nam\s+((?:19|20)\d\d)(?!\w)")


def by_kind_and_issuer(store: GraphReader, text: str) -> Iterator[Mention]:
    """The documents that a kind, maybe a year, and "của" an organ or a province name."""
    folded = fold(text)
    for at, end, kind in _kinds_said(text):
        year = _YEAR.match(folded, end)
        led = _OF.match(folded, year.end() if year else end)
        issuer = _issuer(store, text, led.end()) if led else None
        if issuer is None:
            continue
        unit, stop = issuer
        after = None if year else _YEAR.match(folded, stop)
        said = year or after
        found = _issued(store, unit, kind)
        if said:
            found = [node for node in found if year_of(node) == int(said[1])]
        if 0 < len(found) <= FEW:
            stop = after.end() if after else stop
            yield Mention(text[at:stop], at, stop, tuple(found))


def _kinds_said(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a kind of document is said in full, but not where many are asked for."""
    spoken = words_of(text)
    at = 0
    while at < len(spoken):
        fit = (k for k in _kinds() if all_fit(spoken[at : at + len(k.split())], k.split()))
        kind = max(fit, key=len, default="")
        before = tuple(word.folded for word in spoken[max(0, at - 2) : at])
        if kind and not {before, before[-1:]} & counting_words():
            yield spoken[at].start, spoken[at + len(kind.split()) - 1].end, kind
        at += len(kind.split()) or 1


def _issuer(store: GraphReader, text: str, at: int) -> tuple[str, int] | None:
    """The organ that is named here, and where its name ends; a province is its committee."""
    named = next((u for u in units_in(store, text, [(0, at)]) if u.start == at), None)
    if named:
        return (named.candidates[0].id, named.end) if len(named.candidates) == 1 else None
    place = place_of(text[at:])
    return (f"vn/{place[0]}/ubnd", at + place[1]) if place else None


def _issued(store: GraphReader, issuer: str, kind: str) -> list[Node]:
    """The loaded documents of a kind that an organ issued; none where they are too many to see."""
    edges = store.links(issuer, (EdgeKind.ISSUED_BY,), reverse=True, limit=LOOKED_AT)
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
