"""Tasks that an annex repeats from its plan: one work said twice (nhiệm vụ nhắc lại trong phụ lục).

Both stay in the graph, each with its proof; a count of work takes them once.
"""

from collections.abc import Iterable

from graph.model import EdgeKind, Node
from graph.questions.counterparts import counterparts
from graph.store import GraphReader


def repeats(store: GraphReader, tasks: Iterable[Node]) -> dict[str, str]:
    """Task of an annex → the task of its plan that it repeats; only of these tasks."""
    asked = {task.id: str(task.properties.get("document") or "") for task in tasks}
    found: dict[str, str] = {}
    for edge in store.expand(sorted(set(asked.values()) - {""}), (EdgeKind.ANNEX_OF,)):
        pairs = counterparts(_tasks(store, edge.target), _tasks(store, edge.source))
        found |= {twin.id: task.id for task, twin in pairs if twin.id in asked}
    return found


def _tasks(store: GraphReader, document: str) -> list[Node]:
    """The tasks of a document, headings over tasks apart."""
    assigned = {edge.target for edge in store.expand([document], (EdgeKind.ASSIGNS,))}
    tasks = store.nodes(assigned)
    return [tasks[id] for id in sorted(tasks) if tasks[id].properties.get("kind") != "group"]
