"""The embedded store: the contract over one SQLite file (kho nhúng)."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from graph import sqlite_read as read
from graph import sqlite_write as write
from graph.model import Edge, EdgeKey, EdgeKind, Evidence, GraphDelta, Hit, Issue, Node, NodeKind
from graph.sqlite_connections import Connections, Lender, Pinned
from graph.sqlite_index import INDEX_VERSION, index_everything
from graph.sqlite_notes import settle
from graph.sqlite_search import search
from graph.statement import silence, statement
from graph.store import ApplyReport, StoredText

PAGE = 2000


class SqliteReader:
    """What can be read from a store file, at any time or in one pinned state."""

    def __init__(self, lender: Lender) -> None:
        self._lender = lender

    def nodes(self, ids: Iterable[str]) -> dict[str, Node]:
        """The nodes with these ids; unknown ids are absent."""
        with self._lender.reading() as db:
            return read.nodes(db, ids)

    def expand(
        self, ids: Iterable[str], kinds: Sequence[EdgeKind], *, reverse: bool = False
    ) -> list[Edge]:
        """Edges of ``kinds`` leaving ``ids`` (``reverse``: arriving), without evidence."""
        with self._lender.reading() as db:
            return read.expand(db, ids, kinds, reverse=reverse)

    def evidence(self, keys: Iterable[EdgeKey]) -> dict[EdgeKey, tuple[Evidence, ...]]:
        """The proof of these edges (bằng chứng)."""
        with self._lender.reading() as db:
            return read.evidence(db, keys)

    def degree(self, id: str, kinds: Sequence[EdgeKind]) -> int:
        """How many edges of ``kinds`` touch the node."""
        with self._lender.reading() as db:
            return read.degree(db, id, kinds)

    def search(
        self, text: str, *, kinds: Sequence[NodeKind] = (), limit: int = 20, offset: int = 0
    ) -> list[Hit]:
        """Nodes that match a query, best first (tìm kiếm)."""
        with self._lender.reading() as db:
            return search(db, text, kinds, limit, offset)

    def listing(
        self,
        kind: NodeKind,
        *,
        after: str = "",
        limit: int = 200,
        where: Mapping[str, str] | None = None,
    ) -> list[Node]:
        """Nodes of a kind by id, keyset-paged."""
        with self._lender.reading() as db:
            return read.listing(db, kind, after, limit, where or {})

    def issues(self, *, document: str | None = None, node: str | None = None) -> list[Issue]:
        """Issues of one document, of one node, or all (nghi vấn)."""
        with self._lender.reading() as db:
            return read.issues(db, document, node)

    def most_referenced(self, *, status: str = "cited", limit: int = 50) -> list[tuple[Node, int]]:
        """Documents of ``status`` by how many documents refer to them."""
        with self._lender.reading() as db:
            return read.most_referenced(db, status, limit)

    def claims(self, ids: Iterable[str]) -> dict[str, list[tuple[str, Node]]]:
        """How each document that refers to a node describes it."""
        with self._lender.reading() as db:
            return read.claims(db, ids)

    def text(self, document: str) -> StoredText | None:
        """The original text of a loaded document."""
        with self._lender.reading() as db:
            return read.text(db, document)

    def documents(self) -> list[str]:
        """Ids of all loaded documents, sorted."""
        with self._lender.reading() as db:
            return read.documents(db)

    def counts(self) -> dict[str, int]:
        """Rows by kind."""
        with self._lender.reading() as db:
            return read.counts(db)

    def offers(self, keys: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """For each key the (value, offering document) pairs."""
        with self._lender.reading() as db:
            return read.offers(db, keys)

    def askers(self, keys: Iterable[str]) -> list[str]:
        """Loaded documents that asked any of these keys."""
        with self._lender.reading() as db:
            return read.askers(db, keys)

    def all_nodes(self) -> Iterator[Node]:
        """Every node by id, page by page."""
        after = ""
        while True:
            with self._lender.reading() as db:
                page = read.node_page(db, after, PAGE)
            yield from page
            if len(page) < PAGE:
                return
            after = page[-1].id

    def all_edges(self) -> Iterator[Edge]:
        """Every edge with evidence, by (source, kind, target, asserted_by)."""
        after: EdgeKey | None = None
        while True:
            with self._lender.reading() as db:
                page = read.edge_page(db, after, PAGE)
            yield from page
            if len(page) < PAGE:
                return
            after = page[-1].key

    @contextlib.contextmanager
    def snapshot(self) -> "Iterator[SqliteReader]":
        """A reader that sees the store as it is now, whatever is written meanwhile."""
        with self._lender.reading() as db:
            yield SqliteReader(Pinned(db))


class SqliteStore(SqliteReader):
    """A store file: reads by many, writes one by one, each whole or not at all."""

    def __init__(self, path: str) -> None:
        self._connections = Connections(path)
        super().__init__(self._connections)
        self._renew_index()

    @property
    def path(self) -> str:
        """The file the store lives in."""
        return self._connections.path

    def apply(self, delta: GraphDelta) -> ApplyReport:
        """Make the store say of the document exactly what ``delta`` says; one transaction."""
        said = statement(delta)
        with self._connections.writing() as db:
            return write.write(db, said)

    def remove(self, document: str) -> bool:
        """Forget what a document said; False when it was not loaded."""
        with self._connections.writing() as db:
            if read.text(db, document) is None:
                return False
            write.forget(db, silence(document))
            return True

    def settle(self) -> list[str]:
        """Loaded documents that must be read again; the others are checked off."""
        with self._connections.writing() as db:
            return settle(db)

    def close(self) -> None:
        """Release the file."""
        self._connections.close()

    def _renew_index(self) -> None:
        """Index all words anew when they were folded by an older rule."""
        current = (INDEX_VERSION,)
        wanted = "SELECT value FROM meta WHERE key = 'index_version'"
        with self._connections.reading() as db:
            if db.execute(wanted).fetchone() == current:
                return
        with self._connections.writing() as db:
            if db.execute(wanted).fetchone() != current:
                index_everything(db)
                db.execute("INSERT OR REPLACE INTO meta VALUES ('index_version', ?)", current)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
