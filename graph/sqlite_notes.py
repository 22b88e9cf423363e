"""A document's issues, offers and asks in SQLite, and who must be read again because of them.

Everything here runs inside one transaction that the caller opened.
"""

import json
import sqlite3

from graph.heard import heard
from graph.rows import issue_of
from graph.statement import Statement


def replace_notes(db: sqlite3.Connection, doc: int, said: Statement) -> None:
    """Keep what the document doubts, offers and asks (nghi vấn, điều cho biết, điều hỏi)."""
    before = set(db.execute("SELECT key, value FROM offer WHERE doc = ?", (doc,)))
    for table in ("issue", "offer", "ask"):
        db.execute(f"DELETE FROM {table} WHERE doc = ?", (doc,))
    db.executemany("INSERT INTO offer(doc, key, value) VALUES (?, ?, ?)",
                   [(doc, key, value) for key, value in said.offers])  # fmt: skip
    db.executemany("INSERT INTO ask(doc, key) VALUES (?, ?)", [(doc, key) for key in said.asks])
    _write_issues(db, doc, said)
    _unsettle_askers(db, {key for key, _ in before ^ set(said.offers)})


def hear(db: sqlite3.Connection, said: Statement) -> None:
    """A document that says the same as before may have heard something else."""
    db.execute(
        "UPDATE document SET heard = ?, unsettled = 1 WHERE heard <> ?"
        " AND node = (SELECT id FROM node WHERE uid = ?)",
        (said.heard, said.heard, said.document),
    )


def settle(db: sqlite3.Connection) -> list[str]:
    """Documents whose questions have other answers now; those that heard right are checked off."""
    rows = db.execute(
        "SELECT d.node, n.uid, d.heard FROM document d JOIN node n ON n.id = d.node"
        " WHERE d.unsettled = 1 ORDER BY n.uid"
    ).fetchall()
    right = [(doc,) for doc, _, known in rows if known == _answers(db, doc)]
    db.executemany("UPDATE document SET unsettled = 0 WHERE node = ?", right)
    settled = {doc for (doc,) in right}
    return [uid for doc, uid, _ in rows if doc not in settled]


def _answers(db: sqlite3.Connection, doc: int) -> str:
    answers: dict[str, list[tuple[str, str]]] = {}
    for key, value, by in db.execute(
        "SELECT a.key, o.value, n.uid FROM ask a CROSS JOIN offer o ON o.key = a.key"
        " JOIN node n ON n.id = o.doc WHERE a.doc = ?",
        (doc,),
    ):
        answers.setdefault(key, []).append((value, by))
    return heard(answers)


def _unsettle_askers(db: sqlite3.Connection, keys: set[str]) -> None:
    db.execute(
        "UPDATE document SET unsettled = 1 WHERE unsettled = 0 AND node IN"
        " (SELECT a.doc FROM json_each(?) f CROSS JOIN ask a ON a.key = f.value)",
        (json.dumps(sorted(keys)),),
    )


def _write_issues(db: sqlite3.Connection, doc: int, said: Statement) -> None:
    for place, row in enumerate(said.issues):
        issue = issue_of(row)
        cursor = db.execute(
            "INSERT INTO issue(doc, place, severity, body) VALUES (?, ?, ?, ?)",
            (doc, place, issue.severity.value, row),
        )
        db.executemany(
            "INSERT OR IGNORE INTO issue_node(uid, issue) VALUES (?, ?)",
            [(uid, cursor.lastrowid) for uid in issue.nodes],
        )
