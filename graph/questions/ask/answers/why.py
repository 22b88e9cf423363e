"""Why a unit must do something: who assigned it, and what that rests on, in quotes (vì sao)."""

import itertools
from collections.abc import Sequence

from graph.model import ROLE_KINDS, Edge, EdgeKind, Node, NodeKind
from graph.questions.ask import telling
from graph.questions.ask.periods import Period
from graph.questions.ask.reply import Answered, Asked, Both
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.chain import chain
from graph.questions.counterparts import assigned_tasks
from graph.questions.path import path
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.days import day_after, day_before
from graph.times.deadlines import REPORT, deadlines_of
from graph.traverse import with_evidence

#: tasks that are explained one by one
FEW = 5
UP = (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)
#: levels of bases that the text tells; the edges hold them all
LEVELS = 3


def why(store: GraphReader, asked: Asked) -> Answered | None:
    """The words that assign the task, and the bases of the document they stand in."""
    if asked.documents and not asked.topic and not asked.units:
        return _of_document(store, asked.document)
    found, roles = _tasks(store, asked)
    return _explained(store, asked, found, roles) if found else None


def why_issued(store: GraphReader, asked: Asked) -> Answered | None:
    """Why an organ issued a document, if it is its own."""
    own = store.expand([asked.document.id], (EdgeKind.ISSUED_BY,))
    issued = any(edge.target == asked.units[0].id for edge in own)
    return _of_document(store, asked.document) if issued else None


def why_report(store: GraphReader, asked: Asked) -> Answered | None:
    """The words that lay a report on a unit, due in the time and to whom the question says."""
    roles = store.expand([asked.units[0].id], ROLE_KINDS)
    tasks = store.nodes({edge.target for edge in roles})
    reports = {id: task for id, task in tasks.items() if task.properties.get("kind") == REPORT}
    if asked.units[1:]:
        to = {e.source for e in store.expand(reports, (EdgeKind.REPORTS_TO,))
              if e.target == asked.units[1].id}  # fmt: skip
        reports = {id: task for id, task in reports.items() if id in to}
    if asked.period is not None and asked.period.year is not None:
        days = _days(asked.period, asked.period.year)
        texts = store.nodes({str(task.properties.get("document")) for task in reports.values()})
        reports = {
            id: task
            for id, task in reports.items()
            if _falls_due(task, texts.get(str(task.properties.get("document"))), *days)
        }
    twins = repeats(store, reports.values())
    own = tuple(reports[id] for id in sorted(reports) if id not in twins)
    mine = with_evidence(store, [edge for edge in roles if edge.target in reports])
    return _explained(store, asked, own, mine) if own else None


def _days(time: Period, year: int) -> tuple[str | None, str | None]:
    """The days that a report asked for may fall due on: of one that is due "trước 01/11" that day
    or the day before, and no earlier one."""
    since, until = time.days(year)
    if time.one_day and time.sense == "before" and until:
        return (until, day_after(until)) if time.strict else (day_before(until), until)
    return since, until


def _falls_due(task: Node, text: Node | None, since: str | None, until: str | None) -> bool:
    last = until or "9999-12-31"
    return any(next(d.days(since or "", last), "") for d in deadlines_of(task, text))


def _explained(
    store: GraphReader, asked: Asked, found: Sequence[Node], roles: Sequence[Edge]
) -> Answered:
    """Each of the tasks with the words that assign it, and the bases of their documents."""
    tasks, more = found[:FEW], len(found) - FEW
    ids = [task.id for task in tasks]
    texts = store.nodes({str(task.properties.get("document")) for task in tasks})
    given = with_evidence(store, store.expand(ids, (EdgeKind.ASSIGNS,), reverse=True))
    parts = [_assignment(task, texts, given, roles, store) for task in tasks]
    if more > 0:
        parts.append(telling.say("why.more", count=more))
    nodes = {node.id: node for node in (*asked.units, *tasks, *texts.values())}
    edges: dict[object, Edge] = {edge.key: edge for edge in (*given, *roles)}
    for text in texts.values():
        above = chain(store, text.id, kinds=UP)
        parts.append(_bases(text, above.nodes, above.edges))
        nodes |= {node.id: node for node in above.nodes}
        edges |= {edge.key: edge for edge in above.edges}
    nodes |= store.nodes({edge.source for edge in roles})
    return Answered(
        telling.sentences(parts), tuple(nodes.values()), tuple(edges.values()), max(0, more)
    )


