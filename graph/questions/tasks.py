"""What a unit has to do, and when (nhiệm vụ của đơn vị)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import structs

from graph.model import ROLE_KINDS, Edge, EdgeKind, Node, NodeKind
from graph.questions.attention import Attention
from graph.questions.cursors import offset_of
from graph.questions.duties import Duty, duties_in, units_within
from graph.questions.known import among
from graph.questions.unit_work import ManyDuties, Wanted, attentions, page_of_many
from graph.questions.window import window
from graph.store import GraphReader
from graph.times.spans import touches
from graph.traverse import with_evidence


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """A page of a unit's duties; ``undated``: those a question about days cannot place, after all
    others.

    ``counts``: ``total``, ``undated`` and, when one is asked for, each attention, of all pages and
    of those that need none;
    ``attention``: why a task needs it; ``next``: the cursor of the following page.
    """

    unit: Node
    duties: tuple[Duty, ...]
    undated: tuple[Duty, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    attention: Mapping[str, tuple[Attention, ...]] = field(default_factory=dict)
    next: str | None = None


def tasks_of(
    store: GraphReader,
    unit: str,
    *,
    roles: Sequence[EdgeKind] = ROLE_KINDS,
    since: str | None = None,
    until: str | None = None,
    sub_units: bool = False,
    wanted: Sequence[Attention] = (),
    limit: int | None = None,
    cursor: str = "",
) -> UnitTasks:
    """The tasks a unit has a role in; only those that run between the days, when days are given.

    ``sub_units`` adds the tasks of its parts; each duty says whose it is. ``wanted``: only those
    that need one of these attentions. ``cursor`` is the ``next`` of the page before.
    """
    first, last = window(since, until)
    start = offset_of(cursor)
    with store.snapshot() as view:
        units = units_within(view, [unit]) if sub_units else [unit]
        part = view.incident(units, roles, limit=limit)
        node = among(part.nodes, unit, NodeKind.UNIT)
        if part.left_out and limit is not None:
            asked_for = Wanted(roles, (first, last), wanted)
            many = page_of_many(view, units, asked_for, start=start, limit=limit)
            return _of_many(view, node, many)
        found = duties_in(view, part)
        why = attentions(view, found) if wanted else {}
        asked = bool(first or last)
        placed = [d for d in found if not asked or touches(d.spans, first, last)]
        undated = [duty for duty in found if asked and not duty.spans]
        counts = _counts(placed, undated, why)
        if wanted:
            placed, undated = (
                [duty for duty in side if set(why[duty.task.id]) & set(wanted)]
                for side in (placed, undated)
            )
        end = None if limit is None else start + limit
        page = _proved(view, [*placed, *undated][start:end])
        cut = max(0, min(len(page), len(placed) - start))
        left = len(placed) + len(undated) > start + len(page)
        shown = {duty.task.id for duty in page}
        return UnitTasks(
            unit=node,
            duties=tuple(page[:cut]),
            undated=tuple(page[cut:]),
            counts=counts,
            attention={id: reasons for id, reasons in why.items() if id in shown},
            next=str(start + len(page)) if left else None,
        )


def _of_many(store: GraphReader, node: Node, many: ManyDuties) -> UnitTasks:
    """A page of a unit that has more tasks than a page shows."""
    page = _proved(store, many.page)
    return UnitTasks(
        unit=node,
        duties=tuple(page[: many.placed]),
        undated=tuple(page[many.placed :]),
        counts=many.counts,
        attention=many.attention,
        next=many.next,
    )


def _counts(
    placed: Sequence[Duty],
    undated: Sequence[Duty],
    why: Mapping[str, tuple[Attention, ...]],
) -> dict[str, int]:
    told = {"total": len(placed) + len(undated), "undated": len(undated)}
    if not why:
        return told
    tasks = {duty.task.id for duty in (*placed, *undated)}
    reasons = Counter(reason for id in tasks for reason in why[id])
    return told | {reason.value: reasons[reason] for reason in Attention}


def _proved(store: GraphReader, page: Sequence[Duty]) -> list[Duty]:
    """The same with the words that prove each role, where they are not there yet."""
    bare = [edge for duty in page for edge in duty.edges if not edge.evidence]
    if not bare:
        return list(page)
    proof: dict[object, Edge] = {edge.key: edge for edge in with_evidence(store, bare)}
    return [structs.replace(duty, edges=tuple(_each(duty.edges, proof))) for duty in page]


def _each(edges: Iterable[Edge], proof: Mapping[object, Edge]) -> Iterable[Edge]:
    return (proof.get(edge.key, edge) for edge in edges)
