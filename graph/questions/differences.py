"""What two tasks taken for one say otherwise: lead, support, time, bases, words (điểm khác nhau).

Every difference has both sides with their proof; what one side does not tell, or what was not
understood, differs from nothing unless the other side plainly says more.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, Json, Node
from graph.questions.loads import LEADING
from graph.store import GraphReader
from graph.times.days import day_before, is_whole_day
from graph.traverse import with_evidence
from graph.words.folding import words

SUPPORTING = tuple(kind for kind in ROLE_KINDS if kind not in LEADING)
#: what a task or a document cites, by whatever words
BASES = tuple(kind for kind in BASIS_KINDS if kind is not EdgeKind.ANNEX_OF)

Pair = tuple[Node, Node]


class Aspect(StrEnum):
    """What differs (nội dung khác)."""

    LEAD = "lead"  # đơn vị chủ trì hoặc thực hiện
    ROLE = "role"  # cùng đơn vị, nơi ghi chủ trì, nơi ghi thực hiện
    COORDINATION = "coordination"  # đơn vị phối hợp, tham mưu, đôn đốc
    RECEIVER = "receiver"  # nơi nhận báo cáo
    TIME = "time"  # thời gian, thời hạn, nhịp
    CITATION = "citation"  # văn bản được dẫn
    WORDING = "wording"  # câu chữ của tên nhiệm vụ


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says of the point: units or documents, else words; and its proof."""

    nodes: tuple[Node, ...]
    text: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One point on which the two sides differ."""

    aspect: Aspect
    before: Side
    after: Side


def differences(
    store: GraphReader,
    pairs: Sequence[Pair],
    elsewhere: tuple[Collection[Node], Collection[Node]] = ((), ()),
) -> list[tuple[Difference, ...]]:
    """For each pair (task, the task that restates it) what differs, by aspect.

    ``elsewhere``: what either document cites outside the task; what the other side's task names
    of it is neither added nor dropped.
    """
    said = _Said(store, [task for pair in pairs for task in pair])
    return [
        (
            *said.roles(task, twin),
            *said.times(task, twin),
            *said.citations(task, twin, elsewhere),
            *said.wording(task, twin),
        )
        for task, twin in pairs
    ]


class _Said:
    """All that is said of some tasks, read at once."""

    def __init__(self, store: GraphReader, tasks: Sequence[Node]) -> None:
        ids = [task.id for task in tasks]
        arriving = store.expand(ids, (*ROLE_KINDS, EdgeKind.ASSIGNS), reverse=True)
        leaving = store.expand(ids, (*BASES, EdgeKind.REPORTS_TO))
        self.edges: dict[str, list[Edge]] = {id: [] for id in ids}
        proved = with_evidence(store, [*arriving, *leaving])
        for edge in proved:
            self.edges[edge.target if edge.target in self.edges else edge.source].append(edge)
        self.nodes = store.nodes({end for e in proved for end in (e.source, e.target)})

    def roles(self, task: Node, twin: Node) -> Iterable[Difference]:
        """Who leads, supports and is reported to."""
        for aspect, kinds in (
            (Aspect.LEAD, LEADING),
            (Aspect.COORDINATION, SUPPORTING),
            (Aspect.RECEIVER, (EdgeKind.REPORTS_TO,)),
        ):
            here, there = self.side(task, kinds), self.side(twin, kinds)
            if _ids(here) != _ids(there):
                yield Difference(aspect, here, there)
            elif aspect is Aspect.LEAD and _kinds(here) != _kinds(there):
                yield Difference(Aspect.ROLE, here, there)

    def times(self, task: Node, twin: Node) -> Iterable[Difference]:
        """When, compared as days however it is worded; one period told twice is no change."""
        if words(_when(task)) == words(_when(twin)) != []:
            return
        here, there = _time(task.properties), _time(twin.properties)
        silent = [not t.properties.get("time") for t in (task, twin)]
        if (here and there and here != there) or (here and silent[1]) or (there and silent[0]):
            sides = self.words(task, _when(task)), self.words(twin, _when(twin))
            yield Difference(Aspect.TIME, *sides)

    def citations(
        self, task: Node, twin: Node, elsewhere: tuple[Collection[Node], Collection[Node]]
    ) -> Iterable[Difference]:
        """Documents that one side alone names; the same number with another day is one change."""
        here, there = self.side(task, BASES), self.side(twin, BASES)
        gone = [basis for basis in here.nodes if basis.id not in _ids(there)]
        new = [basis for basis in there.nodes if basis.id not in _ids(here)]
        redated = [(one, other) for one in gone for other in new if same_number(one, other)]
        told = {node.id for pair in redated for node in pair}
        changes: list[tuple[list[Node], list[Node]]] = [([one], [other]) for one, other in redated]
        changes += [([b], []) for b in gone if b.id not in told and not _among(b, elsewhere[1])]
        changes += [([], [b]) for b in new if b.id not in told and not _among(b, elsewhere[0])]
        for lost, won in changes:
            before, after = _part(here, lost), _part(there, won)
            yield Difference(Aspect.CITATION, self._proved(before, task), self._proved(after, twin))

    def wording(self, task: Node, twin: Node) -> Iterable[Difference]:
        """The words of the name, signs and case apart."""
        if words(name_of(task)) != words(name_of(twin)):
            here, there = self.words(task, task.label), self.words(twin, twin.label)
            yield Difference(Aspect.WORDING, here, there)

    def side(self, task: Node, kinds: Sequence[EdgeKind]) -> Side:
        """The other ends of a task's edges of these kinds, by id."""
        edges = [edge for edge in self.edges[task.id] if edge.kind in kinds]
        ends = {e.source if e.target == task.id else e.target for e in edges}
        nodes = tuple(self.nodes[id] for id in sorted(ends & self.nodes.keys()))
        return self._proved(Side(nodes, "", tuple(edges)), task)

    def words(self, task: Node, text: str) -> Side:
        """Words of a task, proved by those that assign it."""
        return self._proved(Side((), text, ()), task)

    def _proved(self, side: Side, task: Node) -> Side:
        """A side that says nothing is proved by the words of its task."""
        if side.edges:
            return side
        assigned = [edge for edge in self.edges[task.id] if edge.kind is EdgeKind.ASSIGNS]
        return Side(side.nodes, side.text, tuple(assigned))


