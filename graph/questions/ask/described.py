"""Documents that a question describes by words of their titles (văn bản gọi bằng trích yếu).

One that is called by its kind and by words that stand in one title alone is meant; what several
titles hold is offered, never chosen.
"""

from collections.abc import Iterator, Sequence

from graph.folding import words
from graph.model import Node, NodeKind
from graph.questions.ask.lexer import Item
from graph.questions.ask.saying import document_name
from graph.questions.ask.words import Word, fits, words_of
from graph.store import GraphReader
from graph.vocabulary import document_types

HITS = 4
#: titles that are compared, and the words of one that tell it from others
COMPARED, FEWEST = 50, 2


def with_documents_named(store: GraphReader, text: str, items: Sequence[Item]) -> Iterator[str]:
    """The question with a document's name for the words that stand in its title, each way."""
    for start, item in _topics(items):
        asked = words(text[item.start : item.end])
        hits = store.search(" ".join(asked), kinds=[NodeKind.DOCUMENT], limit=HITS)
        for node in (hit.node for hit in hits):
            if len(asked) > 1 and set(asked) <= _title(node):
                yield text[:start] + document_name(node, exact=True) + text[item.end :]


def with_the_document(
    store: GraphReader, text: str, items: Sequence[Item]
) -> Iterator[tuple[int, str]]:
    """The question with the name of each document that kind and title tell, and how many
    characters stood for it; of one alone it is meant."""
    for start, item in _topics(items):
        kind, asked = _kind(words_of(text[start : item.end]))
        if not kind or len(asked) < FEWEST:
            continue
        said = " ".join(word.folded for word in asked)
        hits = store.search(said, kinds=[NodeKind.DOCUMENT], limit=COMPARED)
        found = [hit.node for hit in hits if _in_order(asked, hit.node)]
        named = [n for n in found if n.properties.get("type") == kind] or [
            n for n in found if held_in_order(f"{kind} {said}", n)
        ]
        if len(hits) < COMPARED and len(named) <= HITS:
            for node in named:
                name = document_name(node, exact=True)
                yield item.end - start, text[:start] + name + text[item.end :]


def held_in_order(topic: str, node: Node) -> bool:
    """Whether a title of the document holds these words in this order, others between them."""
    return _in_order(words_of(topic), node)


def titles_of(node: Node) -> list[str]:
    """The title and names of a document, the fullest first."""
    facts = node.properties
    said = (facts.get("title"), facts.get("name"), facts.get("short_title"))
    return [str(part) for part in said if part]


def _in_order(asked: Sequence[Word], node: Node) -> bool:
    return bool(asked) and any(_follow(asked, title) for title in titles_of(node))


def _follow(asked: Sequence[Word], title: str) -> bool:
    own = iter(words_of(title))
    return all(any(fits(word.written, other.written) for other in own) for word in asked)


def _topics(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Topics, and where they begin: with a word for documents right before them."""
    for before, item in zip((None, *items), items, strict=False):
        if item.symbol == "topic":
            led = before is not None and before.symbol == "text"
            yield before.start if before is not None and led else item.start, item


def _kind(spoken: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    """The kind of document that the words begin with, and the words after it."""
    for row in sorted(document_types(), key=lambda row: -len(row.name.split())):
        name = row.name.split()
        if len(spoken) > len(name) and all(
            fits(word.written, other) for word, other in zip(spoken, name, strict=False)
        ):
            rest = spoken[len(name) :]
            return row.name, rest[1:] if fits(rest[0].written, "về") else rest
    return "", spoken


def _title(node: Node) -> set[str]:
    return {word for part in (node.label, *titles_of(node)) for word in words(part)}
