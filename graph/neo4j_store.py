"""The store that scales: the contract over a Neo4j database (kho Neo4j)."""

from collections.abc import Iterable, Mapping
from functools import partial

from neo4j import ManagedTransaction

from graph.engine.collecting import no_collecting
from graph.engine.statement import Statement, silence, statement
from graph.engine.store import Store
from graph.errors import StoreError
from graph.model import GraphDelta
from graph.neo4j import read, write
from graph.neo4j.address import read_address
from graph.neo4j.connection import Connection, Work
from graph.neo4j.notes import settle
from graph.neo4j.schema import prepare
from graph.store import ApplyReport


class Neo4jStore(Store[Work]):
    """A Neo4j database: reads by many, writes one by one, each whole or not at all."""

    def __init__(self, url: str, password: str | None = None) -> None:
        self._connection = Connection(read_address(url), password)
        super().__init__(self._connection, read)
        try:
            prepare(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def apply_all(self, deltas: Iterable[GraphDelta]) -> ApplyReport:
        """What ``apply`` one by one would come to, in one transaction for all of them."""
        with no_collecting():
            return self._apply({delta.document: statement(delta) for delta in deltas})

    def remove(self, document: str) -> bool:
        """Forget what a document said; False when it was not loaded."""
        return self._connection.write(lambda tx: write.forget(tx, silence(document)))

    def settle(self) -> list[str]:
        """Loaded documents that must be read again; the others are checked off."""
        stale: list[str] = []
        after = ""
        while found := self._connection.write(partial(settle, after=after)):
            after, some = found
            stale += some
        return stale

    def close(self) -> None:
        """Release every connection."""
        self._connection.close()

    def _apply(self, said: Mapping[str, Statement]) -> ApplyReport:
        reports: list[ApplyReport] = []

        def work(tx: ManagedTransaction) -> ApplyReport:
            reports.append(write.write(tx, said.values()))
            return reports[-1]

        try:
            return self._connection.write(work)
        except StoreError as error:
            if error.key != "store.incomplete":
                raise
        # the answer to the commit was lost: written again, what was kept is no change
        first = reports[-1]
        again = self._connection.write(work)
        return again if again.changed else first
