"""The words SQLite is searched by are those of its rows, whatever was written in which order."""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest
from older_files import to_version_2
from stores import PLAN, counted, plan, related
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


def test_an_index_of_an_older_folding_is_built_anew(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(str(path)) as store:
        store.apply(plan())
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO fts(fts) VALUES ('delete-all')")
        db.execute("UPDATE meta SET value = '0' WHERE key = 'index_version'")
        db.commit()
    with SqliteStore(str(path)) as store:
        assert [hit.node.id for hit in store.search("lap bao cao")] == [f"{PLAN}/nv/ii-1"]
        assert store.remove(PLAN)
        assert store.search("lap bao cao") == []


def test_an_index_of_the_second_version_is_made_smaller(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(str(path)) as store:
        store.apply(plan())
    first = resources.files("graph.sqlite").joinpath("schema.sql").read_text("utf-8")
    with closing(sqlite3.connect(path)) as db:
        to_version_2(db, first)
        db.execute("INSERT INTO fts(rowid, title, body) VALUES (1, 'lap bao cao', '')")
        db.commit()
    with SqliteStore(str(path)) as store:
        assert [hit.node.id for hit in store.search("lap bao c")] == [f"{PLAN}/nv/ii-1"]
        assert counted(store) == Counter(edge.kind.value for edge in store.all_edges())
        with store._connections.reading() as db:
            (made,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'fts'").fetchone()
        assert "detail=column" in made
        assert store.remove(PLAN)
        assert store.search("lap bao cao") == []
