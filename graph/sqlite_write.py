"""Writing one document's statement into SQLite as a difference against what it said before.

Everything here runs inside one transaction that the caller opened.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.errors import ConflictError
from graph.merge import canonical, merge
from graph.model import EdgeKey, Node
from graph.rows import node_of, node_row
from graph.searchable import number_key
from graph.sqlite_index import forget_words, keep_words
from graph.sqlite_notes import hear, replace_notes
from graph.statement import Statement
from graph.store import ApplyReport


@dataclass(slots=True)
class _Change:
    """What is being written and counted for one document."""

    db: sqlite3.Connection
    said: Statement
    ids: dict[str, int]
    doc: int = 0
    fresh: set[int] = field(default_factory=set)  # nodes added now, shown as they should be
    touched: set[int] = field(default_factory=set)  # nodes whose shown row may be another now
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, what: str, rows: int = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + rows


def write(db: sqlite3.Connection, said: Statement) -> ApplyReport:
    """Make the store say of the document exactly what ``said`` says (ghi lời một văn bản)."""
    row = db.execute(
        "SELECT d.said FROM document d JOIN node n ON n.id = d.node WHERE n.uid = ?",
        (said.document,),
    ).fetchone()
    if row and row[0] == said.said:
        hear(db, said)
        return ApplyReport()
    change = _Change(db, said, _ids(db, said.nodes))
    _insert_nodes(change)
    change.doc = change.ids[said.document]
    _refuse_owned_elsewhere(change)
    _write_difference(change)
    _write_document(change)
    replace_notes(db, change.doc, said)
    return ApplyReport(**change.counts)


def forget(db: sqlite3.Connection, silence: Statement) -> None:
    """Undo all that a loaded document said (quên một văn bản)."""
    doc = _ids(db, [silence.document])[silence.document]
    change = _Change(db, silence, {}, doc)
    forget_words(db, [doc])
    db.execute("DELETE FROM document WHERE node = ?", (doc,))
    keep_words(db, [doc])
    replace_notes(db, doc, silence)
    _write_difference(change)


def _write_difference(change: _Change) -> None:
    _write_references(change)
    _disown(change)
    _show(change)
    _write_edges(change)
    _delete_orphans(change)


# -- nodes


def _insert_nodes(change: _Change) -> None:
    """Add the nodes the store has never heard of, as this document describes them."""
    fresh = [node for uid, node in change.said.nodes.items() if uid not in change.ids]
    change.db.executemany(
        "INSERT INTO node(uid, kind, label, props, number) VALUES (?, ?, ?, ?, ?)",
        [_columns(node) for node in fresh],
    )
    change.ids |= _ids(change.db, [node.id for node in fresh])
    change.fresh = {change.ids[node.id] for node in fresh}
    keep_words(change.db, [change.ids[node.id] for node in fresh])
    change.count("nodes_added", len(fresh))


def _refuse_owned_elsewhere(change: _Change) -> None:
    ids = [change.ids[uid] for uid in change.said.owned if uid in change.ids]
    row = change.db.execute(
        "SELECT n.uid, o.uid FROM json_each(?) f CROSS JOIN node n ON n.id = f.value"
        " JOIN node o ON o.id = n.owner WHERE n.owner <> ? ORDER BY n.uid LIMIT 1",
        (json.dumps(ids), change.doc),
    ).fetchone()
    if row:
        raise ConflictError(
            "store.owned_elsewhere", id=row[0], owner=row[1], document=change.said.document
        )


def _write_references(change: _Change) -> None:
    """Vote for the references anew; only changed votes are written."""
    db, touched = change.db, change.touched
    before = {
        (node, row): variant
        for node, row, variant in db.execute(
            "SELECT v.node, v.row, v.id FROM reference r JOIN variant v ON v.id = r.variant"
            " WHERE r.doc = ?",
            (change.doc,),
        )
    }
    after = {(change.ids[uid], node_row(node)) for uid, node in change.said.references.items()}
    for (node, _), variant in ((k, v) for k, v in before.items() if k not in after):
        touched.add(node)
        db.execute("DELETE FROM reference WHERE doc = ? AND variant = ?", (change.doc, variant))
        db.execute("UPDATE variant SET documents = documents - 1 WHERE id = ?", (variant,))
        db.execute("DELETE FROM variant WHERE id = ? AND documents = 0", (variant,))
    votes = sorted(after - before.keys())
    touched.update(node for node, _ in votes)
    db.executemany(
        "INSERT INTO variant(node, row, documents) VALUES (?, ?, 1)"
        " ON CONFLICT(node, row) DO UPDATE SET documents = documents + 1",
        votes,
    )
    db.executemany(
        "INSERT INTO reference(doc, variant) SELECT ?, id FROM variant WHERE node = ? AND row = ?",
        [(change.doc, node, row) for node, row in votes],
    )
    db.execute(
        "UPDATE node SET mentions = (SELECT coalesce(sum(documents), 0) FROM variant v"
        " WHERE v.node = node.id) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(touched)),),
    )


def _disown(change: _Change) -> None:
    """Nodes the document owned and owns no more; they become what others say of them."""
    kept = json.dumps([change.ids[uid] for uid in change.said.owned])
    rows = change.db.execute(
        "UPDATE node SET owner = NULL WHERE owner = ?"
        " AND id NOT IN (SELECT value FROM json_each(?)) RETURNING id",
        (change.doc, kept),
    )
    change.touched.update(id for (id,) in rows.fetchall())


def _show(change: _Change) -> None:
    """Bring the shown rows up to date: the owner's row, else the merge of the references."""
    db = change.db
    owned = {change.ids[uid]: node for uid, node in change.said.owned.items()}
    rows = db.execute(
        "SELECT n.id, n.uid, n.owner, n.kind, n.label, n.props FROM json_each(?) f"
        " CROSS JOIN node n ON n.id = f.value",
        (json.dumps(sorted((change.touched | owned.keys()) - change.fresh)),),
    ).fetchall()
    # what another document owns is shown as that document says
    open_rows = [row for row in rows if row[2] is None or row[0] in owned]
    said = _merged(db, {id: uid for id, uid, *_ in open_rows if id not in owned}) | owned
    fresh = [
        (id, said[id])
        for id, _, _, *old in open_rows
        if id in said and list(_columns(said[id])[1:4]) != old
    ]
    forget_words(db, [id for id, _ in fresh])
    db.executemany(
        "UPDATE node SET kind = ?, label = ?, props = ?, number = ? WHERE id = ?",
        [(*_columns(node)[1:], id) for id, node in fresh],
    )
    keep_words(db, [id for id, _ in fresh])
    db.executemany(
        "UPDATE node SET owner = ? WHERE id = ? AND owner IS NULL",
        [(change.doc, id) for id in owned],
    )
    change.count("nodes_changed", len(fresh))


