"""The duties of units with more tasks than a page shows (việc của đơn vị lớn): read a batch at a
time and forgotten again, so that they never stand in memory together."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from graph.model import ROLE_KINDS, Edge, EdgeKey, EdgeKind
from graph.questions.attention import Attention, attention
from graph.questions.duties import Duty, duties_in, duties_of, order_of
from graph.questions.every import pages_of
from graph.questions.repeats import repeated, repeats
from graph.store import GraphReader
from graph.times.spans import touches
from graph.traverse import Part

#: roles whose tasks are read at a time, and roles found by one look at all that a unit has
BATCH, LINKS = 1000, 10_000
#: who does what in which task
Role = tuple[str, EdgeKind, str]
#: after those that a question about days can place, then as duties are ordered
Place = tuple[bool, tuple[str, EdgeKind, str, float, str]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the duties: roles, first and last day, attentions."""

    roles: Sequence[EdgeKind]
    days: tuple[str | None, str | None] = (None, None)
    attentions: Sequence[Attention] = ()


@dataclass(frozen=True, slots=True)
class ManyDuties:
    """A page of duties without proof: the first ``placed`` of them have their time, or none was
    asked for; counts, attention and cursor as of ``UnitTasks``."""

    page: Sequence[Duty]
    placed: int
    counts: Mapping[str, int]
    attention: Mapping[str, tuple[Attention, ...]]
    next: str | None


def page_of_many(
    store: GraphReader, units: Sequence[str], wanted: Wanted, *, start: int, limit: int
) -> ManyDuties:
    """The duties from number ``start`` on, and the counts of all; kept of those before are only
    their places."""
    told = _Told(store, units, wanted)
    chosen = nsmallest(start + limit, told.places())[start:]
    page = known_duties(store, [(unit, role, task) for _, (unit, role, _, _, task) in chosen])
    ids = {duty.task.id for duty in page}
    return ManyDuties(
        page=page,
        placed=sum(not undated for undated, _ in chosen),
        counts=told.counted(),
        attention=attentions(store, page) if wanted.attentions and ids else {},
        next=str(start + len(page)) if told.matching > start + len(page) else None,
    )


@dataclass(slots=True)
class _Told:
    """Goes through all duties once and counts them."""

    store: GraphReader
    units: Sequence[str]
    wanted: Wanted
    matching: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)  # tasks whose attentions are counted

    def places(self) -> Iterator[Place]:
        """Where each duty that is asked for stands."""
        first, last = self.wanted.days
        asked = bool(first or last)
        for batch in duty_batches(self.store, self.units, self.wanted.roles):
            why = attentions(self.store, batch) if self.wanted.attentions else {}
            for duty in batch:
                undated = asked and not duty.spans
                if asked and not undated and not touches(duty.spans, first, last):
                    continue
                self.counts.update(("total", "undated") if undated else ("total",))
                if self._concerns(duty, why):
                    self.matching += 1
                    yield undated, order_of(duty)

    def counted(self) -> dict[str, int]:
        """``total``, ``undated`` and, when one is asked for, each attention."""
        names = [reason.value for reason in Attention] if self.wanted.attentions else []
        return {name: self.counts[name] for name in ("total", "undated", *names)}

    def _concerns(self, duty: Duty, why: Mapping[str, tuple[Attention, ...]]) -> bool:
        if not self.wanted.attentions:
            return True
        reasons = why[duty.task.id]
        if duty.task.id not in self.seen:
            self.seen.add(duty.task.id)
            self.counts.update(reason.value for reason in reasons)
        return bool(set(reasons) & set(self.wanted.attentions))


def duty_batches(
    store: GraphReader, units: Sequence[str], roles: Sequence[EdgeKind]
) -> Iterator[list[Duty]]:
    """All duties of these units, each once, without proof and in no order.

    What an annex repeats is its plan's: told where the unit has the role in the plan, else where
    the annex gives it.
    """
    told: set[Role] = set()  # of tasks that annexes repeat
    for unit in units:
        for edges in pages_of(_links(store, unit, roles), BATCH):
            tasks = store.nodes({edge.target for edge in edges})
            twins = repeats(store, tasks.values())
            plans = store.expand(set(twins.values()), roles, reverse=True) if twins else []
            in_plan = {(edge.source, edge.kind, edge.target) for edge in plans}
            kept: list[Edge] = []
            for edge in edges:
                original = twins.get(edge.target)
                role = (unit, edge.kind, original or edge.target)
                if original is None or role not in in_plan | told:
                    kept.append(edge)
                if original is not None:
                    told.add(role)
            still = {edge.target for edge in kept}
            again = {twin: task for twin, task in twins.items() if twin in still}
            yield duties_of(store, Part(tasks, kept), again)


def _links(store: GraphReader, unit: str, roles: Sequence[EdgeKind]) -> Iterator[Edge]:
    """The roles of a unit, without proof. Each look at them goes through all that it has, so that
    it brings many; the tasks, which are heavy, are read in smaller batches."""
    after: EdgeKey | None = None
    more = True
    while more:
        edges = store.links(unit, roles, after=after, limit=LINKS, proof=False)
        yield from edges
        more = len(edges) == LINKS
        after = edges[-1].key if edges else None


def attentions(store: GraphReader, found: Sequence[Duty]) -> dict[str, tuple[Attention, ...]]:
    """Why each task needs attention, by all that plans and their annexes say of it."""
    tasks = {duty.task.id: duty.task for duty in found}
    same = {id: id for id in tasks} | repeated(store, tasks.values())
    said: dict[str, list[tuple[str, EdgeKind]]] = {id: [] for id in tasks}
    for edge in store.expand(same, ROLE_KINDS, reverse=True):
        said[same[edge.target]].append((edge.source, edge.kind))
    leads = {u for roles in said.values() for u, role in roles if role is EdgeKind.LEADS}
    units = store.nodes(leads)
    return {id: attention(task, said[id], units) for id, task in tasks.items()}


def known_duties(store: GraphReader, wanted: Collection[Role]) -> list[Duty]:
    """These duties again, in their order, with all the edges that say so, the annexes' too."""
    if not wanted:
        return []
    ids = {task for _, _, task in wanted}
    same = ids | repeated(store, store.nodes(ids).values()).keys()
    units = {unit for unit, _, _ in wanted}
    kinds = tuple({role for _, role, _ in wanted})
    edges = [e for e in store.expand(same, kinds, reverse=True) if e.source in units]
    part = Part(store.nodes(same), edges)
    known = {(duty.unit, duty.role, duty.task.id): duty for duty in duties_in(store, part)}
    return [known[role] for role in wanted]
