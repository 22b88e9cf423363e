"""Who does what in which days, light enough to hold all of it (việc của từng đơn vị).

A unit may have tens of thousands of tasks: they are read a batch at a time, and of each only its
id, its days and its place in its document are kept.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.collectives import Collectives, memberships
from graph.questions.duties import Duty, duties_of, order_of
from graph.questions.every import pages_of
from graph.questions.repeats import repeats
from graph.questions.unit_work import duty_batches, known_duties
from graph.store import GraphReader
from graph.times.spans import Span
from graph.traverse import Part

#: units that are read together, and how many edges each of them may have for that
UNITS, EDGES = 8, 250


class WorkItem(NamedTuple):
    """A unit's role in a task, where the task stands and the days it runs; items sort as duties
    do."""

    unit: str
    role: EdgeKind
    document: str
    place: float
    task: str
    spans: tuple[Span, ...]


def work_items(
    store: GraphReader, units: Sequence[str], collectives: Collectives = Collectives.APART
) -> list[WorkItem]:
    """What these units do, by unit, role and the order of the tasks in their documents; with
    ``MEMBERS`` what is laid on a collective is its members', where these are known."""
    members = memberships(store, units) if collectives is Collectives.MEMBERS else {}
    alike: dict[Any, Any] = {}  # what many tasks share, held once
    found = []
    for duty in _every_duty(store, sorted({*units, *members})):
        of, role, document, place, task = order_of(duty)
        for unit in members.get(of, [of]):
            unit, document, place, spans = (
                alike.setdefault(fact, fact) for fact in (unit, document, place, duty.spans)
            )
            found.append(WorkItem(unit, role, document, place, task, spans))
    found.sort()
    return [item for item, _ in groupby(found)]


def full_duties(store: GraphReader, items: Iterable[WorkItem]) -> list[Duty]:
    """The duties that these items stand for, read again with the edges that say so."""
    return known_duties(store, [(item.unit, item.role, item.task) for item in items])


def tasks_that(store: GraphReader, unit: str, fits: Callable[[Duty], bool]) -> list[Node]:
    """The tasks of a unit that fit, in order, each once; no others are held."""
    found = sorted(filter(fits, _every_duty(store, [unit])), key=order_of)
    return list({duty.task.id: duty.task for duty in found}.values())


def _every_duty(store: GraphReader, units: Sequence[str]) -> Iterator[Duty]:
    """All duties, without proof; units with few edges are read together, others batch by batch."""
    large = store.hubs(units, EDGES)
    for some in pages_of((unit for unit in units if unit not in large), UNITS):
        part = store.incident(some, ROLE_KINDS, proofs=False)
        yield from duties_of(store, part, repeats(store, _tasks(part)))
    for batch in duty_batches(store, sorted(large), ROLE_KINDS):
        yield from batch


def _tasks(part: Part) -> Iterable[Node]:
    return (node for node in part.nodes.values() if node.kind is NodeKind.TASK)
