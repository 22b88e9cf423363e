"""The embedded store as a file: migrations, strangers, threads, snapshots, addresses."""

import gc
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from engines import points_at_rows
from older_files import to_version_5
from stores import DECISION, LAW, PLAN, delta, lines, plan, related

from graph import open_store
from graph.engine.routes import Sought
from graph.errors import StoreError, UsageError
from graph.export import jsonl
from graph.model import BASIS_KINDS, EdgeKind, NodeKind
from graph.sqlite import opening
from graph.sqlite.connections import COMMITS
from graph.sqlite.opening import APPLICATION_ID, MIGRATIONS, PAGE
from graph.sqlite_store import SqliteStore
from graph.traverse import Move, both_ways, breadth_first, part_inside


def test_many_threads_share_one_store(tmp_path: Path) -> None:
    with SqliteStore(str(tmp_path / "store.db")) as store, ThreadPoolExecutor(6) as pool:
        writes = [
            pool.submit(store.apply, delta(f"vn/d/{n}", (f"vn/d/{n}", EdgeKind.CITES, "vn/law")))
            for n in range(40)
        ]
        reads = [pool.submit(lines, store) for _ in range(40)]
        assert all(write.result().changed for write in writes)
        assert all(read.result() is not None for read in reads)
        assert store.most_referenced()[0][1] == 40


def test_a_snapshot_does_not_see_later_writes(tmp_path: Path) -> None:
    with SqliteStore(str(tmp_path / "store.db")) as store:
        store.apply(plan())
        with store.snapshot() as view:
            store.apply(delta("vn/later"))
            assert view.documents() == [PLAN]
            thread_saw: list[list[str]] = []
            thread = threading.Thread(target=lambda: thread_saw.append(view.documents()))
            thread.start()
            thread.join()
            assert thread_saw == [[PLAN]]
        assert store.documents() == [PLAN, "vn/later"]


def test_an_export_is_one_state_even_when_it_is_read_slowly(tmp_path: Path) -> None:
    with SqliteStore(str(tmp_path / "store.db")) as store, ThreadPoolExecutor(1) as other:
        store.apply(plan())
        before = lines(store)
        export = jsonl(store)
        first = next(export)
        store.remove(PLAN)
        assert [first, *other.submit(list, export).result()] == before
        assert lines(store) == []


def test_the_log_is_folded_into_the_file_while_others_read(tmp_path: Path) -> None:
    def file_size() -> int:
        return (tmp_path / "store.db").stat().st_size

    with SqliteStore(str(tmp_path / "store.db")) as store:
        store.apply(delta("vn/d/0"))
        with store.snapshot() as view:  # holds on, so the log cannot be folded; nobody fails
            for n in range(1, COMMITS + 2):
                store.apply(delta(f"vn/d/{n}", text=f"{n} " * 500))
            assert len(view.documents()) == 1
            before = file_size()
        for n in range(COMMITS):
            store.apply(delta(f"vn/e/{n}", text=f"{n} " * 500))
        assert file_size() > before
        assert len(store.documents()) == 2 * COMMITS + 2


# -- the file


