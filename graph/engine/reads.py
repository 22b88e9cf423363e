"""What an engine brings to be read (việc của một cơ sở dữ liệu).

A *lender* runs reads in a transaction; the *reads* are plain functions over that transaction, a
module of them for each engine (``sqlite.read``, ``neo4j.read``).
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from graph.engine.census import Census
from graph.engine.moves import Move, Part, Reach
from graph.engine.resting import Resting
from graph.engine.routes import Routes, Sought
from graph.model import Edge, EdgeKey, EdgeKind, Evidence, GraphDelta, Hit, Issue, Node, NodeKind
from graph.store import Ends, StoredText

T = TypeVar("T")
W = TypeVar("W")  # what an engine reads from: a connection, a transaction
W_contra = TypeVar("W_contra", contravariant=True)


class Lender(Protocol[W]):
    """Whoever runs reads: a pool of connections, or one transaction that stands still."""

    def read(self, work: Callable[[W], T]) -> T:
        """What ``work`` reads of one consistent state; it may be called again after a failure."""
        ...

    def pinned(self) -> AbstractContextManager["Lender[W]"]:
        """The present state for several reads, whatever is written meanwhile, if it can."""
        ...


class Reads(Protocol[W_contra]):
    """The reads of an engine; what each gives is told in ``graph.store.GraphReader``."""

    def nodes(self, work: W_contra, ids: Sequence[str], /) -> dict[str, Node]:
        """The nodes with these ids; unknown ids are absent."""
        ...

    def expand(
        self, work: W_contra, ids: Sequence[str], kinds: Sequence[EdgeKind], reverse: bool, /
    ) -> list[Edge]:
        """Edges of ``kinds`` leaving ``ids`` (``reverse``: arriving), without evidence."""
        ...

    def reach(
        self,
        work: W_contra,
        roots: Sequence[str],
        moves: Sequence[Move],
        depth: int,
        budget: int,
        limit: int | None,
        /,
    ) -> Reach:
        """All nodes within ``depth`` moves of the roots, at most ``budget``, nearest first."""
        ...

    def steps(
        self, work: W_contra, ids: Sequence[str], moves: Sequence[Move], /
    ) -> set[tuple[str, str]]:
        """(from, to) for every move possible from ``ids``."""
        ...

    def routes(
        self, work: W_contra, pairs: Sequence[tuple[str, str]], sought: Sought, /
    ) -> list[Routes]:
        """The shortest ways from the first to the second of each pair, which are two nodes."""
        ...

    def resting(
        self, work: W_contra, ids: Sequence[str], falls: Sequence[EdgeKind], budget: int, /
    ) -> Resting:
        """What rests on each of these documents (những gì dựa vào từng văn bản)."""
        ...

    def induced(
        self, work: W_contra, ids: Sequence[str], looks: Sequence[tuple[Move, NodeKind]], /
    ) -> Part:
        """Nodes and the edges between them (đồ thị con cảm sinh)."""
        ...

    def incident(
        self,
        work: W_contra,
        ids: Sequence[str],
        kinds: Sequence[EdgeKind],
        ends: Ends,
        limit: int | None,
        proofs: bool,
        /,
    ) -> Part:
        """Nodes with their edges and what stands at the other ends (cạnh kề)."""
        ...

    def evidence(
        self, work: W_contra, keys: Sequence[EdgeKey], /
    ) -> dict[EdgeKey, tuple[Evidence, ...]]:
        """The proof of these edges (bằng chứng)."""
        ...

    def hubs(self, work: W_contra, ids: Sequence[str], most: int, /) -> set[str]:
        """Those of the nodes that more than ``most`` edges touch (nút tập trung)."""
        ...

    def links(
        self,
        work: W_contra,
        id: str,
        kinds: Sequence[EdgeKind],
        reverse: bool,
        other: NodeKind | None,
        after: EdgeKey | None,
        limit: int,
        proof: bool,
        /,
    ) -> list[Edge]:
        """Edges of one node by key, keyset-paged, with evidence where ``proof`` is True."""
        ...

    def link_counts(
        self, work: W_contra, id: str, kinds: Sequence[EdgeKind], reverse: bool, /
    ) -> dict[tuple[EdgeKind, NodeKind], int]:
        """How many nodes stand at the other ends of a node's edges."""
        ...

    def census(self, work: W_contra, ids: Sequence[str], /) -> Census:
        """How many of these nodes there are of each kind, level and type."""
        ...

    def search(
        self,
        work: W_contra,
        text: str,
        kinds: Sequence[NodeKind],
        limit: int,
        offset: int,
        snippets: bool,
        /,
    ) -> list[Hit]:
        """Nodes that match a query, best first (tìm kiếm)."""
        ...

    def listing(
        self, work: W_contra, kind: NodeKind, after: str, limit: int, where: Mapping[str, str], /
    ) -> list[Node]:
        """Nodes of a kind by id, keyset-paged."""
        ...

    def issues(self, work: W_contra, document: str | None, about: str | None, /) -> list[Issue]:
        """Issues of one document, of one node, or all (nghi vấn)."""
        ...

    def issues_by(self, work: W_contra, documents: Sequence[str], /) -> dict[str, list[Issue]]:
        """Issues found while reading these documents, by document."""
        ...

    def numbered(self, work: W_contra, number: str, year: str, /) -> list[Node]:
        """Documents of this number and year of issue, by id (cùng số, cùng năm)."""
        ...

    def most_referenced(self, work: W_contra, status: str, limit: int, /) -> list[tuple[Node, int]]:
        """Documents of ``status`` by how many documents refer to them."""
        ...

    def claims(
        self, work: W_contra, ids: Sequence[str], most: int | None, /
    ) -> dict[str, list[tuple[str, Node]]]:
        """How each document that refers to a node describes it; of those that do so alike the
        first ``most``."""
        ...

    def text(self, work: W_contra, document: str, /) -> StoredText | None:
        """The original text of a loaded document."""
        ...

    def documents(self, work: W_contra, /) -> list[str]:
        """Ids of all loaded documents, sorted."""
        ...

    def digests(self, work: W_contra, /) -> dict[str, str]:
        """Loaded document → digest of all that it says and heard."""
        ...

    def file_digests(self, work: W_contra, /) -> set[str]:
        """Digests of the files that the loaded documents were read from."""
        ...

    def said(self, work: W_contra, documents: Sequence[str], /) -> dict[str, GraphDelta]:
        """What loaded documents said, as ``apply`` took it (lời của các văn bản)."""
        ...

    def counts(self, work: W_contra, /) -> dict[str, int]:
        """Rows by kind."""
        ...

    def offers(self, work: W_contra, keys: Sequence[str], /) -> dict[str, list[tuple[str, str]]]:
        """For each key the (value, offering document) pairs."""
        ...

    def askers(self, work: W_contra, keys: Sequence[str], /) -> list[str]:
        """Loaded documents that asked any of these keys."""
        ...

    def node_page(self, work: W_contra, after: str, limit: int, /) -> list[Node]:
        """The next nodes by id."""
        ...

    def edge_page(self, work: W_contra, after: EdgeKey | None, limit: int, /) -> list[Edge]:
        """The next edges by key, with evidence."""
        ...
