"""A first load of very many into Neo4j, the way docs/operations.md advises: into a SQLite store,
out as tables, in through the importer of a stopped server; then the questions, ours and by hand.

`python tests/bench_import.py 50000 [name of a question to leave out…]` prints the two tables.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_cypher import ByCypher
from bench_graph import World
from bench_load import batches
from bench_page import table
from bench_questions import cases, compare
from bench_stores import HEAD, MEMORY, row
from neo4j_home import Server

from graph import open_store
from graph.neo4j.bulk_tables import ARGUMENTS, write_csv

Told = list[tuple[str, str]]


def main(size: int, without: list[str]) -> None:
    """Print what each step takes, and the questions but those left out."""
    world, told = World(size), Told()
    _, heap, pages = next(step for step in MEMORY if size <= step[0])
    with tempfile.TemporaryDirectory(prefix="cancu-bench-") as name:
        folder = Path(name)
        edges = _fill(world, f"sqlite:{folder / 'first.db'}", told)
        with open_store(f"sqlite:{folder / 'first.db'}") as first:
            _timed("out as tables", edges, told, lambda: write_csv(first, folder / "tables"))
        server = Server(folder / "home", heap=heap, pages=pages, brief=False)
        arguments = (folder / "tables" / ARGUMENTS).read_text("utf-8").split()
        words = ("database", "import", "full", "neo4j", *arguments)
        _timed(
            "in through the importer", edges, told,
            lambda: server.admin(*words, folder=folder / "tables"),
        )  # fmt: skip
        data = folder / "home" / "data" / "databases"
        told.append(("on disk, before indexes", _megabytes(data)))
        server.start()
        try:
            _timed("opened: indexes", edges, told, lambda: open_store(server.url).close())
            with open_store(server.url) as store:
                hand = ByCypher(f"bolt://127.0.0.1:{server.port}")
                asked = [case for case in cases(world) if case.name not in without]
                timings = compare(store, hand, asked)
                hand.close()
            told.append(
                ("memory", f"{server.memory():,.0f} MB, the server ({heap} heap, {pages} pages)")
            )
            server.stop()
        finally:
            server.kill()
        told.append(("on disk", _megabytes(data)))
        print(table(("", ""), told), table(HEAD, map(row, timings)), sep="\n\n")


def _fill(world: World, url: str, told: Told) -> int:
    """Load everything into SQLite; how many edges there are."""
    edges, spent = 0, 0.0
    with open_store(url) as store:
        for batch in batches(world.deltas()):
            edges += sum(len(delta.edges) for delta in batch)
            start = time.perf_counter()
            store.apply_all(batch)
            spent += time.perf_counter() - start
    told += [("edges", f"{edges:,}"), ("into SQLite", _rate(edges, spent))]
    return edges


def _timed(name: str, edges: int, told: Told, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    told.append((name, _rate(edges, time.perf_counter() - start)))
    print(*told[-1], file=sys.stderr, flush=True)


def _rate(edges: int, seconds: float) -> str:
    return f"{seconds:,.0f} s, {edges / seconds:,.0f} edges/s"


def _megabytes(folder: Path) -> str:
    return f"{sum(f.stat().st_size for f in folder.rglob('*') if f.is_file()) / 1e6:,.0f} MB"


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
