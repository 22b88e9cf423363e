"""The contract every store fulfils, in domain words. No implementation here.

Writes are whole or not at all; the same delta twice changes nothing; the result does not depend on
the order of loading. Reads speak node ids only. Ties are sorted by id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Protocol, Self, TypeAlias

from graph.engine.census import Census
from graph.engine.moves import Move, Part, Reach
from graph.engine.resting import Resting
from graph.engine.routes import Routes, Sought
from graph.model import Edge, EdgeKey, EdgeKind, Evidence, GraphDelta, Hit, Issue, Node, NodeKind

#: edges that leave the nodes asked about, that arrive at them, or both
Ends: TypeAlias = Literal["leaving", "arriving", "both"]


@dataclass(frozen=True, slots=True)
class ApplyReport:
    """What one ``apply`` really changed, in rows; all zero when nothing was new."""

    nodes_added: int = 0
    nodes_changed: int = 0
    nodes_removed: int = 0
    edges_added: int = 0
    edges_changed: int = 0
    edges_removed: int = 0
    documents_changed: int = 0  # 1: its text or anything it says is new

    @property
    def changed(self) -> bool:
        """Whether anything in the store is different now."""
        return any(
            (
                self.nodes_added,
                self.nodes_changed,
                self.nodes_removed,
                self.edges_added,
                self.edges_changed,
                self.edges_removed,
                self.documents_changed,
            )
        )


@dataclass(frozen=True, slots=True)
class StoredText:
    """The original text a loaded document was read from."""

    document: str
    source: str
    text: str
    digest: str


class GraphReader(Protocol):
    """What can be asked of a store, or of one state of it that stands still."""

    # -- reading nodes and edges
    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids; unknown ids are simply absent."""
        ...

    def expand(
        self, ids: Iterable[str], kinds: Sequence[EdgeKind], *, reverse: bool = False
    ) -> list[Edge]:
        """Edges of ``kinds`` leaving ``ids`` (``reverse``: arriving), without evidence."""
        ...

    def reach(
        self,
        roots: Iterable[str],
        moves: Sequence[Move],
        *,
        depth: int,
        budget: int,
        limit: int | None = None,
    ) -> Reach:
        """All nodes within ``depth`` moves of the roots, at most ``budget`` of them, nearest first,
        then by id; the roots are among them. ``limit``: only the first are told, and how many
        lie beyond."""
        ...

    def steps(self, ids: Iterable[str], moves: Sequence[Move]) -> set[tuple[str, str]]:
        """(from, to) for every move possible from ``ids``; parallel edges are one step."""
        ...

    def routes(self, pairs: Sequence[tuple[str, str]], sought: Sought) -> list[Routes]:
        """The shortest ways from the first to the second of each pair, by the ids of their
        nodes."""
        ...

    def resting(self, ids: Iterable[str], falls: Sequence[EdgeKind], *, budget: int) -> Resting:
        """What rests on each of these documents along ``falls``, in their order; the walk over all
        of them together goes no further when it met more than ``budget`` nodes."""
        ...

    def induced(self, ids: Iterable[str], looks: Sequence[tuple[Move, NodeKind]]) -> Part:
        """The known ones of these nodes, in their order, and the edges with both ends among them,
        with evidence, by key; ``looks`` says by which moves from the nodes of which kind edges are
        found, so that nobody reads all a hub ever did."""
        ...

    def incident(
        self,
        ids: Iterable[str],
        kinds: Sequence[EdgeKind],
        *,
        ends: Ends = "leaving",
        limit: int | None = None,
        proofs: bool = True,
    ) -> Part:
        """Edges of ``kinds`` at these nodes, each once: by key those that leave, then those that
        arrive, the first ``limit`` of them, with evidence where ``proofs``; beside the nodes that
        were asked for, as far as known, those at the other ends."""
        ...

    def evidence(self, keys: Iterable[EdgeKey]) -> dict[EdgeKey, tuple[Evidence, ...]]:
        """The proof of these edges."""
        ...

    def hubs(self, ids: Iterable[str], most: int) -> set[str]:
        """Those of the nodes that more than ``most`` edges touch, without reading them all; a loop
        touches twice."""
        ...

    def links(
        self,
        id: str,
        kinds: Sequence[EdgeKind],
        *,
        reverse: bool = False,
        other: NodeKind | None = None,
        after: EdgeKey | None = None,
        limit: int = 200,
        proof: bool = True,
    ) -> list[Edge]:
        """Edges of ``kinds`` that leave the node (``reverse``: arrive), by key, keyset-paged, with
        evidence unless ``proof`` is False; ``other``: only those with such a node at the end."""
        ...

    def link_counts(
        self, id: str, kinds: Sequence[EdgeKind], *, reverse: bool = False
    ) -> dict[tuple[EdgeKind, NodeKind], int]:
        """How many different nodes stand at the other ends of a node's edges, by the kind of edge
        and node, without reading them."""
        ...

    def census(self, ids: Iterable[str]) -> Census:
        """How many of these nodes there are of each trait, without reading them."""
        ...

    def search(
        self,
        text: str,
        *,
        kinds: Sequence[NodeKind] = (),
        limit: int = 20,
        offset: int = 0,
        snippets: bool = True,
    ) -> list[Hit]:
        """Nodes whose number, name, title or text match, best first; diacritics do not matter.
        Without ``snippets`` no text is read to show where the words stand."""
        ...

    def listing(
        self,
        kind: NodeKind,
        *,
        after: str = "",
        limit: int = 200,
        where: Mapping[str, str] | None = None,
    ) -> list[Node]:
        """Nodes of a kind by id, keyset-paged; ``where`` compares top-level properties exactly."""
        ...

    def issues(self, *, document: str | None = None, node: str | None = None) -> list[Issue]:
        """Issues found while reading, of one document, of one node, or all."""
        ...

    def issues_by(self, documents: Iterable[str]) -> dict[str, list[Issue]]:
        """Issues found while reading these documents, by document; those without any are absent."""
        ...

    def numbered(self, number: str, year: str) -> list[Node]:
        """Documents of this number and year of issue, by id; zeros before a number do not count."""
        ...

    def most_referenced(self, *, status: str = "cited", limit: int = 50) -> list[tuple[Node, int]]:
        """Documents of ``status`` ("cited": not loaded) by how many documents rest on them."""
        ...

    def claims(
        self, ids: Iterable[str], *, most: int | None = None
    ) -> dict[str, list[tuple[str, Node]]]:
        """How each document that refers to a node describes it, (document, node) by document:
        the disagreements that the shown merge hides (số này, hai ngày). ``most``: of those that
        describe it alike only so many, the first."""
        ...

    def text(self, document: str) -> StoredText | None:
        """The original text of a loaded document."""
        ...

    def documents(self) -> list[str]:
        """Ids of all loaded documents, sorted."""
        ...

    def digests(self) -> dict[str, str]:
        """Loaded document → digest of all that it says and heard, by document: two stores whose
        digests agree hold the same."""
        ...

    def file_digests(self) -> set[str]:
        """Digests of the files that the loaded documents were read from (mã của các bản gốc)."""
        ...

    def said(self, documents: Iterable[str]) -> dict[str, GraphDelta]:
        """What loaded documents said, as ``apply`` took it; unknown ones are absent."""
        ...

    def counts(self) -> dict[str, int]:
        """Rows by kind: ``document``, ``document.loaded``, ``task``, ``unit``, ``edge.<kind>``,
        ``issue.<severity>``."""
        ...

    # -- what documents ask of each other
    def offers(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """For each key the (value, offering document) pairs, sorted."""
        ...

    def askers(self, keys: Iterable[str]) -> list[str]:
        """Loaded documents that asked any of these keys, sorted."""
        ...

    # -- whole graph
    def all_nodes(self) -> Iterator[Node]:
        """Every node by id, for export."""
        ...

    def all_edges(self) -> Iterator[Edge]:
        """Every edge with evidence, by (source, kind, target, asserted_by)."""
        ...

    def snapshot(self) -> AbstractContextManager["GraphReader"]:
        """A reader of the present state, whatever is written meanwhile, where the engine can;
        questions that read several times ask it (một trạng thái đứng yên)."""
        ...


class GraphStore(GraphReader, Protocol):
    """Kho đồ thị: what a document says goes in, answers come out."""

    # -- writing
    def apply(self, delta: GraphDelta) -> ApplyReport:
        """Make the store say of ``delta.document`` exactly what ``delta`` says; one transaction."""
        ...

    def apply_all(self, deltas: Iterable[GraphDelta]) -> ApplyReport:
        """What ``apply`` one by one would come to, in one transaction for all of them: for moving
        whole graphs. The last of several deltas of one document holds."""
        ...

    def remove(self, document: str) -> bool:
        """Forget what a document said; False when it was not loaded. It may stay as a stub."""
        ...

    def settle(self) -> list[str]:
        """Loaded documents whose questions have other answers now than those they heard, sorted:
        they are to be read again. Those whose answers still hold are checked off."""
        ...

    def close(self) -> None:
        """Release files and connections."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
