"""One store file, several processes: readers beside a writer, two writers, a sudden death."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from graph.model import EdgeKind
from graph.sqlite_store import SqliteStore

#: what a loading process does: one document after another, each acknowledged when it is kept
LOADER = """
import sys
from stores import delta
from graph import open_store
from graph.model import EdgeKind

first, count = int(sys.argv[2]), int(sys.argv[3])
with open_store("sqlite:" + sys.argv[1]) as store:
    print("ready", flush=True)
    for n in range(first, first + count):
        id = f"vn/d/{n}"
        edges = [(id, EdgeKind.CITES, f"vn/law/{(n * 7 + k) % 40}") for k in range(20)]
        store.apply(delta(id, *edges, text=f"document {n} " * 50))
        print(n, flush=True)
"""


@contextmanager
def loading(path: Path, first: int, count: int) -> Iterator["subprocess.Popen[str]"]:
    """A process that loads documents ``first``… into the store file."""
    here = Path(__file__).parent
    paths = os.pathsep.join((str(here), str(here.parent)))
    process = subprocess.Popen(
        [sys.executable, "-c", LOADER, str(path), str(first), str(count)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": paths},
        text=True,
    )
    with process:
        yield process


def acknowledged(process: "subprocess.Popen[str]", count: int) -> list[int]:
    """The next documents the process says it has kept, at most ``count``."""
    assert process.stdout is not None
    found = []
    for line in process.stdout:
        if line.strip() != "ready":
            found.append(int(line))
        if len(found) == count:
            break
    return found


def assert_whole(store: SqliteStore, kept: list[int]) -> None:
    """Every acknowledged document is there with all it says; no document is there in part."""
    loaded = store.documents()
    assert {f"vn/d/{n}" for n in kept} <= set(loaded)
    for id in loaded:
        assert len(store.expand([id], [EdgeKind.CITES])) == 20
        stored = store.text(id)
        assert stored is not None
        assert stored.text == f"document {id.rpartition('/')[2]} " * 50
        assert id in {hit.node.id for hit in store.search(f"document {id[5:]}", limit=200)}


@pytest.mark.parametrize("after", [1, 17, 60])
def test_a_killed_load_loses_nothing_it_acknowledged(tmp_path: Path, after: int) -> None:
    path = tmp_path / "store.db"
    with loading(path, 0, 100_000) as process:
        kept = acknowledged(process, after)
        process.send_signal(signal.SIGKILL)
        kept += acknowledged(process, 100_000)  # what was said before it died
    assert len(kept) >= after
    with SqliteStore(str(path)) as store:
        assert_whole(store, kept)
        assert len(store.documents()) - len(kept) in (0, 1)  # one may be kept but not yet said
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_reader_sees_whole_documents_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(str(path)) as store, loading(path, 0, 150) as process:
        kept = acknowledged(process, 1)
        while process.poll() is None:
            with store.snapshot() as view:
                loaded = view.documents()
                assert len(view.expand(loaded, [EdgeKind.CITES])) == 20 * len(loaded)
                ids = {node.id for node in view.all_nodes()}
                assert {e.target for e in view.expand(loaded, [EdgeKind.CITES])} <= ids
        kept += acknowledged(process, 150)
        assert_whole(store, kept)
        assert len(kept) == 150


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "store.db"  # both also create it at the same moment
    with loading(path, 0, 80) as one, loading(path, 1000, 80) as other:
        kept = acknowledged(one, 80) + acknowledged(other, 80)
    assert len(kept) == 160
    with SqliteStore(str(path)) as store:
        assert_whole(store, kept)
        assert len(store.documents()) == 160
