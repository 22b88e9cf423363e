"""Search in SQLite: known short names and exact numbers first, then all words.

The order is told by the graph alone, so that it is the same on every engine.
"""

import json
import sqlite3
from collections.abc import Sequence

from graph.engine.decoding import shown_nodes
from graph.engine.searchable import asked_numbers, bare_words, holds
from graph.engine.snippet import snippet
from graph.model import Hit, NodeKind
from graph.words.folding import words

# the JSON comes as bytes: what is in it is decoded once, when it is parsed
NODE = "n.uid, n.kind, n.label, CAST(n.props AS BLOB)"
#: how many documents refer to a node
MENTIONS = "coalesce((SELECT documents FROM mention WHERE node = n.id), 0)"

EXACT = 500
FEW = 40


def search(
    db: sqlite3.Connection,
    text: str,
    kinds: Sequence[NodeKind],
    limit: int,
    offset: int,
    snippets: bool,
) -> list[Hit]:
    """Nodes for a query as a person types it, with or without diacritics (tìm kiếm)."""
    asked = words(text)
    if not asked or limit <= 0:
        return []
    wanted = _of_kinds(kinds)
    ids = list(dict.fromkeys([*_by_alias(db, asked, wanted), *_by_number(db, text, wanted)]))
    # what has the words in its name comes before what has them in its text only, so the texts are
    # not looked into while there are names enough
    every = _match(asked)
    for match in (f"title : ({every})", every):
        if (more := offset + limit - len(ids)) > 0:
            ids += _by_words(db, match, wanted, ids, more)
    return _hits(db, ids[offset : offset + limit], asked if snippets else ())


def _of_kinds(kinds: Sequence[NodeKind]) -> str:
    """A condition on the nodes ``n``; the plus keeps it from choosing how they are found."""
    wanted = set(kinds or NodeKind)
    if len(wanted) == len(NodeKind):
        return ""
    return f" AND +n.kind IN ({', '.join(repr(kind.value) for kind in sorted(wanted))})"


def _by_alias(db: sqlite3.Connection, asked: Sequence[str], kinds: str) -> list[int]:
    """What loaded documents call by exactly these words ("gọi tắt là …")."""
    rows = db.execute(
        # an offer is an id, or what is known of a document with its id
        "SELECT DISTINCT n.id FROM offer o CROSS JOIN node n"
        " ON n.uid = iif(json_valid(o.value), o.value ->> 'id', o.value) WHERE o.key = ?"
        f"{kinds} ORDER BY {MENTIONS} DESC, n.uid LIMIT ?",
        ("alias:" + " ".join(asked), EXACT),
    )
    return [id for (id,) in rows]


def _by_number(db: sqlite3.Connection, text: str, kinds: str) -> list[int]:
    """Documents of a number in the query whose name holds all the other words too."""
    numbers, asked = asked_numbers(text), bare_words(text)
    if not numbers:
        return []
    of_them = f"FROM json_each(?) f CROSS JOIN node n ON n.number = f.value{kinds}"
    best_first = f"ORDER BY n.owner IS NULL, {MENTIONS} DESC, n.uid LIMIT ?"
    facts = json.dumps(numbers)
    few = db.execute(f"SELECT {NODE}, n.id {of_them} {best_first}", (facts, FEW + 1)).fetchall()
    if len(few) <= FEW:  # their names are looked through sooner than the index is asked
        found = zip(shown_nodes(few), few, strict=True)
        return [row[4] for node, row in found if holds(node, asked)]
    rows = db.execute(
        f"SELECT n.id {of_them} WHERE n.id IN (SELECT rowid FROM fts WHERE fts MATCH ?)"
        f" {best_first}",
        (facts, f"title : ({_match(asked)})", EXACT),
    )
    return [id for (id,) in rows]


def _by_words(
    db: sqlite3.Connection, match: str, kinds: str, but: Sequence[int], limit: int
) -> list[int]:
    """What matches, apart from some nodes; first what most documents refer to."""
    rows = db.execute(
        f"SELECT n.id FROM fts CROSS JOIN node n ON n.id = fts.rowid{kinds} WHERE fts MATCH ?"
        " AND n.id NOT IN (SELECT value FROM json_each(?))"
        f" ORDER BY {MENTIONS} DESC, length(n.label), n.uid LIMIT ?",
        (match, json.dumps(but), limit),
    )
    return [id for (id,) in rows]


def _match(asked: Sequence[str]) -> str:
    """All words, the last as far as it is typed; words are letters and digits, so quoting holds."""
    return " AND ".join(f'"{word}"' for word in asked) + "*"


def _hits(db: sqlite3.Connection, ids: Sequence[int], asked: Sequence[str]) -> list[Hit]:
    """The nodes, with the words asked for where they stand; without such words the nodes alone."""
    body, texts = ("d.body", " LEFT JOIN document d ON d.node = n.id") if asked else ("''", "")
    rows = db.execute(
        f"SELECT {NODE}, {body} FROM json_each(?) f CROSS JOIN node n ON n.id = f.value{texts}"
        " ORDER BY f.key",
        (json.dumps(ids),),
    ).fetchall()
    nodes = zip(shown_nodes(rows), rows, strict=True)
    return [
        Hit(found, snippet(found, row[4] or "", asked) if asked else "") for found, row in nodes
    ]
