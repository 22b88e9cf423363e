"""Who does what in which days, light enough to hold all of it (việc của từng đơn vị).

A unit may have tens of thousands of tasks: they are read a batch at a time, and of each only its
id, its days and its place in its document are kept.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from graph.model import ROLE_KINDS, EdgeKind, Node
from graph.questions.collectives import Collectives, memberships
from graph.questions.duties import Duty, duties_in, order_of
from graph.questions.every import pages_of
from graph.questions.unit_work import duty_batches, known_duties
from graph.store import GraphReader
from graph.times.spans import Span

#: units whose roles are read together, and how many roles that may be
UNITS, ROLES = 8, 2000


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


def _every_duty(store: GraphReader, units: Iterable[str]) -> Iterator[Duty]:
    """All duties, without proof; units with few tasks are read together."""
    for some in pages_of(units, UNITS):
        yield from _duties_of(store, some)


def _duties_of(store: GraphReader, units: Sequence[str]) -> Iterator[Duty]:
    few = _few_duties(store, units)
    if few is not None:
        yield from few
    elif len(units) > 1:
        for half in (units[: len(units) // 2], units[len(units) // 2 :]):
            yield from _duties_of(store, half)
    else:
        for batch in duty_batches(store, units, ROLE_KINDS):
            yield from batch


def _few_duties(store: GraphReader, units: Sequence[str]) -> tuple[Duty, ...] | None:
    """The duties of units that have few together; None where they have more."""
    part = store.incident(units, ROLE_KINDS, limit=ROLES, proofs=False)
    return None if part.left_out else duties_in(store, part)
