"""The full-text index of SQLite, kept in step with the rows it stands for."""

import sqlite3
from collections.abc import Mapping

from graph.engine.rows import node_of, shown_node
from graph.engine.searchable import body_words, title_words
from graph.engine.standing import Held, NodeChange
from graph.model import Node
from graph.sqlite.ids import listed

#: the first value NULL: these are the words of a row; ``delete``: these were its words
WRITE = "INSERT INTO fts(fts, rowid, title, body) VALUES (?, ?, ?, ?)"
ALL = """
SELECT n.id, n.uid, n.kind, n.label, n.props, coalesce(d.body, '')
FROM json_each(?) f CROSS JOIN node n ON n.id = f.value LEFT JOIN document d ON d.node = n.id
"""


def reindex(
    db: sqlite3.Connection,
    ids: Mapping[str, int],
    held: Mapping[str, Held],
    change: NodeChange,
    before: Mapping[str, str],
    texts: Mapping[str, str],
) -> None:
    """Follow a change of nodes and texts: ``before`` and ``texts`` hold those of the documents.

    Rows go in by rising integer, the old words of one before its new ones: any other order makes
    the index write what it has gathered to the file and begin anew.
    """
    put = {one.node.id: one for one in change.put}
    gone = set(change.gone)
    rows: list[tuple[str | None, int, str, str]] = []
    for uid in sorted(put.keys() | before.keys() | texts.keys() | gone, key=ids.__getitem__):
        old, new = held.get(uid), put.get(uid)
        was, text = before.get(uid, ""), texts.get(uid, "")
        if old and (uid in gone or was != text or (new and new.shown)):
            rows.append(("delete", ids[uid], *_words(node_of(uid, old.row), was)))
        elif old:
            continue
        if uid not in gone:
            node = new.node if new else node_of(uid, held[uid].row)
            rows.append((None, ids[uid], *_words(node, text)))
    db.executemany(WRITE, rows)


def index_everything(db: sqlite3.Connection) -> None:
    """Build the index anew, when the folding changed or the file came without one."""
    db.execute("INSERT INTO fts(fts) VALUES ('delete-all')")
    ids = [id for (id,) in db.execute("SELECT id FROM node ORDER BY id")]
    for start in range(0, len(ids), 1000):
        rows = db.execute(ALL, listed(ids[start : start + 1000]))
        words = [(id, *_words(shown_node(row), body)) for id, *row, body in rows]
        db.executemany(WRITE, [(None, *row) for row in words])


def _words(node: Node, body: str) -> tuple[str, str]:
    return title_words(node), body_words(body) if body else ""
