"""What documents did to others: which were replaced, repealed …, and by which (tác động)."""

from collections.abc import Mapping
from dataclasses import replace

from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.issuing import is_wanted
from graph.questions.ask.answers.titles import without_joint
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.described import held_in_order
from graph.questions.ask.kinds import is_of_kind
from graph.questions.ask.reply import Answered, Asked
from graph.questions.every import every
from graph.questions.state import ENDING
from graph.store import GraphReader
from graph.traverse import with_evidence


def acted_on(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that others replaced, repealed, amended …, and by which."""
    acts, texts = _acts(store, asked)
    ever = replace(asked, period=None)  # the time asked for is that of the act
    done: dict[str, list[str]] = {}
    for edge in acts:
        if asked.wants(texts[edge.target]) and is_wanted(texts[edge.target], ever):
            done.setdefault(edge.target, []).append(edge.source)
    shown = [edge for edge in acts if edge.target in sorted(done)[: telling.LISTED]]
    return _told(store, asked, "acted_on", done, shown, texts)


def acting(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that replaced, repealed, amended … others, and which; words of a title may
    stand in that of the one or of the others."""
    acts, texts = _acts(store, asked)
    ever = replace(asked, period=None)
    done: dict[str, list[str]] = {}
    for edge in acts:
        one, other = texts[edge.source], texts[edge.target]
        about = without_joint(asked.topic)
        titled = not about or held_in_order(about, one) or held_in_order(about, other)
        if titled and asked.wants(one) and is_wanted(one, ever):
            done.setdefault(edge.source, []).append(edge.target)
    shown = [edge for edge in acts if edge.source in sorted(done)[: telling.LISTED]]
    return _told(store, asked, "acting", done, shown, texts)


def acted_by(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that an organ or a province replaced, repealed, amended …, and by which."""
    acts, texts = _acts(store, asked)
    whose = replace(asked, type="", topic="")
    done: dict[str, list[str]] = {}
    for edge in acts:
        one, other = texts[edge.source], texts[edge.target]
        if whose.wants(one) and is_of_kind(other, asked.type):
            done.setdefault(edge.target, []).append(edge.source)
    shown = [edge for edge in acts if edge.target in sorted(done)[: telling.LISTED]]
    shown = [edge for edge in shown if edge.source in done[edge.target]]
    return _told(store, asked, "acted_on", done, shown, texts)


def _acts(store: GraphReader, asked: Asked) -> tuple[list[Edge], Mapping[str, Node]]:
    """What documents did to documents in the time asked for, and those documents."""
    kinds: tuple[EdgeKind, ...] = (asked.relation,) if asked.relation else ENDING
    pages = every(store, NodeKind.DOCUMENT)
    edges = [e for page in pages for e in store.expand([n.id for n in page], kinds, reverse=True)]
    ends = store.nodes({end for edge in edges for end in (edge.source, edge.target)})
    texts = {id: node for id, node in ends.items() if node.kind is NodeKind.DOCUMENT}
    both = (edge for edge in edges if edge.source in texts and edge.target in texts)
    return [edge for edge in both if _in_time(texts[edge.source], asked)], texts


def _told(
    store: GraphReader,
    asked: Asked,
    key: str,
    done: Mapping[str, list[str]],
    shown: list[Edge],
    texts: Mapping[str, Node],
) -> Answered | None:
    """One document after another, each with those at the other ends."""
    if not done:
        return None
    said = [
        telling.say(
            f"{key}.one",
            document=telling.document(texts[id]),
            by=telling.documents(texts[other] for other in sorted(set(done[id]))),
        )
        for id in sorted(done)
    ]
    kind = asked.relation
    relation = telling.relation(kind) if kind else telling.say("acted_on.ending")
    text = telling.say(
        key, count=len(done), kind=telling.kind(asked.type), relation=relation,
        when=time_of(asked, " "), list=telling.listing(said),
    )  # fmt: skip
    nodes = {end: texts[end] for edge in shown for end in (edge.target, edge.source)}
    left = max(0, len(done) - telling.LISTED)
    return Answered(text, tuple(nodes.values()), with_evidence(store, shown), left)


def _in_time(by: Node, asked: Asked) -> bool:
    """Whether a document acts in the time asked for: it takes effect, or is issued, then."""
    if asked.period is None or asked.period.year is None:
        return True
    since, until = asked.period.days(asked.period.year)
    day = str(by.properties.get("effective") or by.properties.get("issued") or "")
    return bool(day) and (since or "") <= day <= (until or "9999")
