"""Ids are text outside and integers inside a SQLite store."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from graph.jsontext import canonical

#: most integers in one list that a statement is given
CHUNK = 5000


def integers(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, int]:
    """The integers of the known ones of these ids."""
    rows = db.execute(
        "SELECT n.uid, n.id FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value",
        (json.dumps(ids),),
    )
    return dict(rows.fetchall())


def names(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, str]:
    """The ids of these integers."""
    rows = db.execute(
        "SELECT n.id, n.uid FROM json_each(?) f CROSS JOIN node n ON n.id = f.value",
        (canonical(sorted(ids)),),
    )
    return dict(rows.fetchall())


def listed(values: Sequence[str] | Sequence[int]) -> tuple[str]:
    """The parameters of a statement that takes one list, for ``json_each``."""
    return (json.dumps(values),)


def following(db: sqlite3.Connection, table: str) -> int:
    """The first integer a table has never given to a row; to be used within the transaction."""
    (last,) = db.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?", (table,)
    ).fetchone()
    return int(last) + 1
