"""Documents that a question describes by words of their titles: they are offered, never taken."""

from collections.abc import Iterator, Sequence

from graph.folding import words
from graph.model import Node, NodeKind
from graph.questions.ask.lexer import Item
from graph.questions.ask.saying import document_name
from graph.store import GraphReader

HITS = 4


def with_documents_named(store: GraphReader, text: str, items: Sequence[Item]) -> Iterator[str]:
    """The question with a document's name for the words that stand in its title, each way."""
    for before, item in zip((None, *items), items, strict=False):
        if item.symbol != "topic":
            continue
        start = before.start if before is not None and before.symbol == "text" else item.start
        asked = words(text[item.start : item.end])
        hits = store.search(" ".join(asked), kinds=[NodeKind.DOCUMENT], limit=HITS)
        for node in (hit.node for hit in hits):
            if len(asked) > 1 and set(asked) <= _title(node):
                yield text[:start] + document_name(node, exact=True) + text[item.end :]


def _title(node: Node) -> set[str]:
    facts = node.properties
    said = (node.label, facts.get("title"), facts.get("name"), facts.get("short_title"))
    return {word for part in said if part for word in words(str(part))}
