"""Reports for which no day is told, of units or of documents (báo cáo chưa nêu hạn)."""

from collections.abc import Iterable, Iterator, Sequence

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.ask.reply import Asked
from graph.questions.ask.topics import with_parts
from graph.questions.counterparts import assigned_tasks
from graph.questions.every import pages_of
from graph.store import GraphReader

REPORT = "report"


def undated_reports(store: GraphReader, pages: Iterable[Sequence[Node]]) -> list[Node]:
    """Report duties without a day, and tasks whose outcome goes to a unit where no report duty of
    the same item says so; of all tasks only these are held."""
    reports: list[Node] = []
    others: list[Node] = []
    for page in pages:
        sent = {e.source for e in store.expand([t.id for t in page], (EdgeKind.REPORTS_TO,))}
        reports += [task for task in page if task.properties.get("kind") == REPORT]
        others += [t for t in page if t.id in sent and t.properties.get("kind") != REPORT]
    told_of = {_item(task) for task in reports}
    found = reports + [task for task in others if _item(task) not in told_of]
    return sorted((t for t in found if not t.properties.get("due")), key=lambda task: task.id)


def tasks_done(store: GraphReader, asked: Asked) -> Iterator[list[Node]]:
    """The tasks of the units, within the documents if any are named, a page at a time; of no unit
    those of the documents."""
    if asked.units:
        edges = store.expand([unit.id for unit in asked.units], ROLE_KINDS)
        yield from _within(store, asked, {edge.target for edge in edges})
        return
    texts = with_parts(store, asked.documents)
    yield from (list(tasks) for tasks in assigned_tasks(store, texts).values())


def tasks_received(store: GraphReader, asked: Asked) -> Iterator[list[Node]]:
    """The tasks whose outcome the unit receives, within the documents if any are named."""
    edges = store.expand([asked.units[0].id], (EdgeKind.REPORTS_TO,), reverse=True)
    yield from _within(store, asked, {edge.source for edge in edges})


def _within(store: GraphReader, asked: Asked, ids: Iterable[str]) -> Iterator[list[Node]]:
    texts = set(with_parts(store, asked.documents)) if asked.documents else set()
    for page in pages_of(sorted(ids)):
        nodes = store.nodes(page).values()
        yield [n for n in nodes if not texts or n.properties.get("document") in texts]


def _item(task: Node) -> tuple[object, object]:
    """The item of a document that a task stands in."""
    return task.properties.get("document"), task.properties.get("path")
