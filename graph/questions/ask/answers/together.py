"""What two units have to do: each its own work, or that in which both have a part (cùng làm)."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind, Node
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
    """The tasks in which all the units have a part, with the role of each."""
    return _all(store, asked, [_tasks(store, asked, unit) for unit in asked.units])


def worked_with(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks in which two units work together; of one that leads with the other, those that it
    leads."""
    one, other = asked.units[:2]
    asked = replace(asked, units=(one, other))
    every = replace(asked, roles=())
    led = replace(asked, roles=LEADING) if set(LEADING) & set(asked.roles) else every
    return _all(store, every, [_tasks(store, led, one), _tasks(store, every, other)])


def split_roles(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks in which one unit has the first role and the other the last; what is only said to
    be of a unit that another supports it leads or carries out."""
    one, other = asked.units[:2]
    own = LEADING if asked.roles[-1:] == (EdgeKind.COORDINATES,) else ()
    first = replace(asked, units=(one,), roles=asked.roles[:-1] or own)
    last = replace(asked, units=(other,), roles=asked.roles[-1:])
    works = [_tasks(store, first, one), _tasks(store, last, other)]
    return _all(store, replace(asked, roles=()), works)


def _all(store: GraphReader, asked: Asked, works: Sequence[Collection[str]]) -> Answered | None:
    """The tasks that are in all of these."""
    nodes = store.nodes(set(works[0]).intersection(*works[1:]))
    tasks = [nodes[id] for id in works[0] if id in nodes]
    if not tasks:
        return None
    units = {unit.id: unit for unit in asked.units}
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
        unit=", ".join(unit.label for unit in asked.units[:-1]),
        other=asked.units[-1].label,
        when=time_of(asked),
        count=len(tasks),
        list=telling.listing(said, numbered=True),
    )
    return Answered(text, (*asked.units, *texts.values(), *tasks), edges)


def _tasks(store: GraphReader, asked: Asked, unit: Node) -> dict[str, None]:
    """The tasks of a unit that are asked for, in their order."""
    found = asked_for(store, asked, work_items(store, [unit.id]))
    return dict.fromkeys(item.task for item in found)
