"""A server that needs a password, dies while it is loaded, and is filled by the real importer."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from engines import can_be_started
from neo4j_home import Server
from stores import delta, lines, related
from world import world

from api.cli import run
from graph import open_store
from graph.copying import copy
from graph.errors import StoreError
from graph.neo4j.bulk_tables import ARGUMENTS, write_csv
from graph.store import GraphStore

SECRET = "mat-khau-thu"
AWKWARD = [
    delta("vn/a", text='Dòng một\n"trích", a;b,c\r\n\x1f', title="", years=[2025], due="2026", n=1),
    delta("vn/b", title='Nói "x"; y', aliases=["a;b", "c"], n=1.5, ok=True, issued="2025-07-01"),
]

pytestmark = pytest.mark.skipif(not can_be_started(), reason="Neo4j: no Java with Maven")


@pytest.fixture(scope="module")
def source(read_once: GraphStore) -> Iterator[GraphStore]:
    """The sample corpus and what is awkward, as loading makes it."""
    with open_store("sqlite::memory:") as loaded:
        copy(read_once, loaded, lambda done, total: None)
        loaded.apply_all([*related(), *world(), *AWKWARD])
        yield loaded


@pytest.fixture(scope="module")
def server(source: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module's own, filled by the importer before it starts."""
    folder = tmp_path_factory.mktemp("server")
    write_csv(source, folder / "tables")
    made = Server(folder / "home", password=SECRET)
    arguments = (folder / "tables" / ARGUMENTS).read_text("utf-8").split()
    made.admin("database", "import", "full", "neo4j", *arguments, folder=folder / "tables")
    made.start()
    yield made
    made.kill()


def test_the_importer_makes_the_store_that_loading_would_have_made(
    server: Server, source: GraphStore
) -> None:
    with open_store(server.url, SECRET) as imported:
        assert lines(imported) == lines(source)
        assert imported.digests() == source.digests()
        assert imported.issues() == source.issues()
        assert imported.settle() == source.settle()
        for document in source.documents():
            assert not imported.apply(source.said([document])[document]).changed
        for query in ("quyet dinh 996", "do luong", "tập huấn"):
            assert imported.search(query, limit=200) == source.search(query, limit=200)
        for document in source.documents():
            assert imported.remove(document)
        assert lines(imported) == []


@pytest.mark.parametrize("password", [None, "", "sai"])
def test_a_wrong_password_is_said(server: Server, password: str | None) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(server.url, password)
    assert caught.value.key == "store.denied"


def test_a_load_outlives_the_server_and_loses_nothing(server: Server, tmp_path: Path) -> None:
    """Killed in the middle and started again, the server has every document that was acknowledged,
    none by half, and the load goes on by itself.

    The load finds the server gone and is then held until what is there has been looked at: counts
    that are taken while a document is written may see half of it.
    """
    loader = """
import sys
from stores import delta
from graph import open_store
from graph.model import EdgeKind
from graph.neo4j import connection

connection.RETRY = 300.0  # a slow machine starts a server slowly
with open_store(sys.argv[1], sys.argv[2]) as store:
    for n in range(40):
        id = f"vn/d/{n}"
        edges = [(id, EdgeKind.CITES, f"vn/law/{(n * 7 + k) % 40}") for k in range(20)]
        store.apply(delta(id, *edges, text=f"document {n} " * 50))
        print(n, flush=True)
"""
    here = Path(__file__).parent
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(here), str(here.parent)))}
    command = [sys.executable, "-c", loader, server.url, SECRET]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment, text=True) as process:
        assert process.stdout and process.stderr
        kept = [int(process.stdout.readline()) for _ in range(15)]
        server.kill()
        assert any("Couldn't connect" in line for line in process.stderr)
        process.send_signal(signal.SIGSTOP)
        try:
            server.start()
            with open_store(server.url, SECRET) as store:
                there = store.documents()
                edges = store.counts()["edge.cites"]
        finally:
            process.send_signal(signal.SIGCONT)
        assert {f"vn/d/{n}" for n in kept} <= set(there)
        assert edges == 20 * len(there), "none by half"
        rest = [int(line) for line in process.stdout]
        assert process.wait() == 0
    assert [*kept, *rest] == list(range(40))
    with open_store(server.url, SECRET) as store:
        assert len(store.documents()) == 40
        assert store.counts()["edge.cites"] == 800


def test_a_server_that_stays_away_is_one_sentence(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """The command line over a server: answers while it is there, a sentence when it is not."""
    secret = tmp_path / "secret"
    secret.write_text(f"{SECRET}\n", "utf-8")
    monkeypatch.setenv("CANCU_STORE", server.url)
    monkeypatch.setenv("CANCU_STORE_PASSWORD_FILE", str(secret))
    paper = tmp_path / "a.txt"
    paper.write_text((Path(__file__).parent / "small" / "quyet-dinh.txt").read_text("utf-8"))
    assert run(["load", str(paper)]) == 0
    assert run(["search", "340", "--json"]) == 0
    assert "vn/ninh-binh/ubnd/qd/2025/340" in capsys.readouterr().out
    copied = f"sqlite:{tmp_path / 'copy.db'}"
    assert run(["copy", "--from", server.url, "--to", copied]) == 0
    server.stop()
    capsys.readouterr()
    assert run(["stats"]) == 1
    said = capsys.readouterr().err
    assert re.search(r"Không kết nối được máy chủ Neo4j «bolt://neo4j@127", said)
    assert SECRET not in said
    server.start()
    assert run(["copy", "--from", copied, "--to", server.url]) == 0
