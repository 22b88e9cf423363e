"""`make bench`: speed as ratios in one run on the sample corpus; figures hold for this machine.

Reading is compared with eyecite (the finder of American citations) on English text of our own; a
question is compared with the same question put to SQLite by hand. Best of several rounds of CPU
time. Nothing here asserts: a timed test would fail on a busy machine.
"""

import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from api.ingest import ingest
from graph import open_store
from graph.model import BASIS_KINDS
from graph.questions.chain import chain
from loaders import read, understand
from loaders.citations import find_citations
from loaders.header import read_header

CORPUS = Path(__file__).parent / "corpus"
ROUNDS = 5
ENGLISH = (
    "The board relied on an earlier ruling of the court. Smith v. Jones, 410 U.S. 113 (1973). "
    "It had said as much before, though in other words and with less detail than it gives now. "
    "Green v. Brown, 347 U.S. 483 (1954). Others disagreed. White v. Black, 5 F.3d 10 (1999). "
)


def main() -> None:
    """Print every figure, one a line."""
    reading()
    questions()


def reading() -> None:
    """Reading in MB of UTF-8 per CPU second, and as a multiple of eyecite's finder."""
    texts = [read(path) for path in sorted(CORPUS.iterdir()) if path.is_file()]
    size = sum(len(text.content.encode()) for text in texts)
    headers = [(text, read_header(text)) for text in texts]
    whole = rate(size, lambda: [understand(text) for text in texts])
    finder = rate(size, lambda: [find_citations(text, header) for text, header in headers])
    print(f"read whole pipeline     {whole:7.2f} MB/s")
    print(f"read citations alone    {finder:7.2f} MB/s")
    try:
        from eyecite import get_citations
    except ImportError:
        print("eyecite                 not installed: no ratio")
        return
    english = ENGLISH * 200
    yardstick = rate(len(english), lambda: get_citations(english))
    print(f"eyecite on English      {yardstick:7.2f} MB/s")
    print(f"pipeline / eyecite      {whole / yardstick:7.1f} x")


def questions() -> None:
    """The chain question against the same edges fetched by one bare recursive statement."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        with open_store(f"sqlite:{path}") as store:
            seconds = best(lambda: ingest([CORPUS], store))
            loaded = store.documents()
            roots = loaded[:50]
            ours = best(lambda: [chain(store, root) for root in roots])
            edges = sum(n for key, n in store.counts().items() if key.startswith("edge."))
        bare = sqlite3.connect(path)
        by_hand = best(lambda: [by_hand_chain(bare, root) for root in roots])
        bare.close()
    print(f"load, {len(loaded)} documents      {edges / seconds:7.0f} edges/s, read and stored")
    print(f"chain / bare SQL        {ours / by_hand:7.2f} x")


def by_hand_chain(connection: sqlite3.Connection, root: str) -> list[tuple[object, ...]]:
    """The chain of ``root`` with its evidence, as one would write it in SQL."""
    kinds = json.dumps(list(BASIS_KINDS))
    return connection.execute(
        """
        WITH RECURSIVE up(id, depth) AS (
          SELECT id, 0 FROM node WHERE uid = ?
          UNION SELECT e.dst, depth + 1 FROM up JOIN edge e ON e.src = up.id
          WHERE depth < 6 AND e.kind IN (SELECT value FROM json_each(?))
        ) SELECT DISTINCT n.uid, e.kind, m.uid, e.evidence FROM up JOIN node n ON n.id = up.id
          JOIN edge e ON e.src = up.id JOIN node m ON m.id = e.dst
          WHERE e.kind IN (SELECT value FROM json_each(?))
        """,
        (root, kinds, kinds),
    ).fetchall()


def rate(size: int, work: Callable[[], object]) -> float:
    """Megabytes per CPU second, best of the rounds."""
    return size / 1e6 / best(work)


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest round."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return max(min(seconds), 1e-9)


if __name__ == "__main__":
    main()
