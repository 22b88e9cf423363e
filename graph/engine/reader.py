"""The reading half of the contract, once for every engine (phần đọc của kho); what an engine brings
to it stands in ``graph.engine.reads``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Generic

from graph.engine.census import Census
from graph.engine.moves import Move, Part, Reach
from graph.engine.reads import Lender, Reads, W
from graph.engine.resting import Resting
from graph.engine.routes import Routes, Sought
from graph.model import Edge, EdgeKey, EdgeKind, Evidence, GraphDelta, Hit, Issue, Node, NodeKind
from graph.store import Ends, StoredText

PAGE = 2000


class Reader(Generic[W]):
    """What can be read from a store, at any time or of one state; the same for every engine."""

    def __init__(self, lender: Lender[W], reads: Reads[W]) -> None:
        self._lender = lender
        self._reads = reads

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids; unknown ids are absent."""
        wanted = sorted(set(ids))
        return self._lender.read(lambda work: self._reads.nodes(work, wanted)) if wanted else {}

    def expand(
        self, ids: Iterable[str], kinds: Sequence[EdgeKind], *, reverse: bool = False
    ) -> list[Edge]:
        """Edges of ``kinds`` leaving ``ids`` (``reverse``: arriving), without evidence."""
        wanted = sorted(set(ids))
        return self._lender.read(lambda work: self._reads.expand(work, wanted, kinds, reverse))

    def reach(
        self,
        roots: Iterable[str],
        moves: Sequence[Move],
        *,
        depth: int,
        budget: int,
        limit: int | None = None,
    ) -> Reach:
        """All nodes within ``depth`` moves of the roots, at most ``budget``, nearest first."""
        wanted = sorted(set(roots))
        return self._lender.read(
            lambda work: self._reads.reach(work, wanted, moves, depth, budget, limit)
        )

    def steps(self, ids: Iterable[str], moves: Sequence[Move]) -> set[tuple[str, str]]:
        """(from, to) for every move possible from ``ids``."""
        wanted = sorted(set(ids))
        return self._lender.read(lambda work: self._reads.steps(work, wanted, moves))

    def routes(self, pairs: Sequence[tuple[str, str]], sought: Sought) -> list[Routes]:
        """The shortest ways from the first to the second of each pair."""
        wanted = [(start, goal) for start, goal in pairs if start != goal]
        found = iter(self._lender.read(lambda work: self._reads.routes(work, wanted, sought)))
        return [next(found) if one != two else _itself(one, sought) for one, two in pairs]

    def resting(self, ids: Iterable[str], falls: Sequence[EdgeKind], *, budget: int) -> Resting:
        """What rests on each of these documents (những gì dựa vào từng văn bản)."""
        wanted = list(dict.fromkeys(ids))
        return self._lender.read(lambda work: self._reads.resting(work, wanted, falls, budget))

    def induced(self, ids: Iterable[str], looks: Sequence[tuple[Move, NodeKind]]) -> Part:
        """Nodes and the edges between them (đồ thị con cảm sinh)."""
        wanted = list(dict.fromkeys(ids))
        return self._lender.read(lambda work: self._reads.induced(work, wanted, looks))

    def incident(
        self,
        ids: Iterable[str],
        kinds: Sequence[EdgeKind],
        *,
        ends: Ends = "leaving",
        limit: int | None = None,
        proofs: bool = True,
    ) -> Part:
        """Nodes with their edges and what stands at the other ends (cạnh kề)."""
        wanted = sorted(set(ids))
        return self._lender.read(
            lambda work: self._reads.incident(work, wanted, kinds, ends, limit, proofs)
        )

    def evidence(self, keys: Iterable[EdgeKey]) -> dict[EdgeKey, tuple[Evidence, ...]]:
        """The proof of these edges (bằng chứng)."""
        wanted = sorted(set(keys))
        return self._lender.read(lambda work: self._reads.evidence(work, wanted))

    def hubs(self, ids: Iterable[str], most: int) -> set[str]:
        """Those of the nodes that more than ``most`` edges touch (nút tập trung)."""
        wanted = sorted(set(ids))
        return self._lender.read(lambda work: self._reads.hubs(work, wanted, most))

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
        """Edges of one node by key, keyset-paged, with evidence unless told else."""
        return self._lender.read(
            lambda work: self._reads.links(work, id, kinds, reverse, other, after, limit, proof)
        )

    def link_counts(
        self, id: str, kinds: Sequence[EdgeKind], *, reverse: bool = False
    ) -> dict[tuple[EdgeKind, NodeKind], int]:
        """How many nodes stand at the other ends of a node's edges."""
        return self._lender.read(lambda work: self._reads.link_counts(work, id, kinds, reverse))

    def census(self, ids: Iterable[str]) -> Census:
        """How many of these nodes there are of each trait."""
        wanted = sorted(set(ids))
        return self._lender.read(lambda work: self._reads.census(work, wanted))

    def search(
        self,
        text: str,
        *,
        kinds: Sequence[NodeKind] = (),
        limit: int = 20,
        offset: int = 0,
        snippets: bool = True,
    ) -> list[Hit]:
        """Nodes that match a query, best first (tìm kiếm)."""
        return self._lender.read(
            lambda work: self._reads.search(work, text, kinds, limit, offset, snippets)
        )

    def listing(
        self,
        kind: NodeKind,
        *,
        after: str = "",
        limit: int = 200,
        where: Mapping[str, str] | None = None,
    ) -> list[Node]:
        """Nodes of a kind by id, keyset-paged."""
        facts = where or {}
        return self._lender.read(lambda work: self._reads.listing(work, kind, after, limit, facts))

    def issues(self, *, document: str | None = None, node: str | None = None) -> list[Issue]:
        """Issues of one document, of one node, or all (nghi vấn)."""
        return self._lender.read(lambda work: self._reads.issues(work, document, node))

    def issues_by(self, documents: Iterable[str]) -> dict[str, list[Issue]]:
        """Issues found while reading these documents, by document."""
        wanted = sorted(set(documents))
        return self._lender.read(lambda work: self._reads.issues_by(work, wanted))

    def numbered(self, number: str, year: str) -> list[Node]:
        """Documents of this number and year of issue, by id (cùng số, cùng năm)."""
        return self._lender.read(lambda work: self._reads.numbered(work, number, year))

    def most_referenced(self, *, status: str = "cited", limit: int = 50) -> list[tuple[Node, int]]:
        """Documents of ``status`` by how many documents refer to them."""
        return self._lender.read(lambda work: self._reads.most_referenced(work, status, limit))

    def claims(
        self, ids: Iterable[str], *, most: int | None = None
    ) -> dict[str, list[tuple[str, Node]]]:
        """How each document that refers to a node describes it, or the first of those that do so
        alike."""
        wanted = sorted(set(ids))
        return self._lender.read(lambda work: self._reads.claims(work, wanted, most))

    def text(self, document: str) -> StoredText | None:
        """The original text of a loaded document."""
        return self._lender.read(lambda work: self._reads.text(work, document))

    def documents(self) -> list[str]:
        """Ids of all loaded documents, sorted."""
        return self._lender.read(self._reads.documents)

    def digests(self) -> dict[str, str]:
        """Loaded document → digest of all that it says and heard."""
        return self._lender.read(self._reads.digests)

    def file_digests(self) -> set[str]:
        """Digests of the files that the loaded documents were read from."""
        return self._lender.read(self._reads.file_digests)

    def said(self, documents: Iterable[str]) -> dict[str, GraphDelta]:
        """What loaded documents said, as ``apply`` took it (lời của các văn bản)."""
        wanted = sorted(set(documents))
        return self._lender.read(lambda work: self._reads.said(work, wanted))

    def counts(self) -> dict[str, int]:
        """Rows by kind."""
        return self._lender.read(self._reads.counts)

    def offers(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """For each key the (value, offering document) pairs."""
        wanted = sorted(set(keys))
        return self._lender.read(lambda work: self._reads.offers(work, wanted))

    def askers(self, keys: Iterable[str]) -> list[str]:
        """Loaded documents that asked any of these keys."""
        wanted = sorted(set(keys))
        return self._lender.read(lambda work: self._reads.askers(work, wanted))

    def all_nodes(self) -> Iterator[Node]:
        """Every node by id, page by page."""
        after = ""
        while page := self._node_page(after):
            yield from page
            after = page[-1].id

    def all_edges(self) -> Iterator[Edge]:
        """Every edge with evidence, by (source, kind, target, asserted_by)."""
        after: EdgeKey | None = None
        while page := self._edge_page(after):
            yield from page
            after = page[-1].key

    @contextmanager
    def snapshot(self) -> "Iterator[Reader[W]]":
        """A reader of the store as it is now, whatever is written meanwhile."""
        with self._lender.pinned() as state:
            yield Reader(state, self._reads)

    def _node_page(self, after: str) -> list[Node]:
        return self._lender.read(lambda work: self._reads.node_page(work, after, PAGE))

    def _edge_page(self, after: EdgeKey | None) -> list[Edge]:
        return self._lender.read(lambda work: self._reads.edge_page(work, after, PAGE))


def _itself(id: str, sought: Sought) -> Routes:
    """The way from a node to itself, which has no step."""
    return Routes(((id,),) if sought.offset == 0 else (), total=1)
