"""Tasks that an annex repeats from its plan: one work said twice (nhiệm vụ nhắc lại trong phụ lục).

Both stay in the graph, each with its proof; a count of work takes them once.
"""

from collections.abc import Iterable

from graph.model import EdgeKind, Node
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.store import GraphReader


def repeats(store: GraphReader, tasks: Iterable[Node]) -> dict[str, str]:
    """Task of an annex → the task of its plan that it repeats; only of these tasks."""
    asked = {task.id: str(task.properties.get("document") or "") for task in tasks}
    annexes = store.expand(sorted(set(asked.values()) - {""}), (EdgeKind.ANNEX_OF,))
    if not annexes:
        return {}
    ends = {end for edge in annexes for end in (edge.source, edge.target)}
    by_document = assigned_tasks(store, ends)
    found: dict[str, str] = {}
    for edge in annexes:
        pairs = counterparts(by_document[edge.target], by_document[edge.source])
        found |= {twin.id: task.id for task, twin in pairs if twin.id in asked}
    return found
