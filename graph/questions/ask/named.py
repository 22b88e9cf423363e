"""Documents called by a name: a law by its title, another by the short name loaded ones give it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from graph.model import Node, NodeKind
from graph.questions.ask.mention import Mention
from graph.questions.ask.words import Word, all_fit, fits, spelt, words_of
from graph.store import GraphReader
from graph.vocabulary import document_types, table
from graph.words.folding import words

LONGEST_NAME = 14  # words of a law's name or a short name


def by_name(store: GraphReader, text: str, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Documents called by a name: Luật Đo lường, or a short name that has no number."""
    spoken = words_of(text)
    free = [not any(m.start <= w.start < m.end for m in taken) for w in spoken]
    at = 0
    while at < len(spoken):
        length = 0
        if free[at] and any(fits(spoken[at].written, first) for first in _first_words()):
            stop = next((i for i in range(at, len(spoken)) if not free[i]), len(spoken))
            runs = range(min(LONGEST_NAME, stop - at), 1, -1)
            said = {n: text[spoken[at].start : spoken[at + n - 1].end] for n in runs}
            aliases = aliases_of(store, said.values())
            for length in runs:
                nodes = _called(store, said[length], aliases)
                if (full := _spelt(spoken[at : at + length])) != said[length]:  # Luật BHXH
                    nodes += tuple(n for n in _called(store, full, aliases) if n not in nodes)
                if nodes:
                    start, end = spoken[at].start, spoken[at + length - 1].end
                    yield Mention(text[start:end], start, end, nodes)
                    break
            else:
                length = next((n for n in runs if _is_law(spoken[at : at + n])), 0)
                if length:  # a law that nobody cites
                    start, end = spoken[at].start, spoken[at + length - 1].end
                    yield Mention(text[start:end], start, end, ())
        at += length or 1


def _spelt(said: Sequence[Word]) -> str:
    """The words with their short forms spelt out."""
    return " ".join(word.written for word in spelt(said))


def _is_law(said: Sequence[Word]) -> bool:
    """Whether the words are the title of a known law; "luật được" is not Luật Dược."""
    name = _laws().get(tuple(word.folded for word in said))
    return name is not None and all_fit(said, name.split())


def _called(store: GraphReader, name: str, aliases: dict[str, list[str]]) -> tuple[Node, ...]:
    folded = words(name)
    if known := aliases.get(" ".join(folded)):
        return tuple(store.nodes(known).values())
    if folded[0] not in _named_kinds():
        return ()
    hits = store.search(name, kinds=[NodeKind.DOCUMENT], limit=20, snippets=False)
    return tuple(
        hit.node
        for hit in hits
        if folded in (_without_year(hit.node), words(hit.node.label))
        or folded == words(str(hit.node.properties.get("name") or ""))
    )


def _without_year(node: Node) -> list[str]:
    """The words of a name without the year that tells a law from the older one: Luật Nhà ở 2023."""
    own = words(str(node.properties.get("name") or ""))
    return own[:-1] if own and own[-1] == str(node.properties.get("year") or "") else own


def aliases_of(store: GraphReader, names: Iterable[str]) -> dict[str, list[str]]:
    """Short names that loaded documents announce → the documents they mean."""
    keys = [" ".join(words(name)) for name in names]
    offered = store.offers([f"alias:{key}" for key in keys])
    return {
        key: sorted({_target(value) for value, _ in pairs})
        for key in keys
        if (pairs := offered.get(f"alias:{key}"))
    }


def _target(value: str) -> str:
    """The id an offer holds, bare or among what is printed of the document."""
    return str(json.loads(value)["id"]) if value.startswith("{") else value


@cache
def _first_words() -> tuple[str, ...]:
    return tuple(sorted({row.name.split()[0].lower() for row in document_types()}))


@cache
def _named_kinds() -> frozenset[str]:
    """Folded first words of what is called by a title and not by a number: laws, strategies."""
    named = {words(row.name)[0] for row in document_types() if row.rank == "named"}
    return frozenset(named | {law[0] for law in _laws()})


@cache
def _laws() -> dict[tuple[str, ...], str]:
    """Folded words of the titles of known laws → the title."""
    return {tuple(words(name)): name for row in table("laws", "law") if (name := str(row["name"]))}
