"""Who of two units has more work, or in which of two times one has (so sánh khối lượng việc)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.assigned import assigned
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


def documents_compared(store: GraphReader, asked: Asked) -> Answered | None:
    """How many tasks each of two documents gives, to a unit or at all, and which more."""
    texts = asked.documents[:2]
    if asked.units:
        unit = asked.units[0]
        sides = [replace(asked, documents=(text,)) for text in texts]
        return _compared(store, [(unit, side) for side in sides])
    counts = [len(assigned(store, replace(asked, documents=(text,)))) for text in texts]
    if not any(counts):
        return None
    pairs = zip(texts, counts, strict=True)
    parts = [
        telling.say("work.document_side", document=telling.document(text), count=count)
        for text, count in pairs
    ]
    parts.append(_more([telling.document(text) for text in texts], counts))
    return Answered(telling.sentences(parts), texts, ())


def _more(names: Sequence[Both], counts: Sequence[int]) -> Both:
    """Which of two has more."""
    few, many = sorted(range(len(counts)), key=lambda at: counts[at])[:2]
    if counts[few] == counts[many]:
        return telling.say("work.as_many", count=counts[many])
    return telling.say("work.more", name=names[many], count=counts[many], other=counts[few])


def _compared(store: GraphReader, sides: list[tuple[Node, Asked]]) -> Answered | None:
    """Each side with its tasks, each task counted once in its main role."""
    found = [asked_for(store, asked, work_items(store, [unit.id])) for unit, asked in sides]
    if not any(found):
        return None
    parts = [_side(unit, asked, items) for (unit, asked), items in zip(sides, found, strict=True)]
    names = [_name(sides, at) for at in range(len(sides))]
    parts.append(_more(names, [len(items) for items in found]))
    every = list(dict.fromkeys(item for items in found for item in items))
    shown = full_duties(store, every[:SHOWN])
    texts = store.nodes({item.document for item in every[:SHOWN]})
    nodes = {unit.id: unit for unit, _ in sides} | texts | {d.task.id: d.task for d in shown}
    edges = with_evidence(store, [edge for duty in shown for edge in duty.edges])
    left = len(every[SHOWN:])
    return Answered(telling.sentences(parts), tuple(nodes.values()), edges, left)


def _side(unit: Node, asked: Asked, items: list[WorkItem]) -> Both:
    if not items and asked.documents:
        within = telling.say("idle.within", document=telling.documents(asked.documents))
        when = Both(f"{within.vi}{time_of(asked).vi}", f"{within.en}{time_of(asked).en}")
        return telling.say("work.none", unit=unit.label, when=when)
    if not items:
        return telling.say("work.none", unit=unit.label, when=time_of(asked))
    counts = Counter(item.role for item in items)
    said = [
        telling.say("work.counted", role=telling.relation(kind), count=counts[kind])
        for kind in ROLE_KINDS
        if counts[kind]
    ]
    within = telling.documents(asked.documents)
    return telling.say(
        "work.side", unit=unit.label, when=time_of(asked), count=len(items),
        within=telling.say("idle.within", document=within) if asked.documents else Both("", ""),
        list=telling.listing(said),
    )  # fmt: skip


def _name(sides: list[tuple[Node, Asked]], at: int) -> Both:
    """The unit where it tells the sides apart, else the document or the time."""
    unit, asked = sides[at]
    if len({unit.id for unit, _ in sides}) > 1:
        return telling.same(unit.label)
    if len({node.id for _, asked in sides for node in asked.documents}) > 1:
        return telling.document(asked.document)
    return telling.period(asked.period)
