"""Transactions on a Neo4j database, through its own driver, routing and retries included."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, TypeAlias, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    Transaction,
)

from graph.errors import StoreError
from graph.neo4j.address import Address
from graph.neo4j.errors import translated
from graph.neo4j.versions import check_version

T = TypeVar("T")
Work: TypeAlias = Transaction | ManagedTransaction
Rows: TypeAlias = list[list[Any]]

#: seconds: to reach the server, and to go on trying when it goes away or writers collide
REACH, RETRY = 5.0, 30.0


class Pinned:
    """Lends one transaction that is open already."""

    def __init__(self, transaction: Transaction, shown: str) -> None:
        self._transaction = transaction
        self._shown = shown

    def read(self, work: Callable[[Work], T]) -> T:
        """What ``work`` reads in the open transaction."""
        with translated(self._shown):
            return work(self._transaction)

    def pinned(self) -> AbstractContextManager["Pinned"]:
        """The open transaction itself."""
        return nullcontext(self)


class Connection:
    """A pool of connections to one database. What was written here is seen by later reads here,
    on whichever server of a cluster they run."""

    def __init__(self, address: Address, password: str | None) -> None:
        self.shown = address.shown
        self._database = address.database
        self._bookmarks = GraphDatabase.bookmark_manager()
        self._closed = False
        auth = (address.user, password or "") if address.user is not None else None
        with translated(self.shown):
            self._driver: Driver = GraphDatabase.driver(
                address.uri,
                auth=auth,
                connection_timeout=REACH,
                max_transaction_retry_time=RETRY,
            )
        try:
            # at once: retries are for a server that was there
            with translated(self.shown):
                server = self._driver.get_server_info()
            check_version(server.agent, self.shown)
            with self.pinned() as here:
                here.read(lambda work: rows(work, "RETURN 1"))
        except BaseException:
            self._driver.close()
            raise

    def read(self, work: Callable[[Work], T]) -> T:
        """What ``work`` reads in one transaction; tried again while the server is away."""
        with self._session(READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """One transaction, all of it or nothing; tried again as the driver sees fit."""
        with self._session(WRITE_ACCESS) as session:
            return session.execute_write(work)

    def define(self, statements: Iterable[str]) -> None:
        """Changes of the schema, which Neo4j keeps apart from changes of data; together or none."""
        self.write(lambda tx: [tx.run(statement).consume() for statement in statements])

    @contextmanager
    def pinned(self) -> Iterator[Pinned]:
        """One transaction on one server for several reads."""
        with self._session(READ_ACCESS) as session, session.begin_transaction() as transaction:
            yield Pinned(transaction, self.shown)

    def close(self) -> None:
        """Release every connection."""
        self._closed = True
        self._driver.close()

    @contextmanager
    def _session(self, access: str) -> Iterator[Session]:
        if self._closed:
            raise StoreError("store.closed", path=self.shown)
        with (
            translated(self.shown),
            self._driver.session(
                database=self._database,
                default_access_mode=access,
                bookmark_manager=self._bookmarks,
                fetch_size=-1,
                # here and not at the driver, which no older server could be asked its version with
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            ) as session,
        ):
            yield session


def carry_out(transaction: ManagedTransaction, statement: str, **lists: Sequence[Any]) -> None:
    """A change, unless all the lists it is given are empty: then nothing is asked of the server.

    Of one that returns something the server says that it has begun, of any other only that it is
    done: so the next is prepared here while it is carried out, and what fails is told with that.
    """
    if any(lists.values()):
        transaction.run(f"{statement} RETURN count(*)", lists)


def begun(transaction: ManagedTransaction, statement: str, **values: Any) -> Callable[[], Rows]:
    """What gives the rows of a statement when they are needed: until then others may be sent and
    prepared, and the server does not wait for us."""
    return transaction.run(statement, values).values


def rows(transaction: Work, statement: str, **values: Any) -> Rows:
    """What a statement returns, a list of values a row."""
    return transaction.run(statement, values).values()
