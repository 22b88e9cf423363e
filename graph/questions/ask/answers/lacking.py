"""What is not there: tasks without lead or time, units that lead nothing (chưa có).

Asked of a document it is told from its tasks and those of its annexes; asked of nothing, from all.
"""

from collections.abc import Iterator
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind
from graph.questions.ask import telling
from graph.questions.ask.answers.those import those
from graph.questions.ask.answers.work import time_of, unit_work
from graph.questions.ask.reply import Answered, Asked, Both
from graph.store import GraphReader
from graph.traverse import with_evidence


def idle(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that have a part in tasks, and in none of them a role of those asked for."""
    has, lacks = _parts(store, asked)
    found = sorted(lacks.keys() - has)
    units = store.nodes(found)
    if asked.kind_of_unit:
        found = [id for id in found if units[id].label.startswith(f"{asked.kind_of_unit} ")]
    if not found:
        return None
    found.sort(key=lambda id: (-len(lacks[id]), id))
    within = _within(asked)
    said = [telling.say("who.counted", unit=units[u].label, count=len(lacks[u])) for u in found]
    text = telling.say(
        "idle",
        count=len(found),
        roles=telling.roles(asked.roles),
        within=within,
        list=telling.listing(said),
    )
    shown = found[: telling.LISTED]
    tasks = set().union(*(lacks[id] for id in shown))
    edges = [e for e in store.expand(shown, ROLE_KINDS) if e.target in tasks]
    nodes = (*asked.documents, *(units[id] for id in shown), *store.nodes(sorted(tasks)).values())
    left = len(found) - len(shown)
    return Answered(text, nodes, with_evidence(store, edges), left)


def idle_unit(store: GraphReader, asked: Asked) -> Answered | None:
    """Whether a unit has none of the roles asked for, beside what else it has."""
    own = unit_work(store, asked)
    if own is not None:
        return own
    other = unit_work(store, replace(asked, roles=()))
    if other is None:
        return None
    none = telling.say(
        "idle.unit",
        unit=asked.units[0].label,
        roles=telling.roles(asked.roles),
        within=_within(asked),
        when=time_of(asked, " "),
    )
    return replace(other, text=telling.sentences([none, other.text]))


def _within(asked: Asked) -> Both:
    """Of which documents it is told."""
    if not asked.documents:
        return Both("", "")
    return telling.say("idle.within", document=telling.documents(asked.documents))


def _parts(store: GraphReader, asked: Asked) -> tuple[set[str], dict[str, set[str]]]:
    """The units that have the roles asked for; unit → the tasks in which it has any role."""
    has: set[str] = set()
    every: dict[str, set[str]] = {}
    for unit, role, task in _roles(store, asked):
        every.setdefault(unit, set()).add(task)
        if role in asked.roles:
            has.add(unit)
    return has, every


def _roles(store: GraphReader, asked: Asked) -> Iterator[tuple[str, EdgeKind, str]]:
    """(unit, role, task) of the document's tasks, or of all."""
    for told in those(store, replace(asked, roles=(), units=())):
        for edge in told.edges:
            if edge.kind in ROLE_KINDS:
                yield edge.source, edge.kind, told.task.id
