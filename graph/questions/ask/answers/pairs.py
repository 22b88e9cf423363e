"""What two documents have to do with each other, what both rest on and what rests on both (hai văn
bản)."""

from collections.abc import Sequence

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.bases import MENTIONING, PROVEN, by_day
from graph.questions.ask.answers.picking import fits, noun
from graph.questions.ask.answers.why import connection
from graph.questions.ask.reply import Answered, Asked
from graph.questions.counterparts import assigned_tasks
from graph.store import GraphReader
from graph.traverse import ALL_KINDS, with_evidence


def common_bases(store: GraphReader, asked: Asked) -> Answered | None:
    """The bases that two documents both name, else what they both rest on or carry out."""
    kinds = (EdgeKind.BASED_ON,)
    return _shared(store, asked, "common_bases", kinds) or _shared(
        store, asked, "common_bases.carried", (*kinds, EdgeKind.IMPLEMENTS)
    )


def _shared(
    store: GraphReader, asked: Asked, key: str, kinds: Sequence[EdgeKind]
) -> Answered | None:
    one, other = asked.documents[:2]
    edges = store.expand([one.id, other.id], kinds)
    ends = [{e.target for e in edges if e.source == node.id} for node in (one, other)]
    both = store.nodes(sorted(ends[0] & ends[1]))
    nodes = by_day(node for node in both.values() if fits(node, asked))
    if not nodes:
        return None
    text = telling.say(
        key,
        document=telling.document(one),
        other=telling.document(other),
        count=len(nodes),
        kind=noun(asked),
        list=telling.documents(nodes),
    )
    shown = {node.id for node in nodes}
    proof = with_evidence(store, [edge for edge in edges if edge.target in shown])
    return Answered(text, (one, other, *nodes, *asked.excepted), proof)


def resting_both(store: GraphReader, asked: Asked) -> Answered | None:
    """The documents that name both of two as their bases, or carry both out, or do one thing to
    the one and another to the other."""
    one, other = asked.documents[:2]
    ways = (asked.relation, *(asked.or_relations or (asked.relation,)))
    edges = [
        edge
        for node, way in zip((one, other), ways, strict=False)
        for edge in store.expand([node.id], _standing(way), reverse=True)
    ]
    ends = [{e.source for e in edges if e.target == node.id} for node in (one, other)]
    both = store.nodes(sorted(ends[0] & ends[1])).values()
    nodes = by_day(n for n in both if n.kind is NodeKind.DOCUMENT and fits(n, asked))
    if not nodes:
        return None
    text = telling.say(
        "resting_both", count=len(nodes), kind=noun(asked), list=telling.documents(nodes),
        relation=telling.relation(ways[0] or EdgeKind.BASED_ON), document=telling.document(one),
        again=telling.relation(ways[1] or EdgeKind.BASED_ON), other=telling.document(other),
    )  # fmt: skip
    shown = {node.id for node in nodes}
    proof = with_evidence(store, [edge for edge in edges if edge.source in shown])
    return Answered(text, (one, other, *nodes, *asked.excepted), proof)


def _standing(way: EdgeKind | None) -> tuple[EdgeKind, ...]:
    """The edges that a relation asked for means: of citing every mention."""
    if way is EdgeKind.CITES:
        return MENTIONING
    return (way,) if way else (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)


def relations(store: GraphReader, asked: Asked) -> Answered | None:
    """What two documents have to do with each other, said by one or by a third; where neither
    names the other, how others join them; asked for a basis only by bases of bases."""
    one, other = asked.documents[:2]
    edges = [e for e in store.expand([one.id], ALL_KINDS) if e.target == other.id]
    edges += [e for e in store.expand([other.id], ALL_KINDS) if e.target == one.id]
    tasks: dict[str, Node] = {}
    if not edges:  # it may be named in what one of them lays on others
        tasks = {t.id: t for own in assigned_tasks(store, [one.id, other.id]).values() for t in own}
        ends = {one.id, other.id}
        edges = [e for e in store.expand(tasks, MENTIONING) if e.target in ends]
    if not edges:
        joined = asked.relation in (None, EdgeKind.BASED_ON) and connection(
            store, asked, proof=asked.relation is not None
        )
        return joined or _instead(store, asked)
    proven = with_evidence(store, edges)
    names = {one.id: one, other.id: other}
    said = [
        telling.say(
            "relations.one",
            source=telling.task(tasks[source], names, time=False)
            if source in tasks
            else telling.document(names[source]),
            relation=telling.relation(kind),
            target=telling.document(names[target]),
            quote=telling.quote(e for e in proven if (e.source, e.kind, e.target) == key),
        )
        for key in dict.fromkeys((e.source, e.kind, e.target) for e in proven)
        for source, kind, target in [key]
    ]
    shown = (tasks[id] for id in dict.fromkeys(e.source for e in proven) if id in tasks)
    if asked.relation and asked.relation not in {edge.kind for edge in edges}:
        relation = telling.relation(asked.relation)
        said.insert(0, telling.say("relations.not", relation=relation))
    return Answered(telling.sentences(said), (one, other, *shown), proven)


def _instead(store: GraphReader, asked: Asked) -> Answered | None:
    """That neither of two documents does this to the other, and to which the later one does; known
    where the later one, which alone can, is loaded."""
    one, other = asked.documents[:2]
    days = [str(node.properties.get("issued") or "") for node in (one, other)]
    later = one if days[0] > days[1] else other
    if asked.relation is None or not all(days) or later.properties.get("status") != "loaded":
        return None
    edges = store.links(later.id, (asked.relation,), limit=PROVEN)
    nodes = store.nodes(sorted({edge.target for edge in edges} - {later.id}))
    facts = {"document": telling.document(later), "relation": telling.relation(asked.relation)}
    earlier = other if later is one else one
    said = [telling.say("relations.none", other=telling.document(earlier), **facts)]
    if nodes:
        listed = telling.documents(by_day(list(nodes.values())))
        said.append(telling.say("relations.instead", list=listed, **facts))
    return Answered(telling.sentences(said), (one, other, *nodes.values()), tuple(edges))
