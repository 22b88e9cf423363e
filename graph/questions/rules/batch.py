"""A page of documents and what the rules look at in them, each read once (một lô văn bản)."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from graph.model import BASIS_KINDS, Edge, EdgeKind, Node
from graph.questions.counterparts import assigned_tasks
from graph.store import GraphReader
from graph.traverse import with_evidence

#: căn cứ, thực hiện: what a document rests on
RESTING = (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)
#: documents that show how a name is written, for the evidence of a finding
WITNESSES = 6

Ends = tuple[str, str]


class Batch:
    """Some documents; the rules ask it, so that none of them reads the same thing again.

    ``at``: the day that "past" is judged by; None leaves out the rules that need one.
    """

    def __init__(
        self, store: GraphReader, documents: Sequence[Node], at: str | None = None
    ) -> None:
        self.store = store
        self.documents = {node.id: node for node in documents}
        self.at = at
        self._nodes: dict[str, Node] = dict(self.documents)

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids, those met before without asking again."""
        wanted = set(ids)
        self._nodes |= self.store.nodes(wanted - self._nodes.keys())
        return {id: self._nodes[id] for id in wanted if id in self._nodes}

    @cached_property
    def bases(self) -> dict[Ends, list[Edge]]:
        """(document, what it rests on) → all that is said between the two."""
        return by_ends(self.store.expand(self.documents, RESTING))

    @cached_property
    def claims(self) -> dict[str, list[tuple[str, Node]]]:
        """How others describe these documents: (who says so, the node as described)."""
        return self.store.claims(self.documents)

    @cached_property
    def tasks(self) -> dict[str, list[Node]]:
        """Document → the tasks it assigns, headings over tasks apart."""
        return assigned_tasks(self.store, self.documents)

    def proof(self, edges: Sequence[Edge]) -> tuple[Edge, ...]:
        """The same edges with their evidence."""
        return with_evidence(self.store, edges)

    def naming(self, ids: Iterable[str], witnesses: Iterable[str]) -> tuple[Edge, ...]:
        """How some witnesses, documents, name the nodes ``ids``: their edges with evidence.

        They are found from the side of the witnesses: a law may be named by all.
        """
        wanted, asked = set(ids), sorted(set(witnesses))[:WITNESSES]
        tasks = [edge.target for edge in self.store.expand(asked, (EdgeKind.ASSIGNS,))]
        edges = self.store.expand([*asked, *tasks], BASIS_KINDS)
        return self.proof([edge for edge in edges if edge.target in wanted])


def by_ends(edges: Iterable[Edge]) -> dict[Ends, list[Edge]]:
    """All that is said between two nodes together: one doubt, however many say it."""
    found: dict[Ends, list[Edge]] = {}
    for edge in edges:
        found.setdefault((edge.source, edge.target), []).append(edge)
    return found
