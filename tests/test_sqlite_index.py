"""The words SQLite is searched by are those of its rows, whatever was written in which order."""

import random
import sqlite3

import pytest
from stores import plan, related
from test_store_order import random_delta

from graph.sqlite.index import index_everything
from graph.sqlite_store import SqliteStore

Entries = list[tuple[str, int, str, int]]


def entries(db: sqlite3.Connection) -> Entries:
    """Every word in the index: which, in which row, column and place."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.entry USING fts5vocab(main, fts, instance)")
    return db.execute(
        "SELECT term, doc, col, offset FROM temp.entry ORDER BY 1, 2, 3, 4"
    ).fetchall()


def assert_as_built_anew(store: SqliteStore) -> None:
    with store._connections.writing() as db:
        kept = entries(db)
        index_everything(db)
        assert kept == entries(db)


@pytest.mark.parametrize("seed", range(3))
def test_the_index_follows_every_change(seed: int) -> None:
    dice = random.Random(seed)
    with SqliteStore(":memory:") as store:
        for _ in range(12):
            store.apply_all([random_delta(dice) for _ in range(dice.randrange(1, 7))])
            if dice.random() < 0.5 and (loaded := store.documents()):
                store.remove(dice.choice(loaded))
            assert_as_built_anew(store)


def test_a_removed_document_leaves_no_words() -> None:
    with SqliteStore(":memory:") as store:
        store.apply_all([*related(), plan()])
        for document in store.documents():
            store.remove(document)
        with store._connections.writing() as db:
            assert entries(db) == []
