"""Who of two units has more work, or in which of two times one has (so sánh khối lượng việc)."""

from collections import Counter
from dataclasses import replace

from graph.model import ROLE_KINDS, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.work import SHOWN, asked_for, time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.work_items import WorkItem, full_duties, work_items
from graph.store import GraphReader
from graph.traverse import with_evidence


def units_compared(store: GraphReader, asked: Asked) -> Answered | None:
    """How many tasks each of two units has, role by role, and which has more."""
    return _compared(store, [(unit, asked) for unit in asked.units[:2]])


def times_compared(store: GraphReader, asked: Asked) -> Answered | None:
    """How many tasks a unit has in each of two times, and in which more."""
    if asked.period is None or asked.against is None:
        return None
    other = replace(asked, period=asked.against)
    return _compared(store, [(asked.units[0], asked), (asked.units[0], other)])


def _compared(store: GraphReader, sides: list[tuple[Node, Asked]]) -> Answered | None:
    """Each side with its tasks, each task counted once in its main role."""
    found = [asked_for(store, asked, work_items(store, [unit.id])) for unit, asked in sides]
    if not any(found):
        return None
    parts = [_side(unit, asked, items) for (unit, asked), items in zip(sides, found, strict=True)]
    names = [_name(sides, at) for at in range(len(sides))]
    few, many = sorted(range(len(sides)), key=lambda at: len(found[at]))[:2]
    parts.append(
        telling.say("work.more", name=names[many], count=len(found[many]), other=len(found[few]))
        if len(found[many]) > len(found[few])
        else telling.say("work.as_many", count=len(found[many]))
    )
    every = list(dict.fromkeys(item for items in found for item in items))
    shown = full_duties(store, every[:SHOWN])
    texts = store.nodes({item.document for item in every[:SHOWN]})
    nodes = {unit.id: unit for unit, _ in sides} | texts | {d.task.id: d.task for d in shown}
    edges = with_evidence(store, [edge for duty in shown for edge in duty.edges])
    left = len(every[SHOWN:])
    return Answered(telling.sentences(parts), tuple(nodes.values()), edges, left)


def _side(unit: Node, asked: Asked, items: list[WorkItem]) -> Both:
    if not items:
        return telling.say("work.none", unit=unit.label, when=time_of(asked))
    counts = Counter(item.role for item in items)
    said = [
        telling.say("work.counted", role=telling.relation(kind), count=counts[kind])
        for kind in ROLE_KINDS
        if counts[kind]
    ]
    return telling.say(
        "work.side", unit=unit.label, when=time_of(asked), count=len(items),
        list=telling.listing(said),
    )  # fmt: skip


def _name(sides: list[tuple[Node, Asked]], at: int) -> Both:
    """The unit where it tells the sides apart, else the time."""
    unit, asked = sides[at]
    if len({unit.id for unit, _ in sides}) > 1:
        return telling.same(unit.label)
    return telling.period(asked.period)