def _of_document(store: GraphReader, text: Node) -> Answered | None:
    """Why a document was issued: what it rests on, step by step."""
    above = chain(store, text.id, kinds=UP)
    if len(above.nodes) < 2:
        return None
    said = _bases(text, above.nodes, above.edges)
    return Answered(said, above.nodes, above.edges, above.left_out)


def connection(store: GraphReader, asked: Asked, *, proof: bool = False) -> Answered | None:
    """The shortest ways between two things, step by step; ``proof``: only along bases."""
    ends = [*asked.units, *asked.documents][:2]
    found = path(store, ends[0].id, ends[1].id)
    if not found.ways or (proof and not found.along):
        return None
    nodes = {node.id: node for node in found.subgraph.nodes}
    way = found.ways[0]
    steps = []
    for here, there in itertools.pairwise(way):
        edge = next(e for e in found.subgraph.edges if {e.source, e.target} == {here, there})
        steps.append(
            telling.say(
                "path.step",
                source=_called(nodes[edge.source]),
                relation=telling.relation(edge.kind),
                target=_called(nodes[edge.target]),
            )
        )
    text = telling.say(
        "path.proof" if found.along else "path.link",
        source=_called(ends[0]),
        target=_called(ends[1]),
        count=len(found.ways),
        list=telling.listing(steps, numbered=True),
    )
    return Answered(text, found.subgraph.nodes, found.subgraph.edges)


def _called(node: Node) -> Both:
    if node.kind is NodeKind.TASK:
        return telling.same(f"«{telling.name(node)}»")
    return telling.same(node.label)


def _tasks(store: GraphReader, asked: Asked) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The tasks of the topic that the units have a role in, with those roles."""
    within = with_parts(store, asked.documents) if asked.documents else ()
    if asked.topic:
        tasks, again = tasks_about(store, asked.topic, within)
    else:
        said = assigned_tasks(store, within)
        tasks, again = tuple(task for found in said.values() for task in found), {}
    asked_of = [*(task.id for task in tasks), *again]
    kinds = asked.roles or ROLE_KINDS
    found = store.expand(asked_of, kinds, reverse=True)
    if asked.units:
        mine = {unit.id for unit in asked.units}
        found = [edge for edge in found if edge.source in mine]
        own = {again.get(edge.target, edge.target) for edge in found}
        tasks = tuple(task for task in tasks if task.id in own)
    return tasks, with_evidence(store, found)


def _assignment(
    task: Node,
    texts: dict[str, Node],
    given: Sequence[Edge],
    roles: Sequence[Edge],
    store: GraphReader,
) -> Both:
    """Which document assigns the task to whom, in which words."""
    text = texts[str(task.properties.get("document"))]
    mine = [edge for edge in roles if edge.target == task.id]
    units = store.nodes({edge.source for edge in mine})
    own = [edge for edge in given if edge.target == task.id]
    return telling.say(
        "why.assigned",
        document=telling.document(text),
        place=str(task.properties.get("path") or "–"),
        quote=telling.quote(own) or telling.name(task),
        doers=telling.doers(mine, units),
    )


def _bases(text: Node, nodes: Sequence[Node], edges: Sequence[Edge]) -> Both:
    """What the document rests on, step by step, each with the words that say so."""
    names = {node.id: node for node in nodes}
    said: list[Both] = []
    frontier, seen = [text.id], {text.id}
    for _ in range(LEVELS):
        fresh: list[str] = []
        for edge in edges:
            if edge.source in frontier and edge.target not in seen and edge.kind in UP:
                seen.add(edge.target)
                fresh.append(edge.target)
                said.append(
                    telling.say(
                        "why.rests",
                        source=names[edge.source].label,
                        relation=telling.relation(edge.kind),
                        target=telling.document(names[edge.target]),
                        quote=telling.quote([edge]),
                    )
                )
        frontier = fresh
    if not said:
        return telling.say("why.no_basis", document=text.label)
    return telling.say("why.bases", list=telling.listing(said))
