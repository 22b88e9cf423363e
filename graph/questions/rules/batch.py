"""A page of documents and what the rules look at in them, each read once (một lô văn bản)."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from graph.model import BASIS_KINDS, ROLE_KINDS, Edge, EdgeKind, Node
from graph.questions.counterparts import assigned_tasks
from graph.questions.finding import whole_day
from graph.store import GraphReader
from graph.traverse import with_evidence
from graph.vocabulary import TypeName

#: căn cứ, thực hiện: what a document rests on
RESTING = (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)
#: documents that show how a name is written, for the evidence of a finding
WITNESSES = 6
#: and documents named for each way of writing one
NAMED = 2

Ends = tuple[str, str]
T = TypeVar("T")


class Batch:
    """Some documents; the rules ask it, so that none of them reads the same thing again.

    ``at``: the day that "past" is judged by; None leaves out the rules that need one. ``shown``:
    findings are for reading, with their proof; else only to be counted.
    """

    def __init__(
        self,
        store: GraphReader,
        documents: Sequence[Node],
        at: str | None = None,
        *,
        shown: bool = True,
    ) -> None:
        self.shown = shown
        self.store = store
        self.documents = {node.id: node for node in documents}
        self.at = at
        self._nodes: dict[str, Node] = dict(self.documents)
        self._made: dict[Callable[..., Any], Any] = {}

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids, in their order, those met before without asking again."""
        known, wanted = self._nodes, set(ids)
        if not known.keys() >= wanted:
            known |= self.store.nodes(wanted - known.keys())
        return {id: known[id] for id in sorted(wanted) if id in known}

    def once(self, make: Callable[["Batch"], T]) -> T:
        """What ``make`` makes of this batch, made when the first rule asks."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    @cached_property
    def bases(self) -> dict[Ends, list[Edge]]:
        """(document, what it rests on) → all that is said between the two, by whomever."""
        return by_ends(self.store.expand(self.documents, RESTING))

    @cached_property
    def own_bases(self) -> dict[Ends, list[Edge]]:
        """As ``bases``, where the document says so itself: what others tell of it may be told of
        another edition, or read wrongly."""
        said = self.bases.items()
        return {ends: edges for ends, edges in said if ends[0] in {e.asserted_by for e in edges}}

    @cached_property
    def claims(self) -> dict[str, list[tuple[str, Node]]]:
        """How others describe these documents: (who says so, the node as described), the first of
        those that do so alike."""
        return self.store.claims(self.documents, most=NAMED)

    @cached_property
    def tasks(self) -> dict[str, list[Node]]:
        """Document → the tasks it assigns, headings over tasks apart."""
        return assigned_tasks(self.store, self.documents)

    @cached_property
    def duties(self) -> list[tuple[str, Node, Edge]]:
        """(document, task, edge to a unit) for every role and every receiver of a report."""
        by_task = {task.id: (id, task) for id, tasks in self.tasks.items() for task in tasks}
        arriving = self.store.expand(by_task, ROLE_KINDS, reverse=True)
        leaving = self.store.expand(by_task, (EdgeKind.REPORTS_TO,))
        told = [(by_task[edge.target], edge) for edge in arriving]
        told += [(by_task[edge.source], edge) for edge in leaving]
        return [(id, task, edge) for (id, task), edge in told]

    def earliest(self, document: str) -> str | None:
        """The first day a document may have: its own, else that of the youngest it cites, or the
        first of its month or year (ngày sớm nhất có thể ban hành)."""
        node = self.documents[document]
        if day := whole_day(node):
            return day
        if node.properties.get("type") == TypeName.ANNEX:
            return None  # its day is that of the document it belongs to
        partial = str(node.properties.get("issued_partial") or "")
        days = [day for day in self.cited_days(document) if not partial or day[:4] <= partial[:4]]
        if partial:
            days.append(partial + "0000-01-01"[len(partial) :])
        return max(days, default=None)

    def cited_days(self, document: str) -> list[str]:
        """The days of all that a document and its tasks cite, as far as they are known."""
        citing = [document, *(task.id for task in self.tasks.get(document, ()))]
        edges = self.store.expand(citing, BASIS_KINDS)
        cited = self.nodes(edge.target for edge in edges)
        return [day for node in cited.values() if (day := whole_day(node))]

    def proof(self, edges: Sequence[Edge]) -> tuple[Edge, ...]:
        """The same edges with the evidence that a finding shows."""
        return self.words(edges) if self.shown else tuple(edges)

    def words(self, edges: Sequence[Edge]) -> tuple[Edge, ...]:
        """The same edges with their evidence, for rules that decide by the words."""
        return with_evidence(self.store, edges)

    def naming(self, ids: Iterable[str], witnesses: Iterable[str]) -> tuple[Edge, ...]:
        """How some witnesses, documents, name the nodes ``ids``: their edges with evidence.

        They are found from the side of the witnesses: a law may be named by all. A witness that
        tells of it only as what another text carries out is looked up there.
        """
        if not self.shown:
            return ()
        wanted, asked = set(ids), sorted(set(witnesses))[:WITNESSES]
        tasks = [edge.target for edge in self.store.expand(asked, (EdgeKind.ASSIGNS,))]
        edges = self.store.expand([*asked, *tasks], BASIS_KINDS)
        naming = [edge for edge in edges if edge.target in wanted]
        silent = set(asked) - {edge.asserted_by for edge in naming}
        if silent:
            cited = {edge.target for edge in edges if edge.asserted_by in silent}
            further = self.store.expand(cited, BASIS_KINDS)
            naming += [e for e in further if e.target in wanted and e.asserted_by in silent]
        return self.proof(naming)


def by_ends(edges: Iterable[Edge]) -> dict[Ends, list[Edge]]:
    """All that is said between two nodes together: one doubt, however many say it."""
    found: dict[Ends, list[Edge]] = {}
    for edge in edges:
        found.setdefault((edge.source, edge.target), []).append(edge)
    return found
