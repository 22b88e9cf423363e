"""The full-text index of SQLite, kept in step with the rows it stands for."""

import json
import sqlite3
from collections.abc import Sequence

from graph.rows import node_of
from graph.searchable import body_words, title_words


def keep_words(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Index the present words of these nodes, which are not in the index now."""
    db.executemany("INSERT INTO fts(rowid, title, body) VALUES (?, ?, ?)", _words(db, ids))


def forget_words(db: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Take these nodes out of the index; to be called while their rows are still as indexed."""
    db.executemany(
        "INSERT INTO fts(fts, rowid, title, body) VALUES ('delete', ?, ?, ?)", _words(db, ids)
    )


def index_everything(db: sqlite3.Connection) -> None:
    """Build the index anew, when the folding changed or the file came without one."""
    db.execute("INSERT INTO fts(fts) VALUES ('delete-all')")
    ids = [id for (id,) in db.execute("SELECT id FROM node ORDER BY id")]
    for start in range(0, len(ids), 1000):
        keep_words(db, ids[start : start + 1000])


def _words(db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str, str]]:
    if not ids:
        return []
    rows = db.execute(
        "SELECT n.id, n.uid, json_array(n.kind, n.label, json(n.props)), coalesce(d.body, '')"
        " FROM json_each(?) f CROSS JOIN node n ON n.id = f.value"
        " LEFT JOIN document d ON d.node = n.id",
        (json.dumps(list(ids)),),
    )
    return [(id, title_words(node_of(uid, row)), body_words(body)) for id, uid, row, body in rows]
