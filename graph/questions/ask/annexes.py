"""Annexes named in a question: phụ lục, phụ lục của Kế hoạch 2132."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask.issued_by import kinds_said
from graph.questions.ask.mention import Mention
from graph.store import GraphReader
from graph.words.folding import fold

#: documents with "phụ lục" in them that are looked at
HITS = 200
_ASKED_FOR = re.compile(r"\s+(?:nao|gi)(?!\w)")
_COUNTED = re.compile(r"(?<!\w)(?:may|bao nhieu)\s+$")
_ANNEX = re.compile(r"(?<!\w)(?:cac\s+)?phu luc(?!\w)(?:\s+(?:ban hanh kem theo|kem theo|cua))*")


def with_annexes(store: GraphReader, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The documents named and the annexes of the one named with "phụ lục", by place."""
    found = list(mentions)
    for match in _ANNEX.finditer(fold(text)):
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        if _COUNTED.search(fold(text[: match.start()])) or _ASKED_FOR.match(
            fold(text), match.end()
        ):
            continue  # "có mấy phụ lục" asks for them and names none
        own = next((m for m in found if 0 <= m.start - match.end() <= 1), None)
        parents = {node.id for one in ([own] if own else found) for node in one.candidates}
        end = own.end if own else match.end()
        annexes, annexed = _annexes(store, sorted(parents))
        if own and not annexes:  # it stands in the file of its document
            continue
        if own:
            found.remove(own)
        else:
            found = [_that_has(one, annexed) for one in found]
        found.append(Mention(text[match.start() : end], match.start(), end, annexes))
    return tuple(sorted(found, key=lambda mention: mention.start))


def by_kind_with_annex(store: GraphReader, text: str) -> Iterator[Mention]:
    """The document of a kind that alone has an annex, where both are said and no number or year:
    "so sánh kế hoạch với phụ lục"."""
    said = fold(text)
    if not _ANNEX.search(said) or any(sign.isdigit() for sign in said):
        return
    hits = store.search("phu luc", kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False)
    if len(hits) == HITS:  # too many to tell
        return
    edges = store.expand([hit.node.id for hit in hits], (EdgeKind.ANNEX_OF,))
    parents = store.nodes(sorted({edge.target for edge in edges})).values()
    for start, end, kind in kinds_said(text):
        found = tuple(node for node in parents if node.properties.get("type") == kind)
        if len(found) == 1 and not _ASKED_FOR.match(said, end):
            yield Mention(text[start:end], start, end, found)


def _annexes(store: GraphReader, parents: Sequence[str]) -> tuple[tuple[Node, ...], frozenset[str]]:
    """The annexes of these documents, and which of them have any."""
    edges = store.expand(parents, (EdgeKind.ANNEX_OF,), reverse=True)
    nodes = store.nodes(sorted({edge.source for edge in edges}))
    return tuple(nodes[id] for id in sorted(nodes)), frozenset(edge.target for edge in edges)


def _that_has(mention: Mention, annexed: frozenset[str]) -> Mention:
    """Of several documents that fit, those that have an annex: one without is not meant."""
    having = tuple(node for node in mention.candidates if node.id in annexed)
    return replace(mention, candidates=having or mention.candidates)