def test_the_file_keeps_everything(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "kho dữ liệu.db"
    with SqliteStore(str(path)) as store:
        for said in related():
            store.apply(said)
        before = lines(store)
    with SqliteStore(str(path)) as store:
        assert lines(store) == before
        assert not any(store.apply(said).changed for said in related())
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(str(path)) as store:
        store.apply(plan())
    before = path.read_bytes()
    with SqliteStore(str(path)) as store:
        store.apply(plan())
        assert not (tmp_path / "store.db-wal").stat().st_size
    assert path.read_bytes() == before


def test_settings_of_every_connection(tmp_path: Path) -> None:
    with SqliteStore(str(tmp_path / "store.db")) as store, store.snapshot() as view:
        for reader in (store, view):
            values = reader._lender.read(
                lambda db: {
                    name: db.execute(f"PRAGMA {name}").fetchone()[0]
                    for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
                }
            )
            assert values == {
                "journal_mode": "wal", "synchronous": 2, "foreign_keys": 0, "busy_timeout": 10_000
            }  # fmt: skip


def test_walks_never_meet_statistics_or_scans(tmp_path: Path) -> None:
    """With sqlite_stat1 SQLite plans a Bloom filter over all edges for every step of a walk."""
    plans: list[str] = []
    with SqliteStore(str(tmp_path / "store.db")) as store:
        for said in related():
            store.apply(said)
        with store._connections.reading() as db:
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
            asked: list[str] = []
            db.set_trace_callback(asked.append)
        breadth_first(store, [PLAN], both_ways(BASIS_KINDS), depth=9)
        part_inside(store, [PLAN, DECISION], BASIS_KINDS)
        store.evidence([edge.key for edge in store.expand([PLAN], BASIS_KINDS)])
        store.incident([PLAN, LAW], BASIS_KINDS, ends="both", limit=1)
        store.hubs([PLAN], 1)
        store.routes([(PLAN, LAW)], Sought([Move(BASIS_KINDS)]))
        store.search("Quyết định 76", kinds=[NodeKind.DOCUMENT])
        with store._connections.reading() as db:
            db.set_trace_callback(None)
            for sql in asked:
                if sql.startswith("SELECT"):
                    plans += [row[3] for row in db.execute("EXPLAIN QUERY PLAN " + sql)]
    assert "sqlite_stat1" not in tables
    assert any("edge_out" in step or "edge_in" in step for step in plans)
    assert not [step for step in plans if "BLOOM" in step or step.startswith(("SCAN e", "SCAN n"))]
    pairs = [s for s in plans if "src=?" in s and "dst=?" in s and "doc=?" not in s]
    assert not pairs, "both ends in the index: a seek for every pair of a set"


# -- other people's files


def refused(path: Path) -> str:
    """The sentence with which a file is refused, after a check that it stayed as it was."""
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        SqliteStore(str(path))
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    return str(caught.value)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Kế hoạch của tôi\n" * 100, "utf-8")
    assert "notes.txt" in refused(path)


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE node(id)")
        db.commit()
    assert "other.db" in refused(path)


def test_a_newer_store_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    SqliteStore(str(path)).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        db.commit()
    assert f"{len(MIGRATIONS) + 1}" in refused(path)


def test_a_failed_migration_leaves_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with closing(sqlite3.connect(path)) as db:  # ours by its mark, but with a table in the way
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("CREATE TABLE variant(x)")
        db.commit()
    with pytest.raises(StoreError, match="variant"):
        SqliteStore(str(path))
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (0,)
        assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("variant",)]


def test_a_file_of_the_fifth_version_says_the_same_in_narrow_rows(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    said = [*related(), plan()]
    with SqliteStore(str(path)) as store:
        store.apply_all(said)
        before = lines(store), store.said(store.documents())
        described = store.claims([node.id for node in store.all_nodes()])
        ranked = [store.most_referenced(status=status) for status in ("cited", "loaded")]
    with closing(sqlite3.connect(path)) as db:
        to_version_5(db)
    with SqliteStore(str(path)) as store:
        points_at_rows(store)
        assert (lines(store), store.said(store.documents())) == before
        assert store.claims([node.id for node in store.all_nodes()]) == described
        assert [store.most_referenced(status=status) for status in ("cited", "loaded")] == ranked
        assert not store.apply_all(said).changed
        for document in store.documents():
            store.remove(document)
        points_at_rows(store)
        assert lines(store) == []


def test_a_node_that_is_spoken_of_cannot_go(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(str(path)) as store:
        store.apply(plan())
    with closing(sqlite3.connect(path)) as db:
        for uid in (PLAN, DECISION, "unit/so-a"):
            with pytest.raises(sqlite3.IntegrityError, match="spoken of"):
                db.execute("DELETE FROM node WHERE uid = ?", (uid,))


# -- addresses


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_store("sqlite:~/kho/store.db") as store:
        store.apply(plan())
    assert (tmp_path / "kho" / "store.db").is_file()


def test_a_memory_store_lasts_as_long_as_it_is_open() -> None:
    with open_store("sqlite::memory:") as store, open_store("sqlite::memory:") as other:
        store.apply(plan())
        assert other.documents() == []
        assert isinstance(store, SqliteStore)
        file = Path(store.path)
        assert file.exists()
    assert not file.parent.exists()


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(f"sqlite:{tmp_path / 'store.db'}")
    store.close()
    with pytest.raises(StoreError, match=r"store\.db"):
        store.documents()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=tmp_path.name):
        open_store(f"sqlite:{tmp_path}")


@pytest.mark.parametrize("url", ["", "store.db", "sqlite:", "mysql://u:geheim@h/x"])
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_store(url)
    assert "geheim" not in str(caught.value)


def test_a_new_file_has_large_pages_and_an_older_one_keeps_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size in (4096, PAGE):
        path = tmp_path / f"{size}.db"
        with monkeypatch.context() as past:
            past.setattr(opening, "PAGE", size)
            with SqliteStore(str(path)) as store:
                store.apply(plan())
        with SqliteStore(str(path)) as store, closing(sqlite3.connect(path)) as db:
            assert db.execute("PRAGMA page_size").fetchone() == (size,)
            assert store.documents() == [PLAN]


def test_garbage_is_collected_again_after_a_write_however_it_ends() -> None:
    with SqliteStore(":memory:") as store:
        store.apply(plan())
        assert gc.isenabled()
        with pytest.raises(StoreError):
            store.apply(replace(plan(), owned=()))
        assert gc.isenabled()
