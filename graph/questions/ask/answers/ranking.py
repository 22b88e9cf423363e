"""Who issued or signed most documents, and when; which names most others (xếp hạng)."""

from collections import Counter
from collections.abc import Iterator

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import is_wanted
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.kinds import is_of_kind
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.every import every
from graph.store import GraphReader
from graph.vocabulary import provinces

#: those that are named, the first and what comes next
RANKED = 5
#: characters of an ISO day that tell a year, a month
_SPAN = {"year": 4, "month": 7}
#: how the names of the issuers begin that alone are asked for
_HEADS = ("Sở", "Bộ")


def most_by(store: GraphReader, asked: Asked) -> Answered | None:
    """How many loaded documents each province, issuer, signer, kind or time has, most first."""
    found: dict[str, list[Node]] = {}
    for node in _loaded(store, asked):
        if key := _key(node, asked.measure):
            found.setdefault(key, []).append(node)
    if not found:
        return None
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    said = [
        telling.say("most_by.one", name=_name(key, asked.measure), count=len(found[key]))
        for key in order[:RANKED]
    ]
    text = telling.say(
        "most_by",
        kind=telling.kind(asked.type), list=telling.listing(said, numbered=True),
        when=time_of(asked, " "), count=sum(map(len, found.values())),
    )  # fmt: skip
    first = [
        node for key in order if len(found[key]) == len(found[order[0]]) for node in found[key]
    ]
    return Answered(text, tuple(first[: telling.LISTED]), ())


def naming_most(store: GraphReader, asked: Asked) -> Answered | None:
    """The loaded documents that rest on, repeal … most others, or give most tasks."""
    kind = asked.relation or EdgeKind.ASSIGNS
    nodes = {node.id: node for node in _loaded(store, asked)}
    counts: Counter[str] = Counter()
    for page in every(store, NodeKind.DOCUMENT):
        edges = store.expand([node.id for node in page if node.id in nodes], (kind,))
        pairs = {(edge.source, edge.target) for edge in edges}
        if asked.measure:  # only those of a kind are counted
            ends = store.nodes({target for _, target in pairs})
            pairs = {pair for pair in pairs if is_of_kind(ends[pair[1]], asked.measure)}
        counts.update(source for source, _ in pairs)
    order = sorted(counts, key=lambda id: (-counts[id], id))[:RANKED]
    if not order:
        return None
    said = [
        telling.say("most_by.one", name=telling.document(nodes[id]), count=counts[id])
        for id in order
    ]
    text = telling.say(
        "naming_most", kind=telling.kind(asked.type), relation=telling.relation(kind),
        list=telling.listing(said, numbered=True),
    )  # fmt: skip
    return Answered(text, tuple(nodes[id] for id in order), ())


def _loaded(store: GraphReader, asked: Asked) -> Iterator[Node]:
    for page in every(store, NodeKind.DOCUMENT):
        for node in page:
            loaded = node.properties.get("status") == "loaded"
            if loaded and is_wanted(node, asked) and asked.wants(node):
                yield node


def _key(node: Node, by: str) -> str:
    """What a document counts for."""
    if by == "place":
        place = node.id.split("/")[1]
        return place if place in provinces() else ""
    if by in _SPAN:
        day = str(node.properties.get("issued") or node.properties.get("issued_partial") or "")
        return day[: _SPAN[by]] if len(day) >= _SPAN[by] else ""
    if by in _HEADS:
        issuer = str(node.properties.get("issuer") or "")
        return issuer if issuer.startswith(f"{by} ") else ""
    return str(node.properties.get(by) or "")


def _name(key: str, by: str) -> Both:
    """What is counted, as a sentence names it."""
    if by == "place":
        return telling.same(telling.place(key))
    if by in _SPAN:
        return telling.same("/".join(reversed(key.split("-"))))
    return telling.same(key)
