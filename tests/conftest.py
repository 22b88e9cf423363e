"""Fixtures for every test file. ``store``: an empty store of each engine, closed at the end;
``neo4j``: one on the Neo4j server; ``office_file``: a file of the office, which commands open."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from engines import ENGINES, Database, database, empty_store
from explorer import browser, site
from groups import pytest_xdist_make_scheduler
from office import fill
from papers import loaded
from sample import read_once, sample
from webapp import built, client, settings

from graph import open_store
from graph.store import GraphStore

__all__ = [
    "browser", "built", "client", "database", "loaded", "pytest_xdist_make_scheduler",
    "read_once", "sample", "settings", "site", "store",
]  # fmt: skip


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    """An empty store, once for each engine."""
    with empty_store(request.param, tmp_path, request) as opened:
        yield opened


@pytest.fixture
def neo4j(database: Database) -> Iterator[GraphStore]:
    """An empty store on the Neo4j server."""
    database.wipe()
    with open_store(database.url, database.password) as opened:
        yield opened


@pytest.fixture
def office_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store the commands of a test use: a file of its own with the office in it."""
    file = tmp_path / "store.db"
    for name in [name for name in os.environ if name.startswith("CANCU_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CANCU_STORE", f"sqlite:{file}")
    monkeypatch.setenv("HOME", str(tmp_path))
    with open_store(f"sqlite:{file}") as store:
        fill(store)
    return file
