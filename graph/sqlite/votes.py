"""How documents describe nodes, counted in SQLite (cách dẫn chiếu, đếm theo văn bản)."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from graph.engine.standing import Description, Vote
from graph.sqlite.ids import following, listed

READINGS = """
SELECT n.uid, v.row, v.documents, v.id FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
CROSS JOIN variant v ON v.node = n.id
"""
CREATE = "INSERT INTO variant(id, node, row, documents) VALUES (?, ?, ?, ?)"
COUNT = "UPDATE variant SET documents = documents + ? WHERE id = ?"
DROP_SILENT = "DELETE FROM variant WHERE id = ? AND documents = 0"
REFER = "INSERT INTO reference(doc, variant) VALUES (?, ?)"
REFER_NO_MORE = "DELETE FROM reference WHERE doc = ? AND variant = ?"


@dataclass(frozen=True, slots=True)
class Readings:
    """How nodes are described: by how many documents, and the integers of the descriptions."""

    counted: Sequence[tuple[str, str, int]]
    variants: Mapping[Description, int]


def readings(db: sqlite3.Connection, uids: Sequence[str]) -> Readings:
    """All descriptions of these nodes."""
    rows = db.execute(READINGS, listed(uids)).fetchall()
    return Readings(
        [(uid, row, documents) for uid, row, documents, _ in rows],
        {(uid, row): variant for uid, row, _, variant in rows},
    )


def write_votes(
    db: sqlite3.Connection,
    ids: Mapping[str, int],
    held: Mapping[Description, int],
    moved: Iterable[tuple[Description, int]],
    gone: Iterable[Vote],
    new: Iterable[Vote],
) -> None:
    """Count descriptions anew and keep who gives them; those nobody gives are dropped. ``held``:
    the known descriptions of all known nodes that are spoken of differently."""
    variants = dict(held)
    fresh = count(following(db, "variant"))
    created, changed = [], []
    for described, more in moved:
        variant = held.get(described)
        if variant is None:
            variants[described] = variant = next(fresh)
            created.append((variant, ids[described[0]], described[1], more))
        else:
            changed.append((more, variant))
    db.executemany(CREATE, created)
    db.executemany(COUNT, changed)
    db.executemany(REFER_NO_MORE, sorted((ids[by], variants[id, row]) for by, id, row in gone))
    db.executemany(REFER, [(ids[by], variants[id, row]) for by, id, row in new])
    db.executemany(DROP_SILENT, [(variant,) for more, variant in changed if more < 0])
