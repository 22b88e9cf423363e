"""From what a person writes to one id: an id, a number and symbol, or a name (tra mã).

Nothing is guessed: several things that fit are all shown, and the asker chooses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.catalogue import render
from graph.errors import NotFoundError
from graph.folding import words
from graph.labels import symbol_text
from graph.model import Node, NodeKind
from graph.store import GraphReader

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
    if node := store.nodes([text]).get(text):
        if kinds and node.kind not in kinds:
            wanted = ", ".join(kinds)
            raise NotFoundError("lookup.kind", id=text, kind=node.kind.value, wanted=wanted)
        return text, None
    hits = [hit.node for hit in store.search(text, kinds=kinds, limit=HITS)]
    exact = [node for node in hits if _is_called(node, text)]
    candidates = exact or hits
    if not candidates:
        raise NotFoundError("node.unknown", id=text)
    if len(candidates) > 1:
        shown = "; ".join(f"{node.id} ({node.label})" for node in candidates[:SHOWN])
        raise NotFoundError("lookup.several", text=text, candidates=shown)
    node = candidates[0]
    return node.id, Taken(text, node)


def _is_called(node: Node, text: str) -> bool:
    """Whether ``text`` is one of the node's names, whatever type stands before its number."""
    asked = words(text)
    facts = node.properties
    number = words(symbol_text(facts.get("number"), facts.get("symbol")))
    if facts.get("number") and number == asked[-len(number) :]:
        return True
    names = (node.label, facts.get("name"), facts.get("short_name"))
    return any(name and words(name) == asked for name in names)
