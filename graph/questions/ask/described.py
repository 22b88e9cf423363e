"""Documents that a question describes by words of their titles (văn bản gọi bằng trích yếu).

One that is called by its kind and by words that stand in one title alone is meant; what several
titles hold is offered, never chosen.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from graph.model import Node, NodeKind
from graph.questions.ask.denials import denied_alike
from graph.questions.ask.grammar import WordsRow
from graph.questions.ask.items import Item
from graph.questions.ask.saying import document_name
from graph.questions.ask.words import Word, fits, spelt, words_of
from graph.store import GraphReader
from graph.vocabulary import document_types, rows
from graph.words.folding import words

HITS = 4
#: titles that are compared, and the words of one that tell it from others
COMPARED, FEWEST, LONGEST = 50, 2, 24


def with_documents_named(store: GraphReader, text: str, items: Sequence[Item]) -> Iterator[str]:
    """The question with a document's name for the words that stand in its title, each way."""
    for start, item in _topics(items):
        asked = words(text[item.start : item.end])
        hits = store.search(" ".join(asked), kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False)
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
        for node in _titled(store, kind, asked):
            name = document_name(node, exact=True)
            yield item.end - start, text[:start] + name + text[item.end :]


def with_the_longest_title(
    store: GraphReader, text: str, named: Collection[int] = ()
) -> Iterator[tuple[int, str]]:
    """The same for words that begin with a kind, whatever they mean elsewhere: as many of them as
    stand in a title. Where a document is ``named`` (Luật Đất đai 31/2024/QH15), it is meant and
    not the one whose title names it."""
    spoken = words_of(text)
    for at in range(len(spoken) - FEWEST):
        if spoken[at].start in named:
            continue
        kind, rest = _kind(spoken[at:])
        owner, rest = _owner(rest) if kind else ((), rest)
        lead = len(spoken) - at - len(rest)
        for length in range(min(LONGEST, len(rest)), FEWEST, -1) if kind else ():
            titled = _titled(store, kind, rest[:length])
            found = [n for n in titled if _is_of(n, owner)]
            for node in found:
                start, end = spoken[at].start, spoken[at + lead + length - 1].end
                yield end - start, text[:start] + document_name(node, exact=True) + text[end:]
            if found:
                return


def _owner(rest: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words for an organ between "của" and "về", and those behind: (Thông tư) của Bộ Xây dựng
    về giá dịch vụ."""
    about = next((at for at, word in enumerate(rest) if fits(word.written, "về")), 0)
    owned = bool(about) and fits(rest[0].written, "của") and about < len(rest) - 1
    return (spelt(rest[1:about]), rest[about + 1 :]) if owned else ((), rest)


def _is_of(node: Node, owner: Sequence[Word]) -> bool:
    """Whether the name of who issued it holds these words."""
    return _follow(owner, str(node.properties.get("issuer") or "")) if owner else True


def _titled(store: GraphReader, kind: str, asked: Sequence[Word]) -> list[Node]:
    """The documents of the kind, or that approve one, whose titles hold the words in this order;
    none where they are too many to mean any."""
    said = " ".join(word.folded for word in asked)
    hits = [
        hit.node
        for hit in store.search(said, kinds=[NodeKind.DOCUMENT], limit=COMPARED, snippets=False)
    ]
    if len(hits) == COMPARED and {word.folded for word in asked} <= _title(hits[-1]):
        return []
    found = [node for node in hits if _in_order(asked, node)]
    named = [n for n in found if n.properties.get("type") == kind] or [
        n for n in found if held_in_order(f"{kind} {said}", n)
    ]
    return named if len(named) <= HITS else []


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
    return all(any(fits(word.written, other.written) for other in own) for word in asked) and (
        denied_alike(asked, title)
    )


def _topics(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Topics, and where they begin: with a word for documents right before them."""
    for before, item in zip((None, *items), items, strict=False):
        if item.symbol == "topic":
            led = before is not None and before.symbol == "text"
            yield before.start if before is not None and led else item.start, item


def _kind(spoken: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    """The kind of document that the words begin with, and the words after it."""
    for name, kind in _kinds():
        short = len(name) == 1 and name[0].isupper()
        if len(spoken) > len(name) and all(
            fits(word.written, other) for word, other in zip(spoken, name, strict=False)
        ):
            if short and not spoken[0].short:
                continue  # "đã" is no ĐA
            rest = spoken[len(name) :]
            return kind, rest[1:] if fits(rest[0].written, "về") else rest
    return "", spoken


@cache
def _kinds() -> tuple[tuple[list[str], str], ...]:
    """What kinds of documents are called, in full or in letters, and what is issued with one; the
    longest first."""
    full = [(row.name.split(), row.name) for row in document_types()]
    letters = [
        ([a], row.name) for row in document_types() for a in row.abbreviations if a.isalpha()
    ]
    issued = [
        (w.split(), w) for row in rows("questions", "issued_with", WordsRow) for w in row.words
    ]
    return (*sorted((*full, *issued), key=lambda kind: -len(kind[0])), *letters)


def _title(node: Node) -> set[str]:
    return {word for part in (node.label, *titles_of(node)) for word in words(part)}
