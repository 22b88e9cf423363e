"""How documents describe nodes, counted in SQLite (cách dẫn chiếu, đếm theo văn bản)."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from graph.sqlite_ids import listed
from graph.standing import Description, Vote

READINGS = """
SELECT n.uid, v.row, v.documents FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
CROSS JOIN variant v ON v.node = n.id
"""
COUNT = """
INSERT INTO variant(node, row, documents) VALUES (?, ?, ?)
ON CONFLICT(node, row) DO UPDATE SET documents = documents + excluded.documents
"""
REFER = "INSERT INTO reference(doc, variant) SELECT ?, id FROM variant WHERE node = ? AND row = ?"
REFER_NO_MORE = """
DELETE FROM reference
WHERE doc = ? AND variant = (SELECT id FROM variant WHERE node = ? AND row = ?)
"""
DROP_SILENT = "DELETE FROM variant WHERE node = ? AND row = ? AND documents = 0"


def readings(db: sqlite3.Connection, uids: Sequence[str]) -> list[tuple[str, str, int]]:
    """(node, how it is described, by how many documents) of these nodes."""
    return db.execute(READINGS, listed(uids)).fetchall()


def write_votes(
    db: sqlite3.Connection,
    ids: Mapping[str, int],
    moved: Iterable[tuple[Description, int]],
    gone: Iterable[Vote],
    new: Iterable[Vote],
) -> None:
    """Count descriptions anew and keep who gives them; those nobody gives are dropped."""
    counted = [(ids[id], row, more) for (id, row), more in moved]
    db.executemany(COUNT, sorted(counted))
    db.executemany(REFER_NO_MORE, sorted((ids[by], ids[id], row) for by, id, row in gone))
    db.executemany(REFER, sorted((ids[by], ids[id], row) for by, id, row in new))
    db.executemany(DROP_SILENT, sorted((id, row) for id, row, more in counted if more < 0))
