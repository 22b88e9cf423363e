"""The tasks of all documents, and those of them that need attention (mọi nhiệm vụ).

Counts come first and cover all; the tasks come a page at a time. A task that an annex repeats is
its plan's, with the roles that both give.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.model import GROUP, ROLE_KINDS, Edge, EdgeKind, Node, NodeKind
from graph.questions.attention import Attention, attention
from graph.questions.every import every
from graph.questions.repeats import every_repeat, repeated
from graph.questions.window import window
from graph.store import GraphReader
from graph.times.spans import Span, spans_of, touches
from graph.traverse import with_evidence

KINDS = (*ROLE_KINDS, EdgeKind.REPORTS_TO)


@dataclass(frozen=True, slots=True)
class ToldTask:
    """A task with its document, the days it runs, who has which role, and why it needs attention.

    ``edges``: the roles, and the receivers of a report.
    """

    task: Node
    document: Node | None
    spans: tuple[Span, ...]
    edges: tuple[Edge, ...]
    attention: tuple[Attention, ...]


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of tasks by id. ``counts``: all tasks and those of each attention, on the first page
    only; ``units``: those that the edges name; ``next``: the cursor of the following page."""

    tasks: tuple[ToldTask, ...]
    units: Mapping[str, Node]
    counts: Mapping[str, int] | None
    next: str | None


def every_task(
    store: GraphReader,
    *,
    wanted: Sequence[Attention] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int = 200,
    cursor: str = "",
) -> TaskPage:
    """Tasks that need one of the attentions ``wanted``, or all; with days those that run then.

    ``cursor`` is the ``next`` of the page before.
    """
    first, last = window(since, until)
    with store.snapshot() as view:
        told = told_tasks(view, after=cursor)
        if first or last:
            told = (one for one in told if touches(one.spans, first, last))
        counts: Counter[str] = Counter()
        page: list[ToldTask] = []
        for one in told:
            counts.update(["total", *one.attention])
            if len(page) <= limit and (not wanted or set(wanted) & set(one.attention)):
                page.append(one)
            if cursor and len(page) > limit:
                break
        shown = tuple(_proved(view, page[:limit]))
        ends = {end for one in shown for e in one.edges for end in (e.source, e.target)}
        return TaskPage(
            tasks=shown,
            units={id: n for id, n in view.nodes(ends).items() if n.kind is NodeKind.UNIT},
            counts=None if cursor else {name: counts[name] for name in ("total", *Attention)},
            next=shown[-1].task.id if len(page) > limit else None,
        )


def told_tasks(store: GraphReader, after: str = "") -> Iterator[ToldTask]:
    """All tasks by id, a thousand read at a time, their edges without proof."""
    again: dict[str, list[str]] = defaultdict(list)
    twins = every_repeat(store)
    for twin, task in twins.items():
        again[task].append(twin)
    for page in every(store, NodeKind.TASK, after):
        tasks = [t for t in page if t.id not in twins and t.properties.get("kind") != GROUP]
        yield from _told(store, tasks, again)


def told_of(store: GraphReader, tasks: Sequence[Node]) -> Iterator[ToldTask]:
    """These tasks, as ``told_tasks`` tells them: with the roles that annexes give them too."""
    again: dict[str, list[str]] = defaultdict(list)
    for twin, task in repeated(store, tasks).items():
        again[task].append(twin)
    real = [task for task in tasks if task.properties.get("kind") != GROUP]
    yield from _told(store, real, again)


def _told(
    store: GraphReader, tasks: Sequence[Node], again: Mapping[str, Sequence[str]]
) -> Iterator[ToldTask]:
    same = {id: task.id for task in tasks for id in (task.id, *again.get(task.id, ()))}
    edges: dict[str, list[Edge]] = {task.id: [] for task in tasks}
    for edge in store.expand(same, ROLE_KINDS, reverse=True):
        edges[same[edge.target]].append(edge)
    for edge in store.expand(same, (EdgeKind.REPORTS_TO,)):
        edges[same[edge.source]].append(edge)
    leading = {e.source for own in edges.values() for e in own if e.kind is EdgeKind.LEADS}
    units = store.nodes(leading)
    documents = store.nodes({str(task.properties.get("document")) for task in tasks})
    for task in tasks:
        document = documents.get(str(task.properties.get("document")))
        own = edges[task.id]
        roles = [(edge.source, edge.kind) for edge in own]
        why = attention(task, roles, units)
        yield ToldTask(task, document, spans_of(task, document), tuple(own), why)


def _proved(store: GraphReader, page: Sequence[ToldTask]) -> Iterator[ToldTask]:
    """The same with the words that prove the roles."""
    proved = iter(with_evidence(store, [edge for one in page for edge in one.edges]))
    for one in page:
        edges = tuple(islice(proved, len(one.edges)))
        yield ToldTask(one.task, one.document, one.spans, edges, one.attention)
