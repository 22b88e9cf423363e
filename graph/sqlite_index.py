"""The words by which SQLite finds a node: what is indexed, and the index kept in step."""

import json
import sqlite3
from collections.abc import Sequence

from graph.folding import FOLD_VERSION, fold
from graph.model import Json, Node, NodeKind
from graph.rows import node_of
from graph.snippet import without_markup

#: what an index was built by; another one is built anew
INDEX_VERSION = f"{FOLD_VERSION}.2"

#: properties whose words find a node, beside its label
NAMED = (
    "type", "number", "symbol", "title", "short_title", "issuer", "year", "issued",
    "name", "short_name", "aliases", "path", "deliverable", "time",
)  # fmt: skip


def number_key(node: Node) -> str | None:
    """The number a document is found by (số): folded, no leading noughts; None without one."""
    number = node.properties.get("number")
    if node.kind is not NodeKind.DOCUMENT or not isinstance(number, str | int):
        return None
    return bare_number(str(number))


def bare_number(number: str) -> str | None:
    """``05/2026`` → ``5/2026``; None for an empty one."""
    return fold(number).strip().lstrip("0") or None


def title_words(node: Node) -> str:
    """The folded words of label and names, what the first column of the index holds."""
    values = [node.label, *(_plain(node.properties.get(name)) for name in NAMED)]
    values.append(number_key(node) or "")  # "05" is found as "5" too
    return fold(" ".join(dict.fromkeys(value for value in values if value)))


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
    return [
        (id, title_words(node_of(uid, row)), fold(without_markup(body)))
        for id, uid, row, body in rows
    ]


def _plain(value: Json) -> str:
    if isinstance(value, list | tuple):
        return " ".join(_plain(part) for part in value)
    return "" if value is None or isinstance(value, dict) else str(value)
