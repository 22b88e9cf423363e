"""Who does what in which days, light enough to hold all of it (việc của từng đơn vị).

A unit may have tens of thousands of tasks: they are read a batch at a time, and of each only its
id, its days and its place in its document are kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import ROLE_KINDS, EdgeKind
from graph.questions.collectives import Collectives, memberships
from graph.questions.duties import Duty, duties_in, order_of
from graph.questions.every import pages_of
from graph.questions.unit_work import duty_batches
from graph.store import GraphReader
from graph.times.spans import Span

#: units whose roles are read together, and how many roles that may be
UNITS, ROLES = 8, 2000


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A unit's role in a task, and the days the task runs."""

    unit: str
    role: EdgeKind
    task: str
    spans: tuple[Span, ...]
    order: tuple[str, float]  # its document and its place there


def work_items(
    store: GraphReader, units: Sequence[str], collectives: Collectives
) -> list[WorkItem]:
    """What these units do, by unit, role and the order of the tasks in their documents; with
    ``MEMBERS`` what is laid on a collective is its members', where these are known."""
    members = memberships(store, units) if collectives is Collectives.MEMBERS else {}
    alike = _Alike()
    found: dict[tuple[str, EdgeKind, str], WorkItem] = {}
    for duty in _every_duty(store, sorted({*units, *members})):
        task = alike.one(duty.task.id)
        for unit in members.get(duty.unit, [duty.unit]):
            key = (alike.one(unit), duty.role, task)
            if key not in found:
                _, _, document, place, _ = order_of(duty)
                order = (alike.one(document), place)
                found[key] = WorkItem(*key, alike.times(duty.spans), order)
    return sorted(found.values(), key=lambda item: (item.unit, item.role, *item.order, item.task))


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


class _Alike:
    """Names and times that many tasks share, each held once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._times: dict[tuple[Span, ...], tuple[Span, ...]] = {}

    def one(self, name: str) -> str:
        """The name, the same object each time."""
        return self._names.setdefault(name, name)

    def times(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The days, the same object each time."""
        return self._times.setdefault(spans, spans)
