"""What two units have to do: each its own work, or that in which both have a part (cùng làm)."""

from collections.abc import Collection
from dataclasses import replace

from graph.model import ROLE_KINDS, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.work import asked_for, time_of, unit_work
from graph.questions.ask.reply import Answered, Asked
from graph.questions.loads import LEADING
from graph.questions.work_items import work_items
from graph.store import GraphReader
from graph.traverse import with_evidence


def either(store: GraphReader, asked: Asked) -> Answered | None:
    """The work of one unit, then that of the other."""
    found = [(unit, unit_work(store, replace(asked, units=(unit,)))) for unit in asked.units]
    told = [answer for _, answer in found if answer]
    if not told:
        return None
    parts = [
        answer.text if answer else telling.say("work.none", unit=unit.label, when=time_of(asked))
        for unit, answer in found
    ]
    nodes = {node.id: node for answer in told for node in answer.nodes}
    edges = {edge.key: edge for answer in told for edge in answer.edges}
    nodes |= {unit.id: unit for unit in asked.units}
    return Answered(telling.sentences(parts), tuple(nodes.values()), tuple(edges.values()))


def shared(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks in which both units have a part, with the role of each."""
    one, other = asked.units[:2]
    return _both(store, asked, _tasks(store, asked, one), _tasks(store, asked, other))


def worked_with(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks in which two units work together; of one that leads with the other, those that it
    leads."""
    one, other = asked.units[:2]
    every = replace(asked, roles=())
    led = replace(asked, roles=LEADING) if set(LEADING) & set(asked.roles) else every
    return _both(store, every, _tasks(store, led, one), _tasks(store, every, other))


def _both(
    store: GraphReader, asked: Asked, mine: Collection[str], theirs: Collection[str]
) -> Answered | None:
    one, other = asked.units[:2]
    nodes = store.nodes(set(mine) & set(theirs))
    tasks = [nodes[id] for id in mine if id in nodes]
    if not tasks:
        return None
    units = {one.id: one, other.id: other}
    kinds = asked.roles or ROLE_KINDS
    found = store.expand([task.id for task in tasks], kinds, reverse=True)
    edges = with_evidence(store, [edge for edge in found if edge.source in units])
    texts = store.nodes({str(task.properties.get("document")) for task in tasks})
    said = [
        telling.say(
            "who.task",
            task=telling.task(task, texts),
            doers=telling.doers((e for e in edges if e.target == task.id), units),
        )
        for task in tasks
    ]
    text = telling.say(
        "work.shared_by",
        unit=one.label,
        other=other.label,
        when=time_of(asked),
        count=len(tasks),
        list=telling.listing(said, numbered=True),
    )
    return Answered(text, (one, other, *texts.values(), *tasks), edges)


def _tasks(store: GraphReader, asked: Asked, unit: Node) -> dict[str, None]:
    """The tasks of a unit that are asked for, in their order."""
    found = asked_for(store, asked, work_items(store, [unit.id]))
    return dict.fromkeys(item.task for item in found)
