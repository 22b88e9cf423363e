"""Tasks that an annex repeats from its plan: one work said twice (nhiệm vụ nhắc lại trong phụ lục).

Both stay in the graph, each with its proof; a count of work takes them once.
"""

from collections.abc import Collection, Iterable, Sequence

from graph.model import GROUP, Edge, EdgeKind, Node, NodeKind
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.questions.every import every, pages_of
from graph.store import GraphReader

ANNEXES = 50  # annexes whose tasks are held together
READ = 500  # tasks that are read together


def repeats(store: GraphReader, tasks: Iterable[Node]) -> dict[str, str]:
    """Task of an annex → the task of its plan that it repeats; only of these tasks."""
    asked = {task.id: str(task.properties.get("document") or "") for task in tasks}
    annexes = store.expand(sorted(set(asked.values()) - {""}), (EdgeKind.ANNEX_OF,))
    return {twin: task for twin, task in _paired(store, annexes).items() if twin in asked}


def uncounted(store: GraphReader, tasks: Collection[str]) -> dict[str, str | None]:
    """What a count of these tasks leaves out: headings (None), and what an annex repeats of another
    of them → that other one. They are read a few at a time."""
    found: dict[str, str | None] = {}
    for part in pages_of(sorted(tasks), READ):
        nodes = store.nodes(part).values()
        found |= {node.id: None for node in nodes if node.properties.get("kind") == GROUP}
        again = repeats(store, nodes)
        found |= {twin: task for twin, task in again.items() if task in tasks}
    return found


def repeated(store: GraphReader, tasks: Iterable[Node]) -> dict[str, str]:
    """Task of an annex → the task of its plan that it repeats; only those of these plans."""
    asked = {task.id: str(task.properties.get("document") or "") for task in tasks}
    plans = sorted(set(asked.values()) - {""})
    annexes = store.expand(plans, (EdgeKind.ANNEX_OF,), reverse=True)
    return {twin: task for twin, task in _paired(store, annexes).items() if task in asked}


def every_repeat(store: GraphReader) -> dict[str, str]:
    """All that annexes repeat, in the whole store."""
    found: dict[str, str] = {}
    for page in every(store, NodeKind.DOCUMENT):
        found |= _paired(store, store.expand([node.id for node in page], (EdgeKind.ANNEX_OF,)))
    return found


def _paired(store: GraphReader, annexes: Sequence[Edge]) -> dict[str, str]:
    """What these annexes repeat of the documents they belong to."""
    found: dict[str, str] = {}
    for part in pages_of(annexes, ANNEXES):
        tasks = assigned_tasks(store, {end for edge in part for end in (edge.source, edge.target)})
        for edge in part:
            pairs = counterparts(tasks[edge.target], tasks[edge.source])
            found |= {twin.id: task.id for task, twin in pairs}
    return found
