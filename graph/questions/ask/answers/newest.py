"""The newest and the oldest document of a kind, an organ or a province (văn bản mới nhất, cũ
nhất)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import issued_by
from graph.questions.ask.answers.picking import fits, noun
from graph.questions.ask.answers.titles import without_joint
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.described import held_in_order, titles_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.store import GraphReader
from graph.traverse import with_evidence

#: what a day lacks that is known by year or month alone, at its earliest and at its latest
EARLIEST, LATEST = "0000-01-01", "0000-12-31"


@dataclass(slots=True)
class _Newest:
    """The documents that may be the newest of those seen: none of them is known to be older than
    another. ``since``: the latest of the days on which one was issued at the earliest."""

    found: list[Node]
    since: str = ""
    count: int = 0
    undated: int = 0

    def add(self, node: Node) -> None:
        """Look at one document more."""
        first, last = _days(node)
        self.count += 1
        self.undated += not first
        if not first or last < self.since:
            return
        if first > self.since:
            self.since = first
            self.found = [other for other in self.found if _days(other)[1] >= first]
        self.found.append(node)


def newest(store: GraphReader, asked: Asked) -> Answered | None:
    """The document that was issued last of those loaded, and what is cited and later; several where
    their days do not tell which."""
    loaded, cited = _Newest([]), _Newest([])
    for node in _wanted(store, asked):
        side = loaded if node.properties.get("status") == "loaded" else cited
        side.add(node)
    if not loaded.found:
        return None
    order = sorted(loaded.found, key=lambda node: node.id)
    parts = [_told(asked, "latest", loaded.count, order)]
    later = [node for node in cited.found if _days(node)[0] > loaded.since]
    if later:
        parts.append(telling.say("latest.cited", list=telling.documents(later)))
    if loaded.undated:
        parts.append(telling.say("latest.undated", count=loaded.undated))
    return _shown(store, parts, order, later)


def newest_of(store: GraphReader, asked: Asked) -> Answered | None:
    """The newest of the loaded documents that rest on one, or do to it what is asked."""
    kinds = (asked.relation or EdgeKind.BASED_ON, *asked.or_relations)
    edges = store.expand([asked.document.id], kinds, reverse=True)
    nodes = store.nodes({edge.source for edge in edges}).values()
    seen = _Newest([])
    for node in nodes:
        if node.kind is NodeKind.DOCUMENT and fits(node, asked):
            seen.add(node)
    if not seen.found:
        return None
    order = sorted(seen.found, key=lambda node: node.id)
    said = [telling.say("latest.one", document=telling.document(n), title=_title(n)) for n in order]
    text = telling.say(
        "latest.of", kind=noun(asked), count=seen.count, document=telling.document(asked.document),
        relation=telling.relation(kinds[0]), list=telling.listing(said),
    )  # fmt: skip
    parts = [text]
    if seen.undated:
        parts.append(telling.say("latest.undated", count=seen.undated))
    shown = {node.id for node in order}
    proof = with_evidence(store, [edge for edge in edges if edge.source in shown])
    return Answered(telling.sentences(parts), (asked.document, *order), proof)


def oldest(store: GraphReader, asked: Asked) -> Answered | None:
    """The document that was issued first of those loaded; several where their days do not tell
    which."""
    loaded = [n for n in _wanted(store, asked) if n.properties.get("status") == "loaded"]
    dated = [node for node in loaded if _days(node)[0]]
    if not dated:
        return None
    until = min(_days(node)[1] for node in dated)
    order = sorted((n for n in dated if _days(n)[0] <= until), key=lambda node: node.id)
    parts = [_told(asked, "oldest", len(loaded), order)]
    if len(dated) < len(loaded):
        parts.append(telling.say("oldest.undated", count=len(loaded) - len(dated)))
    return _shown(store, parts, order)


def _told(asked: Asked, key: str, count: int, order: Sequence[Node]) -> Both:
    """The first or last of so many, or those among which their days do not tell it."""
    issuer = _issuer(asked)
    by = telling.say("latest.by", unit=issuer) if issuer else Both("", "")
    signed = telling.say("wanted.signed", name=asked.signer) if asked.signer else Both("", "")
    said = [telling.say("latest.one", document=telling.document(n), title=_title(n)) for n in order]
    return telling.say(
        key if len(order) == 1 else f"{key}.several",
        kind=telling.kind(asked.type),
        by=telling.joined((by, signed)),
        when=time_of(asked, " "),
        count=count,
        list=telling.listing(said),
    )


def _shown(
    store: GraphReader, parts: Sequence[Both], order: Sequence[Node], later: Sequence[Node] = ()
) -> Answered:
    edges = with_evidence(store, store.expand([n.id for n in order], (EdgeKind.ISSUED_BY,)))
    units = store.nodes({edge.target for edge in edges})
    return Answered(telling.sentences(parts), (*order, *later, *units.values()), edges)


def _wanted(store: GraphReader, asked: Asked) -> Iterator[Node]:
    """The documents that are asked for; with words, those whose titles hold them."""
    about = without_joint(asked.topic)
    if about and about == asked.topic and " " not in about:
        return  # one word that nothing joins to the document
    for node in issued_by(store, asked):
        if not about or held_in_order(about, node):
            yield node


def _issuer(asked: Asked) -> str:
    return asked.units[0].label if asked.units else telling.place(asked.place)


def _title(node: Node) -> str:
    titles = titles_of(node)
    return telling.clipped(titles[0], telling.QUOTE) if titles else ""


def _days(node: Node) -> tuple[str, str]:
    """The first and last day on which a document can have been issued; empty where none is told."""
    day = str(node.properties.get("issued") or node.properties.get("issued_partial") or "")
    return (day + EARLIEST[len(day) :], day + LATEST[len(day) :]) if day else ("", "")
