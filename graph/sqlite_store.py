"""The embedded store: the contract over one SQLite file (kho nhúng)."""

import sqlite3
from collections.abc import Iterable

from graph.engine.collecting import no_collecting
from graph.engine.searchable import INDEX_VERSION
from graph.engine.statement import silence, statement
from graph.engine.store import Store
from graph.model import GraphDelta
from graph.sqlite import read, write
from graph.sqlite.connections import Connections
from graph.sqlite.index import index_everything
from graph.sqlite.notes import settle
from graph.store import ApplyReport


class SqliteStore(Store[sqlite3.Connection]):
    """A store file: reads by many, writes one by one, each whole or not at all."""

    def __init__(self, path: str) -> None:
        self._connections = Connections(path)
        super().__init__(self._connections, read)
        self._renew_index()

    @property
    def path(self) -> str:
        """The file the store lives in."""
        return self._connections.path

    def apply_all(self, deltas: Iterable[GraphDelta]) -> ApplyReport:
        """What ``apply`` one by one would come to, in one transaction for all of them."""
        with no_collecting():
            said = {delta.document: statement(delta) for delta in deltas}
            with self._connections.writing() as db:
                return write.write(db, said.values())

    def remove(self, document: str) -> bool:
        """Forget what a document said; False when it was not loaded."""
        with self._connections.writing() as db:
            return write.forget(db, silence(document))

    def settle(self) -> list[str]:
        """Loaded documents that must be read again; the others are checked off."""
        stale: list[str] = []
        last = 0
        while found := self._settle(last):
            last, some = found
            stale += some
        return sorted(stale)

    def close(self) -> None:
        """Release the file."""
        self._connections.close()

    def _settle(self, after: int) -> tuple[int, list[str]] | None:
        with self._connections.writing() as db:
            return settle(db, after)

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
