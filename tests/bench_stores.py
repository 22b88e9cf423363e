"""The stores part of `make bench`: SQLite and a real Neo4j over the same made-up documents.

Ours and the engine's own way take turns in one run, so what else a busy machine does falls on both;
ratios can be compared from run to run, milliseconds less so. ``CANCU_BENCH_DOCUMENTS`` sets the
size: 50,000 unless told, 1,000,000 for one long run.
"""

import os
import resource
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench_cypher import ByCypher
from bench_graph import USUAL, World
from bench_load import BareNeo4j, BareSqlite, Loaded, load
from bench_page import table
from bench_questions import Timing, cases, compare
from bench_sql import BySql
from neo4j_home import Server, can_start

from graph import open_store

SIZE = "CANCU_BENCH_DOCUMENTS"
#: documents up to which a server gets so much heap and page cache
MEMORY = ((5_000, "512m", "256m"), (100_000, "2g", "1g"), (2_000_000, "4g", "6g"))
Say = Callable[[str], None]
HEAD = (
    "question", "ours, ms", "by hand, ms", "ours / by hand",
    "our CPU, ms", "CPU by hand", "CPU ratio", "same",
)  # fmt: skip


def stores(say: Say = print, size: int | None = None) -> None:
    """Say the figures of both stores, as the page has them."""
    world = World(size or int(os.environ.get(SIZE) or USUAL))
    say(f"### SQLite, {world.size:,} documents\n")
    sqlite(world, say)
    if can_start():
        say(f"\n### Neo4j, {world.size:,} documents\n")
        neo4j(world, say)
    else:
        say("\nNeo4j: no Java or Maven here, not measured.")


def sqlite(world: World, say: Say) -> None:
    """The embedded store."""
    with tempfile.TemporaryDirectory(prefix="cancu-bench-") as folder:
        path = Path(folder, "store.db")
        with open_store(f"sqlite:{path}") as store:
            done = load(world, store, BareSqlite(Path(folder, "bare.db")))
            hand = BySql(str(path))
            timings = compare(store, hand, cases(world))
            hand.close()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        _report(say, done, path.stat().st_size, f"{memory:,.0f} MB, the whole process", timings)


def neo4j(world: World, say: Say) -> None:
    """The store that scales, on a server of its own, the bare rows on another."""
    _, heap, pages = next(row for row in MEMORY if world.size <= row[0])
    with tempfile.TemporaryDirectory(prefix="cancu-bench-") as folder:
        server = Server(Path(folder, "ours"), heap=heap, pages=pages, brief=False)
        other = Server(Path(folder, "bare"), heap=heap, pages=pages, brief=False)
        try:
            server.start()
            other.start()
            with open_store(server.url) as store:
                done = load(world, store, BareNeo4j(_bolt(other)), (server.cpu, other.cpu), every=4)
                other.kill()
                hand = ByCypher(_bolt(server))
                timings = compare(store, hand, cases(world))
                hand.close()
            memory = f"{server.memory():,.0f} MB, the server ({heap} heap, {pages} page cache)"
            server.stop()
        finally:
            server.kill()
            other.kill()
        data = Path(folder, "ours", "data", "databases")
        _report(say, done, sum(f.stat().st_size for f in data.rglob("*") if f.is_file()),
                memory, timings)  # fmt: skip


def _report(say: Say, done: Loaded, size: int, memory: str, timings: Sequence[Timing]) -> None:
    say(table(("", ""), [*done.figures(), ("edges", f"{done.edges + done.single_edges:,}"),
                         ("on disk", f"{size / 1e6:,.0f} MB"), ("memory", memory)]))  # fmt: skip
    say("")
    say(table(HEAD, [row(timing) for timing in timings]))


def row(timing: Timing) -> tuple[str, ...]:
    """A line of the table of questions."""
    times = (f"{seconds * 1000:.2f}" for seconds in (timing.ours, timing.by_hand))
    spent = (f"{seconds * 1000:.2f}" for seconds in (timing.cpu, timing.cpu_by_hand))
    cpus = (*spent, f"{timing.cpu / timing.cpu_by_hand:.2f}")
    same = "yes" if timing.same else "no"
    return (timing.name, *times, f"{timing.ratio:.2f}", *cpus, same)


def _bolt(server: Server) -> str:
    return f"bolt://127.0.0.1:{server.port}"


if __name__ == "__main__":
    stores()
