"""Every engine the contract runs on, each as an empty store; Neo4j is a real server, one a run.

The server is the one at ``NEO4J_TEST_URI`` (password in ``NEO4J_TEST_PASSWORD``; its database must
be empty and is emptied again), else a container where a Docker engine has the image or can pull
it, else one started from its Maven artefacts. Where none of these can be had the tests are skipped,
but never in CI.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from neo4j import GraphDatabase, ManagedTransaction, ResultSummary
from neo4j_home import Server, can_start

from graph import open_store
from graph.sqlite_store import SqliteStore
from graph.store import GraphStore

ENGINES = ("neo4j", "sqlite")
IMAGE = "neo4j:5.26.30-community"
PATIENCE = 90
#: what a SQLite file counts or lists otherwise than its documents say
UNCOUNTED = """
WITH given AS (SELECT s.doc, r.value AS variant FROM saying s, json_each(s.variants) r)
SELECT v.id, c.documents, count(g.doc) FROM variant v
LEFT JOIN vote c ON c.variant = v.id AND c.node = v.node LEFT JOIN given g ON g.variant = v.id
GROUP BY v.id HAVING count(g.doc) IS NOT c.documents OR c.documents = 0
UNION ALL SELECT node, row, count(*) FROM variant GROUP BY node, row HAVING count(*) > 1
UNION ALL SELECT c.node, c.variant, 0 FROM vote c LEFT JOIN variant v ON v.id = c.variant
WHERE v.node IS NOT c.node
UNION ALL SELECT node, 0, sum(documents) FROM vote c GROUP BY node
HAVING sum(documents) IS NOT (SELECT documents FROM mention m WHERE m.node = c.node)
UNION ALL SELECT doc, variant, 0 FROM given g
WHERE NOT EXISTS (SELECT 1 FROM variant WHERE id = g.variant)
UNION ALL SELECT g.doc, g.variant, 1 FROM given g
WHERE NOT EXISTS (SELECT 1 FROM describer d WHERE d.describer MATCH g.variant AND d.rowid = g.doc)
UNION ALL SELECT d.node, 0, 2 FROM document d
WHERE NOT EXISTS (SELECT 1 FROM saying WHERE doc = d.node)
"""


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a store and the password of its user."""

    url: str
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Database(Address):
    """A Neo4j database for tests."""

    def ask(self, statement: str, **values: object) -> list[list[object]]:
        """What a statement typed by hand returns."""
        return self._run(statement, values)[0]

    def plan(self, statement: str, **values: object) -> object:
        """How the server would carry a statement out."""
        return self._run(f"EXPLAIN {statement}", values)[1].plan

    def _run(
        self, statement: str, values: dict[str, object]
    ) -> tuple[list[list[object]], ResultSummary]:
        scheme, _, rest = self.url.partition("://")
        user, at, place = rest.rpartition("@")
        host, _, name = place.partition("/")
        auth = (user, self.password or "") if at and self.password else None
        with (
            GraphDatabase.driver(
                f"{scheme}://{host}", auth=auth, max_transaction_retry_time=PATIENCE
            ) as driver,
            driver.session(database=name or None) as session,
        ):
            return session.execute_write(_answer, statement, values)

    def wipe(self) -> None:
        """Empty it but for what says that it is ours, so that its indexes stay."""
        self.ask("MATCH (n) WHERE NOT n:_Meta DETACH DELETE n")


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The one database of the run."""
    if given := os.environ.get("NEO4J_TEST_URI"):
        yield from _given(Database(given, os.environ.get("NEO4J_TEST_PASSWORD")))
    elif _docker():
        with _container() as found:
            yield found
    elif can_be_started():
        server = Server(tmp_path_factory.mktemp("neo4j") / "home")
        server.start()
        yield Database(server.url)
        server.kill()
    else:
        pytest.skip("Neo4j: no NEO4J_TEST_URI, no Docker engine, no Java with Maven")


def can_be_started() -> bool:
    """Whether a server is to be started here: where it can, and in CI where it must."""
    return can_start() or "CI" in os.environ


@contextmanager
def empty_store(engine: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """An empty store of an engine, closed at the end."""
    where = empty_address(engine, folder, request)
    with open_store(where.url, where.password) as opened:
        yield opened
        if isinstance(opened, SqliteStore):
            points_at_rows(opened)


def points_at_rows(store: SqliteStore) -> None:
    """SQLite is not told to look at each row whether what it points at is there: here it is."""
    with closing(sqlite3.connect(store.path)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute(UNCOUNTED).fetchall() == []


def empty_address(engine: str, folder: Path, request: pytest.FixtureRequest) -> Address:
    """Where an empty store of an engine can be opened."""
    if engine == "sqlite":
        return Address(f"sqlite:{folder / 'store.db'}")
    database: Database = request.getfixturevalue("database")
    database.wipe()
    return Address(database.url, database.password)


def _answer(
    tx: ManagedTransaction, statement: str, values: dict[str, object]
) -> tuple[list[list[object]], ResultSummary]:
    result = tx.run(statement, values)
    return result.values(), result.consume()


def _given(found: Database) -> Iterator[Database]:
    if found.ask("MATCH (n) WHERE NOT n:_Meta RETURN 1 LIMIT 1"):
        raise RuntimeError(f"{found.url} is not empty, and these tests would empty it")
    yield found
    found.wipe()


def _docker() -> bool:
    """Whether a Docker engine has the image or can pull it; an engine off the net has neither."""
    return bool(shutil.which("docker")) and any(
        not subprocess.run(["docker", *words, IMAGE], capture_output=True, check=False).returncode
        for words in (("image", "inspect"), ("pull", "--quiet"))
    )


@contextmanager
def _container() -> Iterator[Database]:
    """A server in a container of its own on a free port of loopback, gone at the end."""
    run = ["docker", "run", "--rm", "--detach", "--publish", "127.0.0.1::7687"]
    made = subprocess.run(
        [*run, "--env", "NEO4J_AUTH=none", IMAGE], capture_output=True, text=True, check=True
    )
    name = made.stdout.strip()
    try:
        where = subprocess.run(
            ["docker", "port", name, "7687/tcp"], capture_output=True, text=True, check=True
        )
        found = Database(f"bolt://{where.stdout.split()[0]}/neo4j")
        found.ask("RETURN 1")
        yield found
    finally:
        subprocess.run(["docker", "kill", name], capture_output=True, check=False)