def same_number(one: Node, other: Node) -> bool:
    """Whether number, symbol and issuer are known and equal; 76/QĐ-UBND is in every province.

    Signs inside a symbol do not count: KH-SKHCN and KH-SKH-CN.
    """
    parts = ("number", "symbol", "issuer")
    names = [["".join(words(str(n.properties.get(part) or ""))) for part in parts]
             for n in (one, other)]  # fmt: skip
    return all(names[0]) and names[0] == names[1]


def name_of(task: Node) -> str:
    """The whole name of a task."""
    return str(task.properties.get("name") or task.label)


def _among(basis: Node, others: Iterable[Node]) -> bool:
    return any(other.id == basis.id or same_number(other, basis) for other in others)


def _ids(side: Side) -> set[str]:
    return {node.id for node in side.nodes}


def _kinds(side: Side) -> set[tuple[str, EdgeKind]]:
    return {(edge.source, edge.kind) for edge in side.edges if edge.kind in LEADING}


def _part(side: Side, nodes: Sequence[Node]) -> Side:
    """Of a side only what it says of these nodes."""
    ids = {node.id for node in nodes}
    return Side(tuple(nodes), side.text, tuple(e for e in side.edges if e.target in ids))


def _when(task: Node) -> str:
    """The words that tell when."""
    return str(task.properties.get("time") or "")


def _time(facts: Mapping[str, Json]) -> tuple[Json, ...]:
    """When a task is to be done, as values to compare; empty when nothing was understood."""
    due = facts.get("due")
    if facts.get("before") and is_whole_day(due):
        due = day_before(due)
    spans = tuple(tuple(span) for span in sorted(facts.get("intervals") or ()))
    told = (spans, due, facts.get("recurrence"))
    return told if any(told) else ()
