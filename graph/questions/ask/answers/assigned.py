"""The tasks that a document assigns, and when one is to be done (việc của văn bản)."""

from collections.abc import Sequence
from dataclasses import replace

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask import telling
from graph.questions.ask.answers.work import SHOWN, time_of
from graph.questions.ask.reply import Answered, Asked
from graph.questions.ask.topics import tasks_about, with_parts
from graph.questions.counterparts import assigned_tasks
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.spans import spans_of, touches, years_of
from graph.traverse import with_evidence

#: the measure of a question that is of the annexes alone
ANNEX = "annex"
#: what ties a unit to the documents it issued
BY = (EdgeKind.ISSUED_BY,)


def doc_work(store: GraphReader, asked: Asked) -> Answered | None:
    """The tasks that a document and its annexes assign; of two, where each assigns some."""
    tasks = assigned(store, asked)
    own = {str(task.properties.get("document")) for task in tasks}
    if not all(own & set(with_parts(store, [node])) for node in asked.documents):
        return None
    if asked.measure == ANNEX:
        tasks = [task for task in tasks if _is_annexed(task, asked.document)]
    if asked.topic:
        named, again = tasks_about(store, asked.topic, with_parts(store, asked.documents))
        about = {task.id for task in named} | set(again) | set(again.values())
        tasks = [task for task in tasks if task.id in about]
    if asked.period and asked.period.year:
        since, until = asked.period.days(asked.period.year)
        tasks = [t for t in tasks if touches(spans_of(t, asked.document), since, until)]
    if asked.kind_of_unit:
        tasks = _done_by(store, tasks, f"{asked.kind_of_unit} ")
    return listed(store, asked, tasks, "work.of_document", doers=True) if tasks else None


def _done_by(store: GraphReader, tasks: Sequence[Node], kind: str) -> list[Node]:
    """The tasks that units of a kind have a part in (sở nào làm gì)."""
    edges = list(store.expand([task.id for task in tasks], ROLE_KINDS, reverse=True))
    units = store.nodes({edge.source for edge in edges})
    theirs = {edge.target for edge in edges if units[edge.source].label.startswith(kind)}
    return [task for task in tasks if task.id in theirs]


def _is_annexed(task: Node, document: Node) -> bool:
    """Whether a task stands in an annex, be that a document of its own."""
    path = str(task.properties.get("path") or "")
    return path.startswith("PL") or task.properties.get("document") != document.id


def years_of_document(store: GraphReader, asked: Asked) -> list[int]:
    """The years in which the tasks of a document run."""
    texts = {node.id: node for node in asked.documents}
    found = (
        spans_of(t, texts.get(str(t.properties.get("document")))) for t in assigned(store, asked)
    )
    return list(years_of(tuple(span for spans in found for span in spans)))


def when(store: GraphReader, asked: Asked) -> Answered | None:
    """When the tasks of a topic are to be done."""
    within = with_parts(store, asked.documents) if asked.documents else ()
    tasks, again = tasks_about(store, asked.topic, within, asked.units)
    if asked.units:
        mine = {e.target for e in store.expand([u.id for u in asked.units], ROLE_KINDS)}
        mine |= {again[twin] for twin in mine & again.keys()}
        own = {e.source for e in store.expand([u.id for u in asked.units], BY, reverse=True)}
        tasks = tuple(task for task in tasks if task.id in mine) or tuple(
            task for task in tasks if task.properties.get("document") in own
        )
    tasks = tuple(t for t in tasks if asked.place in ("", *t.id.split("/")[:2]))
    tasks = tuple(task for task in tasks if task.properties.get("time"))
    return listed(store, replace(asked, documents=()), tasks, "work.when") if tasks else None


def assigned(store: GraphReader, asked: Asked) -> list[Node]:
    """The tasks of the documents and their annexes, each once."""
    texts = with_parts(store, asked.documents)
    tasks = [task for found in assigned_tasks(store, texts).values() for task in found]
    again = repeats(store, tasks)
    known = {task.id for task in tasks}
    return [task for task in tasks if again.get(task.id) not in known]


def listed(
    store: GraphReader,
    asked: Asked,
    tasks: Sequence[Node],
    key: str,
    *,
    doers: bool = False,
    count: int | None = None,
) -> Answered:
    """A list of tasks, the first of them proven by the words that assign them; with who does them
    on demand; ``count``: how many there are beside those that are given."""
    total = len(tasks) if count is None else count
    shown = tasks[:SHOWN]
    ids = [task.id for task in shown]
    texts = store.nodes({str(task.properties.get("document")) for task in shown})
    kinds = (EdgeKind.ASSIGNS, *ROLE_KINDS) if doers else (EdgeKind.ASSIGNS,)
    edges = with_evidence(store, store.expand(ids, kinds, reverse=True))
    units = store.nodes({edge.source for edge in edges if edge.kind in ROLE_KINDS})
    said = [telling.task(task, texts) for task in shown[: telling.LISTED]]
    if doers:
        own = [[e for e in edges if e.target == id and e.kind in ROLE_KINDS] for id in ids]
        said = [
            telling.say("who.task", task=told, doers=telling.doers(roles, units))
            for told, roles in zip(said, own, strict=False)
        ]
    text = telling.say(
        key,
        count=total,
        document=telling.documents(asked.documents),
        unit=asked.units[0].label if asked.units else "",
        when=time_of(asked),
        list=telling.listing(said, numbered=True, count=total),
    )
    beside = texts | units
    nodes = (*(beside[id] for id in sorted(beside)), *shown)
    return Answered(text, nodes, edges, total - len(shown))
