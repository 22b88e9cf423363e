"""How documents describe nodes, counted in SQLite (cách dẫn chiếu, đếm theo văn bản)."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from graph.engine.standing import Description
from graph.sqlite.ids import following, listed

READINGS = """
SELECT n.uid, v.row, c.documents, v.id FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
CROSS JOIN vote c ON c.node = n.id CROSS JOIN variant v ON v.id = c.variant
"""
CREATE = "INSERT INTO variant(id, node, row) VALUES (?, ?, ?)"
COUNT = """
INSERT INTO vote(node, variant, documents) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET documents = excluded.documents
"""
SILENT = "DELETE FROM vote WHERE node = ? AND variant = ?"
DROP_SILENT = "DELETE FROM variant WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to describe a node as the file has it: its integer, by how many documents."""

    variant: int
    documents: int


def readings(db: sqlite3.Connection, uids: Sequence[str]) -> dict[Description, Reading]:
    """All descriptions of these nodes."""
    rows = db.execute(READINGS, listed(uids)).fetchall()
    return {(uid, row): Reading(variant, documents) for uid, row, documents, variant in rows}


def write_votes(
    db: sqlite3.Connection,
    ids: Mapping[str, int],
    held: Mapping[Description, Reading],
    moved: Iterable[tuple[Description, int]],
) -> dict[Description, int]:
    """Count descriptions anew; those nobody gives are dropped. ``held``: the known descriptions of
    all known nodes that are spoken of differently. The integers of these and of the new ones."""
    variants = {described: reading.variant for described, reading in held.items()}
    fresh = count(following(db, "variant"))
    created, counted, silent = [], [], []
    for described, more in moved:
        node, reading = ids[described[0]], held.get(described)
        if reading is None:
            variants[described] = variant = next(fresh)
            created.append((variant, node, described[1]))
            counted.append((node, variant, more))
        elif documents := reading.documents + more:
            counted.append((node, reading.variant, documents))
        else:
            silent.append((node, reading.variant))
    db.executemany(CREATE, created)
    db.executemany(COUNT, sorted(counted))
    db.executemany(SILENT, silent)
    db.executemany(DROP_SILENT, [(variant,) for _, variant in silent])
    return variants
