"""How a SQLite file is opened: whose it is, its log, its schema brought up to date.

A file is ours when its application id says so. An older schema is brought up to date step by step
in one transaction; a newer one, or a file of somebody else's, is refused and left as it is.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from graph.errors import StoreError

APPLICATION_ID = 0x63616E63  # "canc"
MIGRATIONS = (
    "schema.sql",
    "schema_2.sql",
    "schema_3.sql",
    "schema_4.sql",
    "schema_5.sql",
    "schema_6.sql",
)  # number n brings a file from version n to n + 1
BUSY_SECONDS = 10
ATTEMPTS = 200
#: bytes; twice SQLite's own: texts and evidence fit better, and a load takes a tenth less
PAGE = 8192


@contextlib.contextmanager
def translated(path: str) -> Iterator[None]:
    """What SQLite reports of a file is one sentence of ours."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
            raise StoreError("store.read_only_file", path=path) from error
        raise StoreError("store.failed", path=path, reason=error) from error


def connect(path: str) -> sqlite3.Connection:
    """A connection; on a disk that nobody can write to SQLite must be told not to look for a log,
    which it could not make."""
    still = stands_still(Path(path))
    name = f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1" if still else path
    return sqlite3.connect(
        name, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=still
    )


def stands_still(path: Path) -> bool:
    """Whether a whole store lies on a disk that is mounted to be read only (đĩa chỉ đọc)."""
    log = path.with_name(f"{path.name}-wal")
    if not path.is_file() or not hasattr(os, "statvfs") or log.is_file():
        return False
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def refuse_strangers(db: sqlite3.Connection, path: str) -> None:
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


def write_ahead(db: sqlite3.Connection) -> None:
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


def prepare(db: sqlite3.Connection) -> None:
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
