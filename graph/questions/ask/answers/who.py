"""Who leads, carries out or supports: a task, or what a document assigns and calls for (ai làm)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.counterparts import assigned_tasks
from graph.questions.loads import LEADING
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.spans import spans_of, touches
from graph.traverse import with_evidence
from graph.words.folding import words

#: a task is also listed one by one where they are few
FEW = 8
CALLS = (EdgeKind.IMPLEMENTS, EdgeKind.CITES)
GIVEN = (EdgeKind.ASSIGNS,)


def who(store: GraphReader, asked: Asked) -> Answered | None:
    """Who has the roles asked for, in the tasks of a topic, else in those of the documents, one
    after another."""
    if asked.topic:
        return _of_tasks(store, asked)
    told = [_of_document(store, replace(asked, documents=(text,))) for text in asked.documents]
    found = [answer for answer in told if answer]
    if not found or len(found) < len(told):
        return None
    return Answered(
        telling.sentences(answer.text for answer in found),
        tuple({node.id: node for answer in found for node in answer.nodes}.values()),
        tuple({edge.key: edge for answer in found for edge in answer.edges}.values()),
    )


def _of_tasks(store: GraphReader, asked: Asked) -> Answered | None:
    within = with_parts(store, asked.documents) if asked.documents else ()
    about, again = tasks_about(store, asked.topic, within)
    tasks = _in_time(store, asked, (t for t in about if asked.place in ("", *t.id.split("/")[:2])))
    edges = roles_of(store, [task.id for task in tasks], again, asked)
    if not edges and (
        asked.kind_of_unit or asked.intent == "others" or not _are_called(tasks, asked)
    ):
        return None
    if not edges and EdgeKind.COORDINATES not in asked.roles:  # who does it all the same
        doing = replace(asked, roles=LEADING)
        edges = roles_of(store, [task.id for task in tasks], again, doing)
    if not edges:  # they are there, and nobody has the role
        edges = list(with_evidence(store, store.expand([t.id for t in tasks], GIVEN, reverse=True)))
    texts = store.nodes({str(task.properties.get("document")) for task in tasks})
    units = store.nodes({edge.source for edge in edges})
    told = [
        telling.say(
            "who.task",
            task=telling.task(task, texts, time=asked.intent == "who_when"),
            doers=telling.doers(
                (e for e in edges if again.get(e.target, e.target) == task.id), units
            ),
        )
        for task in tasks
    ]
    key = "who.tasks" if len(tasks) > 1 else "who.one"
    text = telling.say(
        key, count=len(tasks), topic=asked.topic, list=telling.listing(told, numbered=True)
    )
    others = set(ROLE_KINDS) - set(asked.roles or ROLE_KINDS)
    if {edge.kind for edge in edges} & others:  # of another role
        text = telling.sentences(
            [text, telling.say("who.without", role=telling.roles(asked.roles))]
        )
    return Answered(text, (*texts.values(), *tasks, *units.values()), tuple(edges))


def _are_called(tasks: Sequence[Node], asked: Asked) -> bool:
    """Whether the names of the tasks hold the words asked for in a row, so that they are meant."""
    said = f" {' '.join(words(asked.topic))} "
    names = [f" {' '.join(words(str(task.properties.get('name') or '')))} " for task in tasks]
    return bool(names) and all(said in name for name in names)


def _of_document(store: GraphReader, asked: Asked) -> Answered | None:
    """By document: what it assigns itself, then what others say that carry it out."""
    root = asked.document
    own = with_parts(store, [root])
    calls = [e for e in store.expand(own, CALLS, reverse=True) if e.source not in own]
    texts = store.nodes({e.source for e in calls if e.kind is EdgeKind.IMPLEMENTS})
    below = [n for n in texts.values() if n.kind.value == "document" and n.id not in own]
    calling = {e.source for e in calls} - {node.id for node in below}
    tasks = assigned_tasks(store, [*own, *sorted(n.id for n in below)])
    named = [n for n in store.nodes(sorted(calling)).values() if n.kind.value == "task"]
    named = [n for n in named if n.properties.get("document") not in tasks]
    listed = _in_time(store, asked, [t for found in tasks.values() for t in found] + named)
    again = repeats(store, listed)
    edges = roles_of(store, [t.id for t in listed if t.id not in again], again, asked)
    edges = [edge for edge in edges if asked.place in ("", edge.source.split("/")[1])]
    if not edges:
        return None
    by_text: dict[str, list[Node]] = {}
    for task in listed:
        by_text.setdefault(str(task.properties.get("document")), []).append(task)
    owners = store.nodes(by_text)
    units = store.nodes({edge.source for edge in edges})
    parts = []
    for id in [*own, *sorted(by_text.keys() - set(own))]:
        said = _by_unit(by_text.get(id, ()), edges, again, units)
        if said.vi:
            key = "who.own" if id == root.id else "who.below"
            parts.append(telling.say(key, document=telling.document(owners[id]), doers=said))
    missing = root.properties.get("status") != "loaded"
    lead = (
        telling.say("who.not_loaded", document=telling.document(root)) if missing else Both("", "")
    )
    links = [e for e in with_evidence(store, calls) if e.source in {*texts, *calling}]
    touched = {e.target for e in edges}
    return Answered(
        telling.sentences([lead, _there(asked), *parts]),
        (root, *owners.values(), *(t for t in listed if t.id in touched), *units.values()),
        (*edges, *links),
    )


def _there(asked: Asked) -> Both:
    """That only units of a province are told."""
    if not asked.place:
        return Both("", "")
    return telling.say("who.there", place=telling.there(asked.place))


def roles_of(
    store: GraphReader, tasks: Iterable[str], again: Mapping[str, str], asked: Asked
) -> list[Edge]:
    """The roles asked for in the tasks and in those that repeat them, with proof."""
    ids = list(tasks)
    twins = [twin for twin, task in again.items() if task in ids]
    found = store.expand([*ids, *twins], asked.roles or ROLE_KINDS, reverse=True)
    if asked.kind_of_unit:  # "sở nào" asks for no chi cục
        units = store.nodes({edge.source for edge in found})
        found = [e for e in found if units[e.source].label.startswith(f"{asked.kind_of_unit} ")]
    if asked.intent == "others":
        found = [e for e in found if e.source not in {unit.id for unit in asked.units}]
    return list(with_evidence(store, found))


def _in_time(store: GraphReader, asked: Asked, tasks: Iterable[Node]) -> list[Node]:
    """The tasks that run in the time asked for."""
    found = list(tasks)
    if asked.period is None or asked.period.year is None:
        return found
    since, until = asked.period.days(asked.period.year)
    texts = store.nodes({str(task.properties.get("document")) for task in found})
    spans = {t.id: spans_of(t, texts.get(str(t.properties.get("document")))) for t in found}
    return [task for task in found if touches(spans[task.id], since, until)]


def _by_unit(
    tasks: Sequence[Node],
    edges: Sequence[Edge],
    again: Mapping[str, str],
    units: Mapping[str, Node],
) -> Both:
    """Role by role the units of many tasks, each with how many."""
    ids = {task.id for task in tasks if task.id not in again}
    parts = []
    for kind in ROLE_KINDS:
        mine: dict[str, set[str]] = {}
        for edge in edges:
            task = again.get(edge.target, edge.target)
            if edge.kind is kind and task in ids:
                mine.setdefault(edge.source, set()).add(task)
        order = sorted(mine, key=lambda id: (-len(mine[id]), id))
        counted = [
            telling.say("who.counted", unit=units[id].label, count=len(mine[id])) for id in order
        ]
        if counted:
            parts.append(
                telling.say(
                    "who.doing", role=telling.relation(kind), units=telling.listing(counted)
                )
            )
    return telling.listing(parts)
