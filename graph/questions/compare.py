"""What one document says otherwise than another: plan and annex, this year's and last year's plan.

Tasks are matched by name, opening or numbering; those that may be one without being surely so are
shown as such (so sánh hai văn bản). Two plans of different years are compared as if of one year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.errors import NotFoundError, UsageError
from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.questions.comparison import Alone, Changed, Comparison, Redated
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.questions.differences import BASES, Difference, Pair, differences, same_number
from graph.questions.known import known
from graph.questions.likely import Unsure, alike, unsure
from graph.questions.moved_years import planned_later, years_between
from graph.store import GraphReader
from graph.traverse import with_evidence

CITES = EdgeKind.CITES


def compare(store: GraphReader, a: str, b: str) -> Comparison:
    """How document ``b`` differs from document ``a``, which it restates or follows; NotFoundError
    where one of them is cited only."""
    if a == b:
        raise UsageError("compare.same", id=a)
    with store.snapshot() as view:
        one, other = known(view, a, NodeKind.DOCUMENT), known(view, b, NodeKind.DOCUMENT)
        for node in (one, other):  # of a text that nobody has read no task is "dropped"
            if node.properties.get("status") != "loaded":
                raise NotFoundError("compare.not_loaded", label=node.label)
        return _Pairing(view, one, other).comparison()


class _Pairing:
    """The tasks of both documents, brought to one year and matched."""

    def __init__(self, store: GraphReader, a: Node, b: Node) -> None:
        self.store, self.a, self.b = store, a, b
        annexes = store.expand([a.id, b.id], (EdgeKind.ANNEX_OF,))
        self.annexed = {(edge.source, edge.target) for edge in annexes}
        self.parted = not self.annexed & {(a.id, b.id), (b.id, a.id)}
        self.years = years_between(a, b) if self.parted else 0
        self.here, self.there = self._tasks(a), self._tasks(b)
        moved = [planned_later(task, a, self.years) for task in self.here]
        self.original = {task.id: task for task in self.here}
        self.pairs = counterparts(moved, self.there)
        self.pairs += alike(*self._left(moved))
        order = {task.id: place for place, task in enumerate(moved)}
        self.pairs.sort(key=lambda pair: order[pair[0].id])
        self.left = self._left(moved)

    def comparison(self) -> Comparison:
        """What became of every task and every basis."""
        open_here, open_there, beyond = self._listed(*self.left)
        doubtful = unsure(open_here, open_there)
        doubted = {one.task.id for one in doubtful}
        doubted |= {other.id for one in doubtful for other, _ in one.candidates}
        here, there = self._cited(self.a, self.here), self._cited(self.b, self.there)
        found = differences(self.store, self.pairs, self._elsewhere(here, there))
        told = list(zip(self.pairs, found, strict=True))
        gone, new, redated = self._bases(here, there, found)
        return Comparison(
            a=self.a,
            b=self.b,
            years=self.years,
            same=tuple(self._said(pair) for pair, points in told if not points),
            changed=tuple(
                Changed(*self._said(pair), differences=points) for pair, points in told if points
            ),
            added=self._alone(t for t in open_there if t.id not in doubted),
            dropped=self._alone(self.original[t.id] for t in open_here if t.id not in doubted),
            unsure=tuple(Unsure(self.original[u.task.id], u.candidates) for u in doubtful),
            beyond=self._alone(self.original.get(t.id, t) for t in beyond),
            bases_added=new,
            bases_dropped=gone,
            bases_redated=redated,
        )

    def _tasks(self, document: Node) -> list[Node]:
        """Its tasks; unless plan and annex are compared, with what its annexes add to them."""
        tasks = assigned_tasks(self.store, self._with_annexes(document))
        found = tasks.pop(document.id)
        for more in tasks.values():
            again = {twin.id for _, twin in counterparts(found, more)}
            found = [*found, *(task for task in more if task.id not in again)]
        return found

    def _with_annexes(self, document: Node) -> list[str]:
        if not self.parted:
            return [document.id]
        edges = self.store.expand([document.id], (EdgeKind.ANNEX_OF,), reverse=True)
        return [document.id, *sorted({edge.source for edge in edges})]

    def _left(self, moved: Sequence[Node]) -> tuple[list[Node], list[Node]]:
        """The tasks of both sides that are in no pair."""
        paired = {task.id for pair in self.pairs for task in pair}
        return (
            [task for task in moved if task.id not in paired],
            [task for task in self.there if task.id not in paired],
        )

    def _listed(
        self, here: Sequence[Node], there: Sequence[Node]
    ) -> tuple[list[Node], list[Node], list[Node]]:
        """What is left of both sides, and of a plan beside its annex what that does not list."""
        if self.parted:
            return [*here], [*there], []
        listed = {_kind(task) for task in (self.there if self._annex_is_second() else self.here)}
        beyond = [task for task in (*here, *there) if _kind(task) not in listed]
        kept = [[task for task in side if _kind(task) in listed] for side in (here, there)]
        return kept[0], kept[1], beyond

    def _annex_is_second(self) -> bool:
        return (self.b.id, self.a.id) in self.annexed

    def _said(self, pair: Pair) -> Pair:
        """A pair as the documents have it."""
        return self.original[pair[0].id], pair[1]

    def _alone(self, tasks: Iterable[Node]) -> tuple[Alone, ...]:
        lone = list(tasks)
        edges = self.store.expand([t.id for t in lone], (EdgeKind.ASSIGNS,), reverse=True)
        proved = with_evidence(self.store, edges)
        return tuple(Alone(t, tuple(e for e in proved if e.target == t.id)) for t in lone)

    def _cited(self, document: Node, tasks: Sequence[Node]) -> "_Cited":
        owners = self._with_annexes(document)
        edges = self.store.expand([*owners, *(task.id for task in tasks)], BASES)
        return _Cited(document, edges, self.store.nodes({e.target for e in edges}), set(owners))

    def _elsewhere(
        self, here: "_Cited", there: "_Cited"
    ) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """What either side cites beside its tasks; an annex leans on all that its plan says."""
        if self.parted:
            return here.noted(), there.noted()
        return (here.whole(), ()) if self._annex_is_second() else ((), there.whole())

    def _bases(
        self, here: "_Cited", there: "_Cited", found: Sequence[Sequence[Difference]]
    ) -> tuple[tuple[Alone, ...], tuple[Alone, ...], tuple[Redated, ...]]:
        """Bases gone, new and redated, beside what the tasks tell already."""
        if self.parted:
            gone = [basis for basis in here.own() if basis.id not in there.nodes]
            new = [basis for basis in there.own() if basis.id not in here.nodes]
            return self._citing(here, gone), self._citing(there, new), ()
        told = {node.id for points in found for d in points for node in d.before.nodes}
        pairs = [
            (one, other)
            for one in here.nodes.values()
            for other in there.nodes.values()
            if one.id not in there.nodes and other.id not in here.nodes and one.id not in told
            if same_number(one, other)
        ]
        sides = [self._citing(cited, [pair[place] for pair in pairs])
                 for place, cited in enumerate((here, there))]  # fmt: skip
        return (), (), tuple(Redated(*sides_of) for sides_of in zip(*sides, strict=True))

    def _citing(self, cited: "_Cited", bases: Sequence[Node]) -> tuple[Alone, ...]:
        ids = {basis.id for basis in bases}
        proved = with_evidence(self.store, [e for e in cited.edges if e.target in ids])
        return tuple(Alone(b, tuple(e for e in proved if e.target == b.id)) for b in bases)


@dataclass(frozen=True, slots=True)
class _Cited:
    """All that a document and its tasks cite; ``owners``: the document and its annexes."""

    document: Node
    edges: Sequence[Edge]
    nodes: dict[str, Node]
    owners: set[str]

    def own(self) -> tuple[Node, ...]:
        """What the document itself cites, not one of its tasks."""
        ids = {edge.target for edge in self.edges if edge.source in self.owners}
        return tuple(self.nodes[id] for id in sorted(ids & self.nodes.keys()))

    def noted(self) -> tuple[Node, ...]:
        """What the document itself cites in passing, as footnotes do for its tasks."""
        bases = {e.target for e in self.edges if e.source in self.owners and e.kind is not CITES}
        return tuple(node for node in self.own() if node.id not in bases)

    def whole(self) -> tuple[Node, ...]:
        """Everything, and the document itself."""
        return (self.document, *self.nodes.values())


def _kind(task: Node) -> str:
    return str(task.properties.get("kind") or "task")
