"""Who works with a unit in its tasks, task by task or by how many they are (phối hợp với ai)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.those import those
from graph.questions.ask.answers.work import SHOWN
from graph.questions.ask.reply import Answered, Asked
from graph.questions.every import pages_of
from graph.questions.every_task import ToldTask
from graph.questions.loads import LEADING
from graph.store import GraphReader
from graph.traverse import with_evidence


def partners(store: GraphReader, asked: Asked) -> Answered | None:
    """Who has the roles asked for in the tasks that a unit leads or carries out; the other way
    round, who leads those that it supports. All are counted, the first told."""
    unit = asked.units[0]
    for own, roles in _ways(asked):
        count = 0
        shown: list[tuple[Node, list[Edge], list[Edge]]] = []
        for one, mine, others in _with_others(store, asked, own, roles):
            count += 1
            shown += [(one.task, mine, others)] if count <= SHOWN else []
        if count:
            return _told(store, unit, count, shown)
    return None


def ranked(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that work with one, by the tasks in which they do."""
    unit = asked.units[0]
    for own, roles in _ways(asked):
        counts: Counter[str] = Counter()
        first: dict[str, list[Edge]] = {}
        for _, _, others in _with_others(store, asked, own, roles):
            for edge in others:
                first.setdefault(edge.source, []).append(edge)
            counts.update({edge.source for edge in others})
        if counts:
            return _ranking(store, unit, counts, first)
    return None


def _ways(asked: Asked) -> Iterator[tuple[tuple[EdgeKind, ...], tuple[EdgeKind, ...]]]:
    """The unit's own roles and those of the others; where it only supports, those who lead too."""
    yield LEADING, asked.roles
    yield asked.roles or ROLE_KINDS, tuple(dict.fromkeys((*LEADING, *asked.roles)))


def _with_others(
    store: GraphReader, asked: Asked, own: Sequence[EdgeKind], roles: Sequence[EdgeKind]
) -> Iterator[tuple[ToldTask, list[Edge], list[Edge]]]:
    """The unit's tasks that others have a part in, with its edges and theirs."""
    unit = asked.units[0]
    kind = f"{asked.kind_of_unit} " if asked.kind_of_unit else ""
    for page in pages_of(those(store, replace(asked, roles=tuple(own)))):
        ids = {edge.source for one in page for edge in one.edges} if kind else set()
        named = {id for id, node in store.nodes(ids).items() if node.label.startswith(kind)}
        for one in page:
            mine = [e for e in one.edges if e.source == unit.id and e.kind in own]
            others = [
                e
                for e in one.edges
                if e.source != unit.id
                and e.kind in (roles or ROLE_KINDS)
                and (not kind or e.source in named)
            ]
            if others:
                yield one, mine, others


def _told(
    store: GraphReader,
    unit: Node,
    count: int,
    shown: Sequence[tuple[Node, list[Edge], list[Edge]]],
) -> Answered:
    tasks = [task for task, _, _ in shown]
    edges = [edge for _, mine, others in shown for edge in (*mine, *others)]
    texts = store.nodes({str(task.properties.get("document")) for task in tasks})
    units = store.nodes({edge.source for edge in edges})
    told = [
        telling.say(
            "who.task",
            task=telling.task(task, texts, time=False),
            doers=telling.doers(others, units),
        )
        for task, _, others in shown[: telling.LISTED]
    ]
    listed = telling.listing(told, numbered=True, count=count)
    text = telling.say("who.partners", unit=unit.label, count=count, list=listed)
    nodes = (unit, *texts.values(), *tasks, *units.values())
    return Answered(text, nodes, with_evidence(store, edges), count - len(shown))


def _ranking(
    store: GraphReader, unit: Node, counts: Mapping[str, int], edges: Mapping[str, Sequence[Edge]]
) -> Answered:
    order = sorted(counts, key=lambda id: (-counts[id], id))[: telling.LISTED]
    units = store.nodes(order)
    said = [telling.say("who.counted", unit=units[id].label, count=counts[id]) for id in order]
    text = telling.say("who.ranked", unit=unit.label, list=telling.listing(said, count=len(counts)))
    shown = [edge for id in order for edge in edges[id]][:SHOWN]
    tasks = store.nodes({edge.target for edge in shown})
    nodes = (unit, *(units[id] for id in order), *tasks.values())
    return Answered(text, nodes, with_evidence(store, shown), len(counts) - len(order))
