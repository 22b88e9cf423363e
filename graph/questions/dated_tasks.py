"""The tasks of units, or of all, with the days they are due, read a thousand at a time.

A task that an annex repeats is its plan's: it is told once, and the annex's words are added.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import GROUP, ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.counterparts import assigned_tasks
from graph.questions.every import every, pages_of
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.deadlines import REPORT, Deadline, deadlines_of


@dataclass(slots=True)
class DatedTasks:
    """Deadlines by task; ``reports``: those that are report duties; ``roles``: in what a task
    concerns the units asked about; ``again``: the tasks of annexes that repeat one; ``undated``:
    tasks that no day can be told for."""

    deadlines: dict[str, tuple[Deadline, ...]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    roles: Mapping[str, set[EdgeKind]] = field(default_factory=dict)
    again: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    undated: set[str] = field(default_factory=set)


def dated_tasks(
    store: GraphReader,
    units: Sequence[str] | None,
    roles: Sequence[EdgeKind],
    documents: Collection[str] | None = None,
) -> DatedTasks:
    """The tasks that concern the units in one of these ways; without units all tasks. With
    ``documents`` only those that they assign."""
    found = DatedTasks()
    if units is None and documents is not None:
        assigned = (task for tasks in assigned_tasks(store, documents).values() for task in tasks)
        for part in pages_of(assigned):
            _add(store, found, part, whole=False)
        return found
    if units is None:
        for page in every(store, NodeKind.TASK):
            _add(store, found, page)
        return found
    concern: dict[str, set[EdgeKind]] = defaultdict(set)
    for edge in store.expand(units, [kind for kind in roles if kind in ROLE_KINDS]):
        concern[edge.target].add(edge.kind)
    if EdgeKind.REPORTS_TO in roles:
        for edge in store.expand(units, (EdgeKind.REPORTS_TO,), reverse=True):
            concern[edge.source].add(edge.kind)
    for ids in pages_of(sorted(concern)):
        tasks = store.nodes(ids).values()
        mine = [t for t in tasks if documents is None or _document(t) in documents]
        _add(store, found, mine, whole=False)
    for original, twins in found.again.items():
        for twin in twins:
            concern[original] |= concern[twin]
    found.roles = concern
    return found


def _add(
    store: GraphReader, found: DatedTasks, tasks: Sequence[Node], *, whole: bool = True
) -> None:
    """Add a page of tasks; unless the ``whole`` store is read, the originals of its repeats too."""
    original = repeats(store, tasks)
    for twin, whose in original.items():
        found.again[whose].append(twin)
    own = {task.id: task for task in tasks if task.id not in original}
    if not whole:
        missing = set(original.values()) - own.keys() - found.deadlines.keys() - found.undated
        own |= store.nodes(missing)
    documents = store.nodes({_document(task) for task in own.values()})
    for id, task in own.items():
        if task.properties.get("kind") == GROUP:
            continue
        if days := deadlines_of(task, documents.get(_document(task))):
            found.deadlines[id] = days
            if task.properties.get("kind") == REPORT:
                found.reports.add(id)
        else:
            found.undated.add(id)


def _document(task: Node) -> str:
    return str(task.properties.get("document") or "")
