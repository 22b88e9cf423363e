"""What a unit has to do, and when (nhiệm vụ của đơn vị)."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import UsageError
from graph.model import ROLE_KINDS, EdgeKind, Node, NodeKind
from graph.questions.duties import Duty, duties_in, units_within
from graph.questions.known import among
from graph.spans import is_day, touches
from graph.store import GraphReader


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """A unit and its duties; ``undated``: those a question about days cannot place."""

    unit: Node
    duties: tuple[Duty, ...]
    undated: tuple[Duty, ...] = ()


def tasks_of(
    store: GraphReader,
    unit: str,
    *,
    roles: Sequence[EdgeKind] = ROLE_KINDS,
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
) -> UnitTasks:
    """The tasks a unit has a role in; only those that run between the days, when days are given.

    ``sub_units`` adds the tasks of its parts; each duty says whose it is.
    """
    for day in (since, until):
        if day and not is_day(day):
            raise UsageError("query.day", day=day)
    last = until and until + "-99" * (until.count("-") < 2)  # "2026" reaches to its last day
    if since and last and since > last:
        raise UsageError("query.days", since=since, until=until)
    with store.snapshot() as view:
        units = units_within(view, [unit]) if sub_units else [unit]
        part = view.incident(units, roles)
        node = among(part.nodes, unit, NodeKind.UNIT)
        found = duties_in(view, part)
        if not (since or until):
            return UnitTasks(node, found)
        return UnitTasks(
            node,
            tuple(duty for duty in found if touches(duty.spans, since, last)),
            tuple(duty for duty in found if not duty.spans),
        )
