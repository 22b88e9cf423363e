"""How documents describe nodes, counted in SQLite (cách dẫn chiếu, đếm theo văn bản)."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from graph.jsontext import canonical
from graph.sqlite.ids import following, listed
from graph.standing import Description, Vote

READINGS = """
SELECT n.uid, v.row, v.documents FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
CROSS JOIN variant v ON v.node = n.id
"""
IDS = """
SELECT f.key, v.id FROM json_each(?) f CROSS JOIN variant v
ON v.node = json_extract(f.value, '$[0]') AND v.row = json_extract(f.value, '$[1]')
"""
CREATE = "INSERT INTO variant(id, node, row, documents) VALUES (?, ?, ?, ?)"
COUNT = "UPDATE variant SET documents = documents + ? WHERE id = ?"
DROP_SILENT = "DELETE FROM variant WHERE id = ? AND documents = 0"
REFER = "INSERT INTO reference(doc, variant) VALUES (?, ?)"
REFER_NO_MORE = "DELETE FROM reference WHERE doc = ? AND variant = ?"


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
    counted = sorted((ids[id], row, more) for (id, row), more in moved)
    held = dict(db.execute(IDS, (canonical([one[:2] for one in counted]),)))
    fresh = count(following(db, "variant"))
    variants: dict[tuple[int, str], int] = {}
    created, changed = [], []
    for place, (node, row, more) in enumerate(counted):
        variant = held.get(place)
        if variant is None:
            variant = next(fresh)
            created.append((variant, node, row, more))
        else:
            changed.append((more, variant))
        variants[node, row] = variant
    db.executemany(CREATE, created)
    db.executemany(COUNT, changed)
    db.executemany(REFER_NO_MORE, sorted((ids[by], variants[ids[id], row]) for by, id, row in gone))
    db.executemany(REFER, sorted((ids[by], variants[ids[id], row]) for by, id, row in new))
    db.executemany(DROP_SILENT, [(variant,) for more, variant in changed if more < 0])
