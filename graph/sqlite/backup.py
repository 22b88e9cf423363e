"""Copies of a SQLite store: taken while it is in use, put back whole or not at all (sao lưu)."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from graph.errors import BadInputError, ConflictError, StoreError
from graph.sqlite.connections import Connections
from graph.sqlite.opening import APPLICATION_ID, MIGRATIONS
from graph.sqlite.said import file_digests

#: takes along what lies beside a store: the files of these digests; how many there are
Carry = Callable[[set[str]], int]


def backup(store: Path, target: Path, carry: Carry) -> int:
    """Write a copy of the store as of now to a new file, which gets its name when all that lies
    beside it is there too; what ``carry`` says."""
    if target.exists():
        raise ConflictError("backup.exists", file=target)
    if not store.is_file():
        raise StoreError("backup.no_store", file=store)
    unfinished = target.with_name(target.name + ".part")
    with _translated(target):
        unfinished.unlink(missing_ok=True)
        try:
            with closing(Connections(str(store))) as connections:
                connections.copy_to(str(unfinished))
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            with closing(_read_only(unfinished)) as db:
                carried = carry(file_digests(db))
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return carried


def restore(source: Path, store: Path, carry: Carry) -> int:
    """Make the store what it was when ``source`` was taken, in one transaction, after what lay
    beside it; what ``carry`` says."""
    if not source.is_file():
        raise BadInputError("file.missing", file=source)
    with closing(_read_only(source)) as db:
        _check(db, source)
        Connections(str(store)).close()  # refuses a file that is not ours
        carried = carry(file_digests(db))
        with _translated(store), closing(sqlite3.connect(store, timeout=10)) as target:
            db.backup(target)
    return carried


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _check(db: sqlite3.Connection, path: Path) -> None:
    try:
        ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = db.execute("PRAGMA user_version").fetchone()[0]
        whole = ours and db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except sqlite3.DatabaseError:
        raise BadInputError("backup.not_ours", file=path) from None
    if not whole or version > len(MIGRATIONS):
        raise BadInputError("backup.not_ours", file=path)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StoreError("backup.failed", file=path, reason=error) from error
