"""Tasks that an annex repeats from its plan: one work said twice (nhiệm vụ nhắc lại trong phụ lục).

Both stay in the graph, each with its proof; a count of work takes them once. A task is a repeat
only when its opening words are those of exactly one task of the plan and of no other of the annex.
"""

from collections import defaultdict
from collections.abc import Iterable

from graph.folding import words
from graph.model import EdgeKind, Node
from graph.store import GraphReader

#: opening words that tell two tasks apart, and the fewest that say enough
OPENING, FEWEST = 12, 5


def repeats(store: GraphReader, tasks: Iterable[Node]) -> dict[str, str]:
    """Task of an annex → the task of its plan that it repeats; only of these tasks."""
    asked = {task.id: str(task.properties.get("document") or "") for task in tasks}
    found: dict[str, str] = {}
    for edge in store.expand(sorted(set(asked.values()) - {""}), (EdgeKind.ANNEX_OF,)):
        plan = _openings(store, edge.target)
        for opening, annexed in _openings(store, edge.source).items():
            original = plan.get(opening, [])
            if len(annexed) == len(original) == 1 and annexed[0] in asked:
                found[annexed[0]] = original[0]
    return found


def _openings(store: GraphReader, document: str) -> dict[tuple[str, ...], list[str]]:
    """The tasks of a document by their opening words."""
    assigned = [edge.target for edge in store.expand([document], (EdgeKind.ASSIGNS,))]
    by_opening: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for task in store.nodes(assigned).values():
        opening = tuple(words(str(task.properties.get("name") or task.label))[:OPENING])
        if len(opening) >= FEWEST:
            by_opening[opening].append(task.id)
    return by_opening
