"""Connections to one SQLite file: opened right, migrated, lent to one thread at a time.

A file is ours when its application id says so. An older schema is brought up to date step by step
in one transaction; a newer one, or a file of somebody else's, is refused and left as it is.
"""

import contextlib
import os
import sqlite3
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import TypeVar

from graph.errors import StoreError

T = TypeVar("T")

APPLICATION_ID = 0x63616E63  # "canc"
MIGRATIONS = (
    "schema.sql",
    "schema_2.sql",
    "schema_3.sql",
    "schema_4.sql",
    "schema_5.sql",
    "schema_6.sql",
)  # number n brings a file from version n to n + 1
MEMORY = ":memory:"
BUSY_SECONDS = 10
ATTEMPTS = 200
COMMITS, PATIENCE_MS = 200, 500
#: bytes; twice SQLite's own: texts and evidence fit better, and a load takes a tenth less
PAGE = 8192

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
                _prepare(first)
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
            db = _connect(self.path)
            try:
                _refuse_strangers(db, self.path)
                if not _stands_still(Path(self.path)):
                    _write_ahead(db)
                for pragma in PRAGMAS:
                    db.execute(pragma)
            except BaseException:
                db.close()
                raise
            return db


@contextlib.contextmanager
def translated(path: str) -> Iterator[None]:
    """What SQLite reports of a file is one sentence of ours."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
            raise StoreError("store.read_only_file", path=path) from error
        raise StoreError("store.failed", path=path, reason=error) from error


def _connect(path: str) -> sqlite3.Connection:
    """A connection; on a disk that nobody can write to SQLite must be told not to look for a log,
    which it could not make."""
    still = _stands_still(Path(path))
    name = f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1" if still else path
    return sqlite3.connect(
        name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=still
    )


def _stands_still(path: Path) -> bool:
    """Whether a whole store lies on a disk that is mounted to be read only (đĩa chỉ đọc)."""
    log = path.with_name(f"{path.name}-wal")
    if not path.is_file() or not hasattr(os, "statvfs") or log.is_file():
        return False
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _refuse_strangers(db: sqlite3.Connection, path: str) -> None:
    """Look before the first write: somebody else's file must stay byte for byte as it is."""
    try:
        mine = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = db.execute("PRAGMA user_version").fetchone()[0]
        empty = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise StoreError("store.not_ours", path=path) from error
    if not (mine or (empty and version == 0)):
        raise StoreError("store.not_ours", path=path)
    if version > len(MIGRATIONS):
        raise StoreError("store.newer", path=path, found=version, known=len(MIGRATIONS))


def _write_ahead(db: sqlite3.Connection) -> None:
    """Switch to a write-ahead log. Two processes that make one file at the same moment get in each
    other's way here, and SQLite does not wait by itself."""
    db.execute(f"PRAGMA page_size = {PAGE}")  # of a file that is yet to be; others stay as they are
    for _ in range(ATTEMPTS):
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(BUSY_SECONDS / ATTEMPTS)
    raise sqlite3.OperationalError("database is locked")


def _prepare(db: sqlite3.Connection) -> None:
    """Bring the file to the newest schema, in one transaction."""
    if db.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]  # another process may have won
        for name in MIGRATIONS[version:]:
            for statement in _statements(
                resources.files("graph.sqlite").joinpath(name).read_text("utf-8")
            ):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would commit the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
