"""Reading SQLite: nodes, edges, evidence, texts. Ids are text outside, integers inside.

Lists of ids go in as one JSON array joined with CROSS JOIN, which fixes the query plan.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from operator import itemgetter

from graph.engine.decoding import EDGE_KINDS, edges_of, shown_nodes
from graph.engine.moves import Move
from graph.engine.rows import evidence_of, issue_of, node_of
from graph.engine.searchable import bare_number
from graph.model import Edge, EdgeKey, EdgeKind, Evidence, Issue, Node, NodeKind
from graph.sqlite.ids import names
from graph.sqlite.links import census as census
from graph.sqlite.links import link_counts as link_counts
from graph.sqlite.links import links as links
from graph.sqlite.parts import incident as incident
from graph.sqlite.parts import induced as induced
from graph.sqlite.said import digests as digests
from graph.sqlite.said import file_digests as file_digests
from graph.sqlite.said import said as said
from graph.sqlite.search import NODE
from graph.sqlite.search import search as search
from graph.sqlite.walk import chunks, ends_of, of_kinds
from graph.sqlite.walk import reach as reach
from graph.sqlite.walk import resting as resting
from graph.sqlite.walk import routes as routes
from graph.sqlite.walk import steps as steps
from graph.store import StoredText

DESCRIBERS = """
SELECT d.uid FROM describer r CROSS JOIN node d ON d.id = r.rowid WHERE r.describer MATCH ?
ORDER BY d.uid LIMIT ?
"""
FIRST = itemgetter(0)
#: who is referred to by so many documents is found by an index (``mention_often``)
OFTEN = 32


def nodes(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Node]:
    """The known ones of these nodes."""
    rows = db.execute(
        f"SELECT {NODE} FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value",
        (json.dumps(ids),),
    )
    return {node.id: node for node in shown_nodes(rows.fetchall())}


def expand(
    db: sqlite3.Connection, ids: Sequence[str], kinds: Sequence[EdgeKind], reverse: bool
) -> list[Edge]:
    """Edges of these kinds that leave (or reach) the nodes, sorted, without evidence."""
    here, there = ends_of(Move(tuple(kinds), reverse))
    rows: list[tuple[str, str, int, int]] = []
    for part in chunks(ids, json.dumps):
        rows += db.execute(
            f"SELECT f.value, e.kind, e.{there}, e.doc FROM json_each(?) f"
            f" CROSS JOIN node n ON n.uid = f.value"
            f" CROSS JOIN edge e ON e.{here} = n.id{of_kinds(kinds)}",
            (part,),
        ).fetchall()
    if not rows:
        return []
    named = names(db, {id for *_, far, doc in rows for id in (far, doc)})
    edges = [(near, kind, named[far], named[doc]) for near, kind, far, doc in rows]
    if reverse:
        edges = [(far, kind, near, by) for near, kind, far, by in edges]
    return [
        Edge(source, EDGE_KINDS[kind], target, by) for source, kind, target, by in sorted(edges)
    ]


def evidence(
    db: sqlite3.Connection, keys: Sequence[EdgeKey]
) -> dict[EdgeKey, tuple[Evidence, ...]]:
    """The proof of the known ones of these edges."""
    rows = db.execute(
        "SELECT f.key, e.evidence FROM json_each(?) f"
        " CROSS JOIN node s ON s.uid = json_extract(f.value, '$[0]')"
        " CROSS JOIN node t ON t.uid = json_extract(f.value, '$[2]')"
        " CROSS JOIN node d ON d.uid = json_extract(f.value, '$[3]')"
        " CROSS JOIN edge e ON e.src = s.id AND e.kind = json_extract(f.value, '$[1]')"
        " AND e.dst = t.id AND e.doc = d.id",
        (json.dumps(keys),),
    )
    return {keys[place]: evidence_of(proof) for place, proof in rows}


def hubs(db: sqlite3.Connection, ids: Sequence[str], most: int) -> set[str]:
    """Those of the nodes that more than ``most`` edges touch; counting stops there."""
    rows = db.execute(
        "SELECT n.uid FROM json_each(?1) f CROSS JOIN node n ON n.uid = f.value WHERE"
        " (SELECT count(*) FROM (SELECT 1 FROM edge e WHERE e.src = n.id LIMIT ?2 + 1))"
        " + (SELECT count(*) FROM (SELECT 1 FROM edge e WHERE e.dst = n.id LIMIT ?2 + 1)) > ?2",
        (json.dumps(ids), most),
    )
    return {uid for (uid,) in rows}


def listing(
    db: sqlite3.Connection, kind: NodeKind, after: str, limit: int, where: Mapping[str, str]
) -> list[Node]:
    """A page of a kind by id; ``where`` compares properties by their text."""
    tests = "".join(" AND CAST(json_extract(n.props, ?) AS TEXT) = ?" for _ in where)
    facts = [part for name, value in sorted(where.items()) for part in (_path(name), value)]
    rows = db.execute(
        f"SELECT {NODE} FROM node n WHERE n.kind = ? AND n.uid > ?{tests} ORDER BY n.uid LIMIT ?",
        (kind.value, after, *facts, limit),
    )
    return shown_nodes(rows.fetchall())


def issues(db: sqlite3.Connection, document: str | None, about: str | None) -> list[Issue]:
    """Issues by document and place in it; of one document, of one node, of both, or all."""
    tests = []
    facts = []
    if document is not None:
        tests.append("d.uid = ?")
        facts.append(document)
    if about is not None:
        tests.append("i.id IN (SELECT issue FROM issue_node WHERE uid = ?)")
        facts.append(about)
    rows = db.execute(
        "SELECT i.body FROM issue i JOIN node d ON d.id = i.doc"
        + (" WHERE " + " AND ".join(tests) if tests else "")
        + " ORDER BY d.uid, i.place",
        facts,
    )
    return [issue_of(body) for (body,) in rows]


def issues_by(db: sqlite3.Connection, documents: Sequence[str]) -> dict[str, list[Issue]]:
    """Issues of these documents, by document and place in it."""
    found: dict[str, list[Issue]] = {}
    rows = db.execute(
        "SELECT d.uid, i.body FROM json_each(?) f CROSS JOIN node d ON d.uid = f.value"
        " CROSS JOIN issue i ON i.doc = d.id ORDER BY d.uid, i.place",
        (json.dumps(documents),),
    )
    for document, body in rows:
        found.setdefault(document, []).append(issue_of(body))
    return found


def numbered(db: sqlite3.Connection, number: str, year: str) -> list[Node]:
    """Documents of a number and year, by id."""
    rows = db.execute(
        f"SELECT {NODE} FROM node n WHERE n.number = ?"
        " AND CAST(json_extract(n.props, '$.year') AS TEXT) = ? ORDER BY n.uid",
        (bare_number(number), year),
    )
    return shown_nodes(rows.fetchall())


def most_referenced(db: sqlite3.Connection, status: str, limit: int) -> list[tuple[Node, int]]:
    """Loaded or merely cited documents by how many documents refer to them."""
    for least in (OFTEN, 1):
        rows = db.execute(
            f"SELECT {NODE}, m.documents FROM mention m CROSS JOIN node n ON n.id = m.node"
            f" WHERE m.documents >= {least} AND n.kind = 'document' AND (n.owner IS NULL) = ?"
            " ORDER BY m.documents DESC, n.uid LIMIT ?",
            (status == "cited", limit),
        ).fetchall()
        if len(rows) == limit:
            break
    return [(node, row[4]) for node, row in zip(shown_nodes(rows), rows, strict=True)]


def text(db: sqlite3.Connection, document: str) -> StoredText | None:
    """The original text of a loaded document."""
    row = db.execute(
        "SELECT n.uid, d.source, d.body, d.digest FROM node n JOIN document d ON d.node = n.id"
        " WHERE n.uid = ?",
        (document,),
    ).fetchone()
    return StoredText(*row) if row else None


def documents(db: sqlite3.Connection) -> list[str]:
    """Ids of the loaded documents, sorted."""
    rows = db.execute("SELECT n.uid FROM document d JOIN node n ON n.id = d.node ORDER BY n.uid")
    return [uid for (uid,) in rows]


def counts(db: sqlite3.Connection) -> dict[str, int]:
    """Rows by kind, as the contract names them."""
    rows = [
        *db.execute("SELECT kind, count(*) FROM node GROUP BY kind"),
        *db.execute("SELECT 'document.loaded', count(*) FROM saying"),
        *db.execute("SELECT 'edge.' || kind, edges FROM edge_count WHERE edges > 0"),
        *db.execute("SELECT 'issue.' || severity, count(*) FROM issue GROUP BY severity"),
    ]
    zeros = dict.fromkeys((*(kind.value for kind in NodeKind), "document.loaded"), 0)
    return zeros | dict(sorted(rows))


def offers(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Who tells what under these keys."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = db.execute(
        "SELECT o.key, o.value, n.uid FROM json_each(?) f CROSS JOIN offer o ON o.key = f.value"
        " JOIN node n ON n.id = o.doc ORDER BY o.key, o.value, n.uid",
        (json.dumps(keys),),
    )
    for key, value, uid in rows:
        found.setdefault(key, []).append((value, uid))
    return found


def askers(db: sqlite3.Connection, keys: Sequence[str]) -> list[str]:
    """Loaded documents that asked any of these keys."""
    rows = db.execute(
        "SELECT DISTINCT n.uid FROM json_each(?) f CROSS JOIN ask a ON a.key = f.value"
        " JOIN node n ON n.id = a.doc ORDER BY n.uid",
        (json.dumps(keys),),
    )
    return [uid for (uid,) in rows]


def claims(
    db: sqlite3.Connection, ids: Sequence[str], most: int | None
) -> dict[str, list[tuple[str, Node]]]:
    """Every reference to these nodes as its document words it, or the first of those alike."""
    found: dict[str, list[tuple[str, Node]]] = {}
    ways = db.execute(
        "SELECT n.uid, v.row, v.id FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value"
        " CROSS JOIN vote c ON c.node = n.id CROSS JOIN variant v ON v.id = c.variant"
        " ORDER BY n.uid",
        (json.dumps(ids),),
    ).fetchall()
    for uid, row, variant in ways:
        node = node_of(uid, row)
        told = db.execute(DESCRIBERS, (str(variant), -1 if most is None else most))
        found.setdefault(uid, []).extend((document, node) for (document,) in told)
    return {uid: sorted(claims, key=FIRST) for uid, claims in found.items()}


def node_page(db: sqlite3.Connection, after: str, limit: int) -> list[Node]:
    """The next nodes by id."""
    rows = db.execute(
        f"SELECT {NODE} FROM node n WHERE n.uid > ? ORDER BY n.uid LIMIT ?", (after, limit)
    )
    return shown_nodes(rows.fetchall())


def edge_page(db: sqlite3.Connection, after: EdgeKey | None, limit: int) -> list[Edge]:
    """The next edges by key; the edges of one source are ordered as they are met."""
    rows = db.execute(
        "SELECT s.uid, e.kind, t.uid, d.uid, e.evidence FROM node s"
        " CROSS JOIN edge e ON e.src = s.id JOIN node t ON t.id = e.dst"
        " JOIN node d ON d.id = e.doc"
        " WHERE s.uid >= ? AND (s.uid, e.kind, t.uid, d.uid) > (?, ?, ?, ?)"
        " ORDER BY s.uid, e.kind, t.uid, d.uid LIMIT ?",
        ((after or ("",))[0], *(after or ("", "", "", "")), limit),
    )
    return edges_of(rows.fetchall())


def _path(name: str) -> str:
    """A property's JSON path; quoted, so that a name is never read as a path of its own."""
    return '$."' + name.replace('"', '\\"') + '"'
