"""The issues, offers and asks of documents in SQLite, and who must be read again because of them.

Everything here runs inside one transaction that the caller opened.
"""

import sqlite3
from collections.abc import Mapping, Sequence

from graph.engine.heard import heard
from graph.engine.rows import issue_of
from graph.engine.statement import Statement
from graph.sqlite.ids import listed

#: documents that are looked at again in one transaction
MANY = 5000

OFFERS_BEFORE = """
SELECT n.uid, o.key, o.value FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
JOIN offer o ON o.doc = n.id
"""


def replace_notes(
    db: sqlite3.Connection,
    changed: Sequence[Statement],
    known: Sequence[str],
    ids: Mapping[str, int],
) -> None:
    """Keep what documents doubt, offer and ask (nghi vấn, điều cho biết, điều hỏi); ``known``:
    those that were loaded before."""
    before = set(db.execute(OFFERS_BEFORE, listed(known)))
    for table in ("issue", "offer", "ask"):
        db.executemany(f"DELETE FROM {table} WHERE doc = ?", [(ids[uid],) for uid in known])
    offers = {(s.document, key, value) for s in changed for key, value in s.offers}
    asks = [(key, ids[s.document]) for s in changed for key in s.asks]
    db.executemany(
        "INSERT INTO offer(key, value, doc) VALUES (?, ?, ?)",
        sorted((key, value, ids[document]) for document, key, value in offers),
    )
    db.executemany("INSERT INTO ask(key, doc) VALUES (?, ?)", sorted(asks))
    _write_issues(db, changed, ids)
    _unsettle_askers(db, {key for _, key, _ in before ^ offers})


def hear(db: sqlite3.Connection, heard: Sequence[tuple[str, int]]) -> None:
    """(what it heard, document) of those that say the same as before but heard something else."""
    db.executemany("UPDATE document SET heard = ?, unsettled = 1 WHERE node = ?", heard)


def settle(db: sqlite3.Connection, after: int) -> tuple[int, list[str]] | None:
    """Of the next documents that are to be looked at, the last and those whose questions have other
    answers now; the others are checked off. None when there are no more."""
    rows = db.execute(
        "SELECT d.node, n.uid, d.heard FROM document d JOIN node n ON n.id = d.node"
        " WHERE d.unsettled = 1 AND d.node > ? ORDER BY d.node LIMIT ?",
        (after, MANY),
    ).fetchall()
    if not rows:
        return None
    right = [(doc,) for doc, _, known in rows if known == _answers(db, doc)]
    db.executemany("UPDATE document SET unsettled = 0 WHERE node = ?", right)
    settled = {doc for (doc,) in right}
    return rows[-1][0], [uid for doc, uid, _ in rows if doc not in settled]


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
        listed(sorted(keys)),
    )


def _write_issues(
    db: sqlite3.Connection, changed: Sequence[Statement], ids: Mapping[str, int]
) -> None:
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM issue").fetchone()
    issues: list[tuple[int, int, int, str, str]] = []
    about: set[tuple[str, int]] = set()
    for said in changed:
        for place, row in enumerate(said.issues):
            issue, id = issue_of(row), last + len(issues) + 1
            issues.append((id, ids[said.document], place, issue.severity.value, row))
            about.update((uid, id) for uid in issue.nodes)
    db.executemany("INSERT INTO issue(id, doc, place, severity, body) VALUES (?, ?, ?, ?, ?)",
                   issues)  # fmt: skip
    db.executemany("INSERT INTO issue_node(uid, issue) VALUES (?, ?)", sorted(about))
