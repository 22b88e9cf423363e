"""From what a person writes to one id: an id, a number and symbol, or a name (tra mã).

Nothing is guessed: several things that fit are all shown, and the asker chooses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.catalogue import render
from graph.errors import NotFoundError
from graph.labels import symbol_text
from graph.model import Node, NodeKind
from graph.questions import known
from graph.questions.called import documents_called, units_called
from graph.questions.known import not_of_kind
from graph.store import GraphReader
from graph.vocabulary import document_types
from graph.words.folding import words

#: hits that are compared; more would not be read by anybody
HITS = 20
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken for words that are not an id (mục được hiểu)."""

    text: str
    node: Node

    def sentence(self, lang: str) -> str:
        """The words and what they were taken for."""
        facts = {"text": self.text, "id": self.node.id, "label": self.node.label}
        return render("lookup.taken", lang, **facts)


def look_up(
    store: GraphReader, text: str, kinds: Sequence[NodeKind] = ()
) -> tuple[str, Taken | None]:
    """The id that ``text`` means, and what was taken when it is not the id itself."""
    if text in store.nodes([text]):
        known(store, text, *kinds)
        return text, None
    hits = [hit.node for hit in store.search(text, kinds=kinds, limit=HITS)]
    exact = [node for node in hits if _is_called(node, text)]
    if not exact:
        called = (*documents_called(store, text), *units_called(store, text))
        exact = [node for node in called if not kinds or node.kind in kinds]
        if kinds and not exact:
            _refuse_other_kinds(store, text, kinds[0], called)
    candidates = exact or [node for node in hits if _is_named_with(node, text)]
    if not candidates:
        raise NotFoundError("node.unknown", id=text)
    if len(candidates) > 1:
        shown = "; ".join(f"{node.id} ({node.label})" for node in candidates[:SHOWN])
        raise NotFoundError("lookup.several", text=text, candidates=shown)
    node = candidates[0]
    return node.id, Taken(text, node)


def _refuse_other_kinds(
    store: GraphReader, text: str, wanted: NodeKind, called: Sequence[Node]
) -> None:
    """Say that the words name a document where a unit is asked for, and the like."""
    hits = [hit.node for hit in store.search(text, limit=HITS)]
    for node in [*(node for node in hits if _is_called(node, text)), *called]:
        if node.kind is not wanted:
            raise not_of_kind(text, node, wanted)


def _is_named_with(node: Node, text: str) -> bool:
    """Whether the words stand in the node's own name or title, not only in a text of it."""
    facts = node.properties
    own = words(" ".join(str(facts.get(part) or "") for part in ("name", "title")))
    return {*words(text)} <= {*own, *words(node.label)}


def _is_called(node: Node, text: str) -> bool:
    """Whether ``text`` is one of the node's names."""
    asked, facts = words(text), node.properties
    names = (node.label, facts.get("name"), facts.get("short_name"))
    return _is_numbered(node, asked) or any(name and words(name) == asked for name in names)


def _is_numbered(node: Node, asked: Sequence[str]) -> bool:
    """Whether the words end in the document's number and symbol, whatever stands before them, or
    are its number alone, with or without its type: "Kế hoạch số 12", "KH 12"."""
    facts, asked = node.properties, _plain(asked)
    number = _plain(words(str(facts.get("number") or "")))
    whole = _plain(words(symbol_text(facts.get("number"), facts.get("symbol"))))
    if not number or node.kind is not NodeKind.DOCUMENT:
        return False
    if facts.get("symbol") and whole == asked[-len(whole) :]:
        return True
    before = asked[: -len(number)]
    if before and before[-1] == "so":  # "Kế hoạch số 12"
        before = before[:-1]
    return asked[-len(number) :] == number and before in _types(str(facts.get("type") or ""))


def _types(type: str) -> list[list[str]]:
    """The ways to write a type, or nothing in its place (Kế hoạch, KH)."""
    row = next((row for row in document_types() if row.name == type), None)
    short = (*row.abbreviations, *row.party_abbreviations, *row.aliases) if row else ()
    return [[], *(words(name) for name in (type, *short))]


def _plain(written: Sequence[str]) -> list[str]:
    """Words without the leading noughts of numbers: 05 is 5."""
    return [word.lstrip("0") or word for word in written]
