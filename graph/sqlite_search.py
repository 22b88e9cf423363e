"""Search in SQLite: known short names and exact numbers first, then all words.

The order is told by the graph alone, so that it is the same on every engine.
"""

import json
import sqlite3
from collections.abc import Sequence

from graph.folding import words
from graph.model import Hit, NodeKind
from graph.rows import shown_node
from graph.searchable import asked_numbers, bare_words
from graph.snippet import snippet

NODE = "n.uid, n.kind, n.label, n.props"

EXACT = 500


def search(
    db: sqlite3.Connection, text: str, kinds: Sequence[NodeKind], limit: int, offset: int
) -> list[Hit]:
    """Nodes for a query as a person types it, with or without diacritics (tìm kiếm)."""
    asked = words(text)
    if not asked or limit <= 0:
        return []
    wanted = json.dumps([kind.value for kind in kinds or tuple(NodeKind)])
    exact = list(dict.fromkeys([*_by_alias(db, asked, wanted), *_by_number(db, text, wanted)]))
    ids = exact[offset : offset + limit]
    if len(ids) < limit:
        ids += _by_words(db, asked, wanted, exact, limit - len(ids), max(0, offset - len(exact)))
    return _hits(db, ids, asked)


def _by_alias(db: sqlite3.Connection, asked: Sequence[str], kinds: str) -> list[int]:
    """What loaded documents call by exactly these words ("gọi tắt là …")."""
    rows = db.execute(
        "SELECT DISTINCT n.id FROM offer o JOIN node n ON n.uid = o.value WHERE o.key = ?"
        " AND n.kind IN (SELECT value FROM json_each(?)) ORDER BY n.mentions DESC, n.uid LIMIT ?",
        ("alias:" + " ".join(asked), kinds, EXACT),
    )
    return [id for (id,) in rows]


def _by_number(db: sqlite3.Connection, text: str, kinds: str) -> list[int]:
    """Documents of a number in the query whose name holds all the other words too."""
    numbers = asked_numbers(text)
    if not numbers:
        return []
    rows = db.execute(
        "SELECT n.id FROM node n WHERE n.number IN (SELECT value FROM json_each(?))"
        " AND n.kind IN (SELECT value FROM json_each(?))"
        " AND n.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)"
        " ORDER BY n.owner IS NULL, n.mentions DESC, n.uid LIMIT ?",
        (json.dumps(numbers), kinds, f"title : ({_match(bare_words(text))})", EXACT),
    )
    return [id for (id,) in rows]


def _by_words(
    db: sqlite3.Connection,
    asked: Sequence[str],
    kinds: str,
    but: Sequence[int],
    limit: int,
    offset: int,
) -> list[int]:
    """What has all words: in its name before in its text, then what most documents refer to."""
    match = _match(asked)
    rows = db.execute(
        "SELECT n.id FROM fts CROSS JOIN node n ON n.id = fts.rowid WHERE fts MATCH ?"
        " AND n.kind IN (SELECT value FROM json_each(?))"
        " AND n.id NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY n.id NOT IN (SELECT rowid FROM fts WHERE fts MATCH ?),"
        " n.mentions DESC, length(n.label), n.uid LIMIT ? OFFSET ?",
        (match, kinds, json.dumps(list(but)), f"title : ({match})", limit, offset),
    )
    return [id for (id,) in rows]


def _match(asked: Sequence[str]) -> str:
    """All words, the last as far as it is typed; words are letters and digits, so quoting holds."""
    return " AND ".join(f'"{word}"' for word in asked) + "*"


def _hits(db: sqlite3.Connection, ids: Sequence[int], asked: Sequence[str]) -> list[Hit]:
    rows = db.execute(
        f"SELECT {NODE}, n.id, d.body FROM json_each(?) f CROSS JOIN node n ON n.id = f.value"
        " LEFT JOIN document d ON d.node = n.id ORDER BY f.key",
        (json.dumps(list(ids)),),
    )
    return [Hit(found := shown_node(row), snippet(found, row[5] or "", asked)) for row in rows]
