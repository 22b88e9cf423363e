"""The tasks of units, or of all, with the days they are due, read a thousand at a time.

A task that an annex repeats is its plan's: it is told once, and the annex's words are added.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.model import GROUP, ROLE_KINDS, Edge, EdgeKey, EdgeKind, Node, NodeKind
from graph.questions.counterparts import assigned_tasks
from graph.questions.every import PAGE, every, pages_of
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.times.deadlines import REPORT, Deadline, deadlines_of


@dataclass(slots=True)
class DatedTasks:
    """Deadlines by task; ``reports``: those that are report duties; ``roles``: in what a task
    concerns the units asked about; ``again``: the tasks of annexes that repeat one; ``undated``:
    tasks that no day can be told for; ``alike``: deadlines that many tasks share, held once."""

    deadlines: dict[str, tuple[Deadline, ...]] = field(default_factory=dict)
    reports: set[str] = field(default_factory=set)
    roles: Mapping[str, frozenset[EdgeKind]] = field(default_factory=dict)
    again: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    undated: set[str] = field(default_factory=set)
    alike: dict[tuple[Deadline, ...], tuple[Deadline, ...]] = field(default_factory=dict)


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
    concern: dict[str, frozenset[EdgeKind]] = {}
    for task, kind in _concerned(store, units, roles):
        concern[task] = _joined(concern.get(task, frozenset()), kind)
    for ids in pages_of(sorted(concern)):
        tasks = store.nodes(ids).values()
        mine = [t for t in tasks if documents is None or _document(t) in documents]
        _add(store, found, mine, whole=False)
    for original, twins in found.again.items():
        for kind in (kind for twin in twins for kind in concern.get(twin, ())):
            concern[original] = _joined(concern.get(original, frozenset()), kind)
    found.roles = concern
    return found


def _concerned(
    store: GraphReader, units: Sequence[str], roles: Sequence[EdgeKind]
) -> Iterator[tuple[str, EdgeKind]]:
    """The tasks that concern the units and in what, read a page at a time."""
    for unit in units:
        for edge in _each_link(store, unit, [kind for kind in roles if kind in ROLE_KINDS]):
            yield edge.target, edge.kind
        if EdgeKind.REPORTS_TO in roles:
            for edge in _each_link(store, unit, (EdgeKind.REPORTS_TO,), reverse=True):
                yield edge.source, edge.kind


def _each_link(
    store: GraphReader, unit: str, kinds: Sequence[EdgeKind], *, reverse: bool = False
) -> Iterator[Edge]:
    after: EdgeKey | None = None
    while edges := store.links(unit, kinds, reverse=reverse, after=after, limit=PAGE, proof=False):
        yield from edges
        after = edges[-1].key


@cache
def _joined(kinds: frozenset[EdgeKind], kind: EdgeKind) -> frozenset[EdgeKind]:
    """The kinds with one more; most tasks concern a unit in the same few ways, held once."""
    return kinds | {kind}


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
            found.deadlines[id] = found.alike.setdefault(days, days)
            if task.properties.get("kind") == REPORT:
                found.reports.add(id)
        else:
            found.undated.add(id)


def _document(task: Node) -> str:
    return str(task.properties.get("document") or "")
