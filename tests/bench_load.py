"""Loading made-up documents into a store, batch by batch beside the engine's own bulk path; the
last of them one by one, when a server has had its time to get warm."""

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any, Protocol

from bench_graph import World
from neo4j import GraphDatabase

from graph.engine.searchable import body_words, title_words
from graph.model import Edge, GraphDelta, Node
from graph.store import GraphStore

BATCH, ONE_BY_ONE = 500, 100


@dataclass
class Loaded:
    """Edges, seconds and seconds of CPU of this process and of the server, where there is one: in
    batches, one by one, and bare."""

    edges: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    server: float = 0.0
    singles: int = 0
    single_edges: int = 0
    single_seconds: float = 0.0
    single_cpu: float = 0.0
    single_server: float = 0.0
    bare_edges: int = 0
    bare_seconds: float = 0.0
    bare_cpu: float = 0.0
    bare_server: float = 0.0

    def figures(self) -> list[tuple[str, str]]:
        """Names and values."""
        rate, bare = self.edges / self.seconds, self.bare_edges / self.bare_seconds
        return [
            (f"load, {BATCH} documents a batch", f"{rate:,.0f} edges/s"),
            ("the same by CPU time of our process", f"{self.edges / self.cpu:,.0f} edges/s"),
            ("load, one by one", f"{self.single_edges / self.single_seconds:,.0f} edges/s"),
            ("bare rows by the engine's own bulk path", f"{bare:,.0f} edges/s"),
            ("bare / ours", f"{bare / rate:.1f} ×"),
            ("the same by CPU time of our process", f"{self._cpu_ratio():.1f} ×"),
            *(self._servers() if self.server else ()),
        ]

    def _servers(self) -> list[tuple[str, str]]:
        """What the server spends, its own warming up included."""
        ours, bare = self.server / self.edges, self.bare_server / self.bare_edges
        one, own = self.single_server / self.singles, self.single_cpu / self.singles
        return [
            ("CPU of the server an edge", f"{1000 * ours:.2f} ms, bare {1000 * bare:.2f} ms"),
            (
                "CPU of a document by itself",
                f"server {1000 * one:.0f} ms, ours {1000 * own:.0f} ms",
            ),
        ]

    def _cpu_ratio(self) -> float:
        return (self.cpu / self.edges) / (self.bare_cpu / self.bare_edges)


@dataclass(frozen=True, slots=True)
class Rows:
    """A batch in the form that a bulk path takes: nodes, edges, (document, source, digest, text) of
    what is loaded, and the folded words of names and text of all that it owns."""

    nodes: list[list[Any]]
    edges: list[list[Any]]
    texts: list[list[str]]
    words: list[list[str]]


class Bare(Protocol):
    """Whatever takes bare rows."""

    def put(self, rows: Rows) -> None:
        """One batch."""
        ...


class BareSqlite:
    """Nodes, edges found from both ends, texts and an index of words; nothing is compared, counted
    or merged."""

    def __init__(self, path: Path) -> None:
        self._rows = count(1)
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;"
            "CREATE TABLE node(id TEXT PRIMARY KEY, kind TEXT, label TEXT, props TEXT);"
            "CREATE TABLE edge(src TEXT, kind TEXT, dst TEXT, doc TEXT, evidence TEXT);"
            "CREATE UNIQUE INDEX edge_out ON edge(src, kind, dst, doc);"
            "CREATE INDEX edge_in ON edge(dst, kind, src);"
            "CREATE TABLE document(id TEXT PRIMARY KEY, source TEXT, digest TEXT, body TEXT);"
            "CREATE VIRTUAL TABLE fts USING fts5(title, body, content='', prefix='2',"
            " detail=column, columnsize=0, tokenize='unicode61');"
        )

    def put(self, rows: Rows) -> None:
        """One batch in one transaction."""
        self.db.execute("BEGIN IMMEDIATE")
        self.db.executemany("INSERT OR REPLACE INTO node VALUES (?, ?, ?, ?)", rows.nodes)
        self.db.executemany("INSERT INTO edge VALUES (?, ?, ?, ?, ?)", rows.edges)
        self.db.executemany("INSERT INTO document VALUES (?, ?, ?, ?)", rows.texts)
        words = [[next(self._rows), *words] for words in rows.words]
        self.db.executemany("INSERT INTO fts(rowid, title, body) VALUES (?, ?, ?)", words)
        self.db.execute("COMMIT")


