"""Who takes part in a document's work, how many they are, and what part one has (phần việc)."""

from collections.abc import Mapping, Sequence

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.assigned import assigned
from graph.questions.ask.answers.work import time_of
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.collectives import is_collective
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.spans import spans_of, touches
from graph.traverse import with_evidence

Parts = dict[str, dict[EdgeKind, set[str]]]


def parties(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that have a part, or the roles asked for, in a document's tasks: how many."""
    found = _parts(store, asked, _tasks(store, asked))
    kept = {u: p for u, p in found.items() if not asked.roles or set(asked.roles) & p.keys()}
    units = store.nodes(kept)
    order = _named(asked, units, {u: set().union(*p.values()) for u, p in kept.items()})
    if not order:
        return None
    single = [id for id in order if not is_collective(units[id])]
    said = [
        telling.say(
            "who.counted", unit=units[id].label, count=len(_of_roles(kept[id], asked.roles))
        )
        for id in order
    ]
    many = len(order) - len(single)
    kind = asked.kind_of_unit.lower()
    text = telling.say(
        "parties",
        document=telling.document(asked.document),
        when=time_of(asked),
        count=len(single),
        kind=telling.same(kind) if kind else telling.say("unit"),
        roles=telling.say("parties.roles", roles=telling.roles(asked.roles))
        if asked.roles
        else Both("", ""),
        many=telling.say("parties.many", count=many) if many else Both("", ""),
        list=telling.listing(said),
    )
    return _proven(store, asked, text, {id: kept[id] for id in order})


def both_roles(store: GraphReader, asked: Asked) -> Answered | None:
    """The units that have each of the roles asked for in a document's tasks."""
    found = _parts(store, asked, _tasks(store, asked))
    kept = {u: p for u, p in found.items() if set(asked.roles) <= p.keys()}
    units = store.nodes(kept)
    order = _named(asked, units, {u: set().union(*p.values()) for u, p in kept.items()})
    if not order:
        return None
    said = [
        telling.say("both_roles.one", unit=units[id].label, roles=_counted(kept[id], asked.roles))
        for id in order
    ]
    text = telling.say(
        "both_roles",
        document=telling.document(asked.document),
        roles=telling.roles(asked.roles),
        count=len(order),
        list=telling.listing(said),
    )
    return _proven(store, asked, text, {id: kept[id] for id in order})


def share(store: GraphReader, asked: Asked) -> Answered | None:
    """How many of a document's tasks a unit has, in the roles asked for, and what part that is."""
    tasks = _tasks(store, asked)
    unit = asked.units[0]
    own = _parts(store, asked, tasks).get(unit.id, {})
    mine = _of_roles(own, asked.roles)
    if not own:
        return None
    text = telling.say(
        "share",
        unit=unit.label,
        roles=telling.roles(asked.roles) if asked.roles else telling.say("share.any"),
        count=len(mine),
        total=len(tasks),
        percent=round(100 * len(mine) / len(tasks)),
        document=telling.document(asked.document),
        when=time_of(asked),
    )
    return _proven(store, asked, text, {unit.id: own})


def _tasks(store: GraphReader, asked: Asked) -> list[Node]:
    """The tasks of the document, each once, that run in the time asked for."""
    tasks = assigned(store, asked)
    if asked.period and asked.period.year:
        since, until = asked.period.days(asked.period.year)
        tasks = [t for t in tasks if touches(spans_of(t, asked.document), since, until)]
    return tasks


def _parts(store: GraphReader, asked: Asked, tasks: Sequence[Node]) -> Parts:
    """Unit → role → the tasks in which it has it; what an annex says again is one task."""
    known = {task.id for task in tasks}
    again = {twin: task for twin, task in repeats(store, tasks).items() if task in known}
    found: Parts = {}
    for edge in store.expand([*known, *again], ROLE_KINDS, reverse=True):
        own = found.setdefault(edge.source, {}).setdefault(edge.kind, set())
        own.add(again.get(edge.target, edge.target))
    return found


def _of_roles(parts: Mapping[EdgeKind, set[str]], roles: Sequence[EdgeKind]) -> set[str]:
    """The tasks in which it has one of the roles, or any."""
    return {task for kind, own in parts.items() if not roles or kind in roles for task in own}


def _named(asked: Asked, units: Mapping[str, Node], tasks: Mapping[str, set[str]]) -> list[str]:
    """The units of the kind asked for, those with most tasks first."""
    fit = (id for id in tasks if units[id].label.startswith(asked.kind_of_unit))
    return sorted(fit, key=lambda id: (-len(tasks[id]), id))


def _counted(parts: Mapping[EdgeKind, set[str]], roles: Sequence[EdgeKind]) -> Both:
    """Role by role how many tasks."""
    said = [
        telling.say("both_roles.role", role=telling.relation(kind), count=len(parts[kind]))
        for kind in roles
    ]
    return Both(", ".join(s.vi for s in said), ", ".join(s.en for s in said))


def _proven(store: GraphReader, asked: Asked, text: Both, parts: Parts) -> Answered:
    """The answer with the tasks that it counts and the words that say so."""
    shown = list(parts)[: telling.LISTED]
    tasks = {task for id in shown for own in parts[id].values() for task in own}
    edges = [e for e in store.expand(shown, ROLE_KINDS) if e.target in tasks]
    nodes = (asked.document, *store.nodes(shown).values(), *store.nodes(sorted(tasks)).values())
    return Answered(text, nodes, with_evidence(store, edges), len(parts) - len(shown))
