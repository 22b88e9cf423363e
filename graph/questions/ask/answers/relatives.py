"""What a unit is part of, what is part of it, what it became (trực thuộc, sáp nhập)."""

from collections.abc import Iterable, Sequence

from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.collectives import is_collective
from graph.store import GraphReader
from graph.traverse import with_evidence

PART, AFTER = (EdgeKind.PART_OF,), (EdgeKind.SUCCEEDS,)


def above(store: GraphReader, asked: Asked) -> Answered | None:
    """What a unit is part of; of one that is no more, what it became."""
    unit = asked.units[0]
    edges = store.expand([unit.id], PART)
    told = _told(store, unit, edges, [e.target for e in edges], "relatives.above")
    return told or became(store, asked)


def under(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that are part of one, as far as documents name them; of a kind, if one is said."""
    unit = asked.units[0]
    edges = store.expand([unit.id], PART, reverse=True)
    nodes = store.nodes({edge.source for edge in edges}).values()
    kept = [n.id for n in nodes if n.kind is NodeKind.UNIT and not is_collective(n)]
    if asked.kind_of_unit:
        kept = [n.id for n in nodes if n.id in kept and n.label.startswith(asked.kind_of_unit)]
    return _told(store, unit, [e for e in edges if e.source in kept], kept, "relatives.under")


def belongs(store: GraphReader, asked: Asked) -> Answered | None:
    """Whether a unit is part of another; of one that is not said to be, what it is part of."""
    unit, organ = asked.units[:2]
    edges = [edge for edge in store.expand([unit.id], PART) if edge.target == organ.id]
    if edges:
        return _told(store, unit, edges, [organ.id], "relatives.above")
    other = above(store, asked)
    if other is None:
        return None
    none = telling.say("relatives.not_above", unit=unit.label, organ=organ.label)
    text = telling.sentences([none, other.text])
    return Answered(text, (*other.nodes, organ), other.edges)


def became(store: GraphReader, asked: Asked) -> Answered | None:
    """What follows a unit that was merged or renamed."""
    unit = asked.units[0]
    edges = store.expand([unit.id], AFTER, reverse=True)
    return _told(store, unit, edges, [e.source for e in edges], "relatives.became")


def came_from(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that one follows."""
    unit = asked.units[0]
    edges = store.expand([unit.id], AFTER)
    return _told(store, unit, edges, [e.target for e in edges], "relatives.came_from")


def _told(
    store: GraphReader, unit: Node, edges: Sequence[Edge], ids: Iterable[str], key: str
) -> Answered | None:
    others = store.nodes(sorted(set(ids)))
    if not others:
        return None
    text: Both = telling.say(
        key, unit=unit.label, count=len(others), list=telling.units(others.values())
    )
    return Answered(text, (unit, *others.values()), with_evidence(store, edges))