def _merged(db: sqlite3.Connection, uids: dict[int, str]) -> dict[int, Node]:
    """What the documents say of these nodes together; absent when nobody speaks of one."""
    votes: dict[int, list[tuple[Node, int]]] = {}
    for id, row, documents in db.execute(
        "SELECT v.node, v.row, v.documents FROM json_each(?) f CROSS JOIN variant v"
        " ON v.node = f.value",
        (json.dumps(sorted(uids)),),
    ):
        votes.setdefault(id, []).append((node_of(uids[id], row), documents))
    return {id: merge(readings) for id, readings in votes.items()}


def _delete_orphans(change: _Change) -> None:
    """Nodes that nobody owns or refers to are gone; no edge can end there."""
    rows = change.db.execute(
        "SELECT n.id FROM json_each(?) f CROSS JOIN node n ON n.id = f.value"
        " WHERE n.mentions = 0 AND n.owner IS NULL",
        (json.dumps(sorted(change.touched)),),
    ).fetchall()
    ids = [id for (id,) in rows]
    forget_words(change.db, ids)
    change.db.executemany("DELETE FROM node WHERE id = ?", [(id,) for id in ids])
    change.count("nodes_removed", len(ids))


def _columns(node: Node) -> tuple[str, str, str, str, str | None]:
    return node.id, node.kind.value, node.label, canonical(dict(node.properties)), number_key(node)


# -- edges


def _write_edges(change: _Change) -> None:
    db = change.db
    before = _edges_before(change)
    after = change.said.edges
    gone = [before[key][0] for key in before.keys() - after.keys()]
    changed = [(after[k], before[k][0]) for k in after if k in before and before[k][1] != after[k]]
    db.executemany("DELETE FROM edge WHERE id = ?", [(id,) for id in sorted(gone)])
    db.executemany("UPDATE edge SET evidence = ? WHERE id = ?", changed)
    added = [
        (change.ids[source], kind, change.ids[target], change.doc, after[source, kind, target, by])
        for source, kind, target, by in sorted(after.keys() - before.keys())
    ]
    db.executemany("INSERT INTO edge(src, kind, dst, doc, evidence) VALUES (?, ?, ?, ?, ?)", added)
    change.count("edges_added", len(added))
    change.count("edges_changed", len(changed))
    change.count("edges_removed", len(gone))


def _edges_before(change: _Change) -> dict[EdgeKey, tuple[int, str]]:
    rows = change.db.execute(
        "SELECT e.id, s.uid, e.kind, t.uid, e.evidence FROM edge e JOIN node s ON s.id = e.src"
        " JOIN node t ON t.id = e.dst WHERE e.doc = ?",
        (change.doc,),
    )
    by = change.said.document
    return {(source, kind, target, by): (id, proof) for id, source, kind, target, proof in rows}


# -- the document itself


def _write_document(change: _Change) -> None:
    """Keep the text; its words are indexed anew only when they changed."""
    said, db = change.said, change.db
    body = db.execute("SELECT body FROM document WHERE node = ?", (change.doc,)).fetchone()
    reindex = [] if body == (said.text,) else [change.doc]
    forget_words(db, reindex)
    db.execute(
        "INSERT INTO document(node, source, digest, said, body, heard) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT(node) DO UPDATE SET source = excluded.source, digest = excluded.digest,"
        " said = excluded.said, body = excluded.body, heard = excluded.heard, unsettled = 1",
        (change.doc, said.source, said.digest, said.said, said.text, said.heard),
    )
    keep_words(db, reindex)
    change.count("documents_changed")


def _ids(db: sqlite3.Connection, uids: Iterable[str]) -> dict[str, int]:
    return dict(
        db.execute(
            "SELECT n.uid, n.id FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value",
            (json.dumps(list(uids)),),
        )
    )