class BareNeo4j:
    """Nodes by MERGE, edges by CREATE, in UNWIND; no text, no votes, no search."""

    def __init__(self, uri: str) -> None:
        self.driver = GraphDatabase.driver(uri)
        self.driver.execute_query(
            "CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE"
        )
        self.driver.execute_query("CALL db.awaitIndexes(60)")

    def put(self, rows: Rows) -> None:
        """One batch in one transaction."""
        by_type: dict[str, list[Sequence[Any]]] = {}
        for row in rows.edges:
            by_type.setdefault(row[1].upper(), []).append(row)
        with self.driver.session() as session, session.begin_transaction() as tx:
            tx.run(
                "UNWIND $rows AS row MERGE (n:Entity {id: row[0]})"
                " SET n.kind = row[1], n.label = row[2], n.props = row[3]",
                rows=rows.nodes,
            ).consume()
            for type, some in by_type.items():
                tx.run(
                    "UNWIND $rows AS row"
                    " MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[2]})"
                    f" CREATE (a)-[:{type} {{asserted_by: row[3], evidence: row[4]}}]->(b)",
                    rows=some,
                ).consume()
            tx.commit()


def load(
    world: World,
    store: GraphStore,
    bare: Bare,
    servers: Sequence[Callable[[], float]] = (),
    *,
    every: int = 1,
) -> Loaded:
    """Load everything; one batch in ``every`` goes into the bare engine too, right after ours.
    ``servers``: what tells the CPU seconds that ours and the bare one have spent by now."""
    ours, bares = servers or (_nothing, _nothing)
    done = Loaded()
    deltas = world.deltas()
    for number, batch in enumerate(batches(islice(deltas, world.size - ONE_BY_ONE))):
        edges = sum(len(delta.edges) for delta in batch)
        start, busy, spent = time.perf_counter(), time.process_time(), ours()
        store.apply_all(batch)
        done.seconds += time.perf_counter() - start
        done.cpu += time.process_time() - busy
        done.server += ours() - spent
        done.edges += edges
        if number % every == every - 1:
            rows = _rows(batch)
            start, busy, spent = time.perf_counter(), time.process_time(), bares()
            bare.put(rows)
            done.bare_seconds += time.perf_counter() - start
            done.bare_cpu += time.process_time() - busy
            done.bare_server += bares() - spent
            done.bare_edges += edges
    for delta in deltas:
        start, busy, spent = time.perf_counter(), time.process_time(), ours()
        store.apply(delta)
        done.single_seconds += time.perf_counter() - start
        done.single_cpu += time.process_time() - busy
        done.single_server += ours() - spent
        done.single_edges += len(delta.edges)
        done.singles += 1
    return done


def _nothing() -> float:
    return 0.0


def batches(deltas: Iterator[GraphDelta]) -> Iterator[list[GraphDelta]]:
    """Documents as they are loaded together."""
    while batch := list(islice(deltas, BATCH)):
        yield batch


def _rows(batch: Sequence[GraphDelta]) -> Rows:
    nodes = {node.id: _node(node) for delta in batch for node in (*delta.references, *delta.owned)}
    return Rows(
        nodes=list(nodes.values()),
        edges=[_edge(edge) for delta in batch for edge in delta.edges],
        texts=[[delta.document, delta.source, delta.digest, delta.text] for delta in batch],
        words=[
            [title_words(node), body_words(delta.text) if node is delta.owned[0] else ""]
            for delta in batch
            for node in delta.owned
        ],
    )


def _node(node: Node) -> list[Any]:
    props = json.dumps(dict(node.properties), ensure_ascii=False)
    return [node.id, node.kind.value, node.label, props]


def _edge(edge: Edge) -> list[Any]:
    proofs = [[e.start, e.end, e.quote, e.rule, e.confidence, e.doc] for e in edge.evidence]
    proof = json.dumps(proofs, ensure_ascii=False)
    return [edge.source, edge.kind.value, edge.target, edge.asserted_by, proof]
