"""The issues of documents in SQLite, and who must be read again because of what others offer.

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


def replace_issues(
    db: sqlite3.Connection,
    changed: Sequence[Statement],
    known: Sequence[str],
    ids: Mapping[str, int],
) -> None:
    """Keep what documents doubt (nghi vấn); ``known``: those that were loaded before."""
    db.executemany("DELETE FROM issue WHERE doc = ?", [(ids[uid],) for uid in known])
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


def unsettle_askers(db: sqlite3.Connection, keys: set[str]) -> None:
    """Those who ask for any of these keys are to be looked at again."""
    db.execute(
        "UPDATE document SET unsettled = 1 WHERE unsettled = 0 AND node IN"
        " (SELECT a.doc FROM json_each(?) f CROSS JOIN ask a ON a.key = f.value)",
        listed(sorted(keys)),
    )


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
        "SELECT a.value, o.value, n.uid FROM saying s CROSS JOIN json_each(s.asks) a"
        " CROSS JOIN offer o ON o.key = a.value JOIN node n ON n.id = o.doc WHERE s.doc = ?",
        (doc,),
    ):
        answers.setdefault(key, []).append((value, by))
    return heard(answers)
