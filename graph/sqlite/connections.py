"""Connections to one SQLite file, lent to one thread at a time (kết nối)."""

import contextlib
import sqlite3
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from graph.errors import StoreError
from graph.sqlite.opening import (
    BUSY_SECONDS,
    connect,
    prepare,
    refuse_strangers,
    stands_still,
    translated,
    write_ahead,
)

T = TypeVar("T")
MEMORY = ":memory:"
COMMITS, PATIENCE_MS = 200, 500
PIN = "SELECT 1 FROM sqlite_schema"  # BEGIN alone fixes no state, the first read does
# Never ANALYZE nor PRAGMA optimize: statistics make SQLite scan the whole edge table per walk.
PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
)


class Pinned:
    """Lends one connection that is already inside a transaction, so its state stands still."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What ``work`` reads of the pinned state."""
        return work(self._db)

    def pinned(self) -> contextlib.AbstractContextManager["Pinned"]:
        """The pinned state itself."""
        return contextlib.nullcontext(self)


class Connections:
    """A pool over one file: readers never wait, writers go one by one.

    ``:memory:`` is a file of its own in a temporary folder, gone when the pool closes.
    """

    def __init__(self, path: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cancu-") if path == MEMORY else None
        self.path = str(
            Path(self._folder.name, "store.db") if self._folder else Path(path).expanduser()
        )
        self._idle: deque[sqlite3.Connection] = deque()
        self._writer = threading.RLock()
        self._commits = 0
        self._closed = False
        self._make_folder()
        first = self._open()
        try:
            with translated(self.path):
                prepare(first)
        except BaseException:
            first.close()
            raise
        self._idle.append(first)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent state for several reads (một trạng thái nhất quán)."""
        with self._lent() as db:
            db.execute("BEGIN")
            try:
                db.execute(PIN).fetchone()
                yield db
            finally:
                db.execute("ROLLBACK")

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What ``work`` reads of one consistent state."""
        with self.reading() as db:
            return work(db)

    @contextlib.contextmanager
    def pinned(self) -> Iterator[Pinned]:
        """The present state for several reads, whatever is written meanwhile."""
        with self.reading() as db:
            yield Pinned(db)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing; other processes wait their turn."""
        with self._writer, self._lent() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            self._fold_log(db)

    def copy_to(self, path: str) -> None:
        """Write a compact copy of the present state to a new file."""
        if Path(path).exists():
            raise StoreError("store.copy_exists", path=path)
        with self._lent() as db, translated(path):  # what fails here is the copy's disk
            db.execute("VACUUM INTO ?", (path,))

    def close(self) -> None:
        """Close every idle connection; the last one folds the log into the file."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
        if self._folder:
            self._folder.cleanup()

    def _fold_log(self, db: sqlite3.Connection) -> None:
        """Now and then bring the log back into the file: under endless readers SQLite never would.
        It waits for them a moment; when they hold on longer, the next time will do."""
        self._commits += 1
        if self._commits % COMMITS == 0:
            db.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            with contextlib.suppress(sqlite3.OperationalError):  # the commit itself is kept
                db.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
            db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")

    @contextlib.contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        if self._closed:
            raise StoreError("store.closed", path=self.path)
        with translated(self.path):
            try:
                db = self._idle.pop()
            except IndexError:
                db = self._open()
            try:
                yield db
            finally:
                self._take_back(db)

    def _take_back(self, db: sqlite3.Connection) -> None:
        if self._closed:
            db.close()
        else:
            self._idle.append(db)

    def _make_folder(self) -> None:
        try:
            Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError("store.failed", path=self.path, reason=error) from error

    def _open(self) -> sqlite3.Connection:
        with translated(self.path):
            db = connect(self.path)
            try:
                refuse_strangers(db, self.path)
                if not stands_still(Path(self.path)):
                    write_ahead(db)
                for pragma in PRAGMAS:
                    db.execute(pragma)
            except BaseException:
                db.close()
                raise
            return db
