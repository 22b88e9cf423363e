"""Reading back from SQLite what documents said, to move them to another store."""

import json
import sqlite3
from collections.abc import Sequence

from graph.engine.rows import node_of, shown_node
from graph.engine.statement import Statement, blank, spoken
from graph.jsontext import parsed
from graph.model import EdgeKind, GraphDelta
from graph.sqlite.sayings import sayings

_OF = "FROM json_each(?) f CROSS JOIN node d ON d.uid = f.value"
TEXTS = f"""
SELECT d.uid, t.source, t.digest, t.body, t.said, t.heard {_OF} JOIN document t ON t.node = d.id
"""
OWNED = f"SELECT d.uid, n.uid, n.kind, n.label, n.props {_OF} JOIN node n ON n.owner = d.id"
REFERENCES = f"""
SELECT d.uid, n.uid, v.row, v.id {_OF} JOIN saying s ON s.doc = d.id
CROSS JOIN json_each(s.variants) r CROSS JOIN variant v ON v.id = r.value
CROSS JOIN node n ON n.id = v.node
"""
EDGES = f"""
SELECT d.uid, s.uid, e.kind, t.uid, e.evidence {_OF} JOIN edge e ON e.doc = d.id
JOIN node s ON s.id = e.src JOIN node t ON t.id = e.dst
"""
ISSUES = f"SELECT d.uid, i.body {_OF} JOIN issue i ON i.doc = d.id ORDER BY d.uid, i.place"


def digests(db: sqlite3.Connection) -> dict[str, str]:
    """Loaded document → digest of all that it says and heard."""
    rows = db.execute(
        "SELECT n.uid, d.said || d.heard FROM document d JOIN node n ON n.id = d.node ORDER BY 1"
    )
    return dict(rows.fetchall())


def file_digests(db: sqlite3.Connection) -> set[str]:
    """Digests of the files that the loaded documents were read from."""
    return {digest for (digest,) in db.execute("SELECT digest FROM document")}


def said(db: sqlite3.Connection, documents: Sequence[str]) -> dict[str, GraphDelta]:
    """What these documents said."""
    asked = (json.dumps(documents),)
    found: dict[str, Statement] = {row[0]: blank(*row) for row in db.execute(TEXTS, asked)}
    known = (json.dumps(sorted(found)),)
    for document, *row in db.execute(OWNED, known):
        found[document].owned[row[0]] = shown_node(row)
    for document, uid, described, _ in db.execute(REFERENCES, known):
        found[document].references[uid] = node_of(uid, described)
    for document, source, kind, target, proof in db.execute(EDGES, known):
        found[document].edges[source, EdgeKind(kind), target, document] = proof
    for document, body in db.execute(ISSUES, known):
        found[document].issues.append(body)
    for document, notes in sayings(db, sorted(found)).items():
        found[document].offers.extend((key, value) for key, value in parsed(notes.offers))
        found[document].asks.extend(parsed(notes.asks))
    return {document: spoken(statement) for document, statement in found.items()}
