"""`make bench`: speed as ratios in one run on the sample corpus; figures hold for this machine.

Reading (``bench_reading``) is compared with eyecite, the finder of American citations; a question
is compared with the same question put to SQLite by hand. Best of several rounds of CPU
time. Nothing here asserts: a timed test would fail on a busy machine.
"""

import json
import sqlite3
import tempfile
from pathlib import Path

from bench_reading import best, reading

from api.ingest import ingest
from graph import open_store
from graph.model import BASIS_KINDS
from graph.questions.chain import chain

CORPUS = Path(__file__).parent / "corpus"


def main() -> None:
    """Print every figure, one a line."""
    reading()
    questions()


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


if __name__ == "__main__":
    main()
