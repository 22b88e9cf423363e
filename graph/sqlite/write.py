"""Writing what documents say into SQLite as a difference against what they said before.

Everything here runs inside one transaction that the caller opened. Whole sets go in at once, so
that reading, comparing and writing take one statement for all documents of a batch.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias

from graph.engine.standing import Standing, moves
from graph.engine.statement import Statement
from graph.model import EdgeKey, EdgeKind
from graph.sqlite.ids import listed
from graph.sqlite.index import reindex
from graph.sqlite.nodes import drop_nodes, put_nodes, read_held
from graph.sqlite.notes import hear, replace_issues, unsettle_askers
from graph.sqlite.said import EDGES, OWNED, REFERENCES
from graph.sqlite.sayings import saying, sayings, write_sayings
from graph.sqlite.votes import readings, write_votes
from graph.store import ApplyReport

TEXTS_BEFORE = """
SELECT n.uid, n.id, d.said, d.heard FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
JOIN document d ON d.node = n.id
"""
BODIES = """
SELECT n.uid, d.body FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value
JOIN document d ON d.node = n.id
"""
PUT_TEXTS = """
INSERT INTO document(node, source, digest, said, body, heard) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT(node) DO UPDATE SET source = excluded.source, digest = excluded.digest,
said = excluded.said, body = excluded.body, heard = excluded.heard, unsettled = 1
"""
CREATE_EDGES = "INSERT INTO edge(doc, src, kind, dst, evidence) VALUES (?, ?, ?, ?, ?)"
_THE_EDGE = "WHERE doc = ? AND src = ? AND kind = ? AND dst = ?"
CHANGE_EDGES = f"UPDATE edge SET evidence = ? {_THE_EDGE}"
DROP_EDGES = f"DELETE FROM edge {_THE_EDGE}"
COUNT_EDGES = """
INSERT INTO edge_count VALUES (?, ?) ON CONFLICT(kind) DO UPDATE SET edges = edges + excluded.edges
"""

#: document, source, kind, target, evidence
Row: TypeAlias = tuple[int, int, str, int, str]

FIRST = itemgetter(0)
#: a kind of edge as plain text, which SQLite takes as it is
KINDS = {kind: kind.value for kind in EdgeKind}


def write(db: sqlite3.Connection, statements: Iterable[Statement]) -> ApplyReport:
    """Make the store say of these documents exactly what they say (ghi lời các văn bản)."""
    said = {statement.document: statement for statement in statements}
    before = {row[0]: row[1:] for row in db.execute(TEXTS_BEFORE, listed(sorted(said)))}
    same = {id for id, (_, digest, _) in before.items() if digest == said[id].said}
    heard = [(said[id].heard, before[id][0]) for id in same if before[id][2] != said[id].heard]
    hear(db, sorted(heard))
    changed = [said[id] for id in sorted(said.keys() - same)]
    if not changed:
        return ApplyReport()
    counts = _write(db, changed, sorted(before.keys() - same))
    return ApplyReport(**counts, documents_changed=len(changed))


def forget(db: sqlite3.Connection, silence: Statement) -> bool:
    """Undo all that a loaded document said (quên một văn bản); False when it was not loaded."""
    if not db.execute(TEXTS_BEFORE, listed([silence.document])).fetchall():
        return False
    _write(db, [silence], [silence.document], leaving=True)
    return True


def _write(
    db: sqlite3.Connection,
    changed: Sequence[Statement],
    known: Sequence[str],
    *,
    leaving: bool = False,
) -> Counter[str]:
    """The difference itself; ``known``: those of them that were loaded already."""
    owned: dict[str, list[str]] = {}
    for document, id, *_ in db.execute(OWNED, listed(known)):
        owned.setdefault(document, []).append(id)
    released = [id for ids in owned.values() for id in ids]
    referred = db.execute(REFERENCES, listed(known)).fetchall()
    gone, new = moves(changed, (row[:3] for row in referred))
    spoken_of = dict.fromkeys(id for s in changed for id in s.rows)
    spoken_of |= dict.fromkeys((*known, *released, *[id for _, id, _ in gone]))
    held, ids = read_held(db, list(spoken_of))
    standing = Standing(held)
    standing.own(changed, owned)
    standing.vote(changed, gone, new)
    held_readings = readings(db, standing.touched(released))
    standing.describe((*it, reading.documents) for it, reading in held_readings.items())
    change = standing.change(released)

    bodies = dict(db.execute(BODIES, listed(known)))
    put_nodes(db, change, ids)
    if leaving:
        db.executemany("DELETE FROM document WHERE node = ?", [(ids[id],) for id in known])
    else:
        _write_texts(db, changed, ids)
    variants = write_votes(db, ids, held_readings, standing.descriptions())
    variants |= {(id, row): variant for _, id, row, variant in referred}
    counts = change.counts + _write_edges(db, changed, known, ids)
    after = {} if leaving else {s.document: saying(s, variants) for s in changed}
    unsettle_askers(db, write_sayings(db, ids, sayings(db, known), after))
    replace_issues(db, changed, known, ids)
    drop_nodes(db, [ids[id] for id in change.gone])
    texts = {} if leaving else {s.document: s.text for s in changed}
    reindex(db, ids, held, change, bodies, texts)
    return counts


def _write_texts(
    db: sqlite3.Connection, changed: Sequence[Statement], ids: Mapping[str, int]
) -> None:
    rows = [(ids[s.document], s.source, s.digest, s.said, s.text, s.heard) for s in changed]
    db.executemany(PUT_TEXTS, sorted(rows, key=FIRST))


def _write_edges(
    db: sqlite3.Connection,
    changed: Sequence[Statement],
    known: Sequence[str],
    ids: Mapping[str, int],
) -> Counter[str]:
    before: dict[str, dict[EdgeKey, str]] = {}
    for document, source, kind, target, proof in db.execute(EDGES, listed(known)):
        before.setdefault(document, {})[source, EdgeKind(kind), target, document] = proof
    added, other, gone = list[Row](), list[Row](), list[Row]()
    for doc, statement in sorted([(ids[said.document], said) for said in changed], key=FIRST):
        after, held = statement.edges, before.get(statement.document)
        if held is None:
            added += _rows(doc, after.items(), ids)
            continue
        added += _rows(doc, [edge for edge in after.items() if edge[0] not in held], ids)
        other += _rows(
            doc, [edge for edge in after.items() if held.get(edge[0], edge[1]) != edge[1]], ids
        )
        gone += _rows(doc, [edge for edge in held.items() if edge[0] not in after], ids)
    db.executemany(DROP_EDGES, [row[:-1] for row in gone])
    db.executemany(CHANGE_EDGES, [(row[-1], *row[:-1]) for row in other])
    db.executemany(CREATE_EDGES, added)
    more = Counter(map(itemgetter(2), added))
    more.subtract(map(itemgetter(2), gone))
    db.executemany(COUNT_EDGES, sorted(more.items()))
    return Counter(edges_added=len(added), edges_changed=len(other), edges_removed=len(gone))


def _rows(doc: int, edges: Iterable[tuple[EdgeKey, str]], ids: Mapping[str, int]) -> list[Row]:
    """An edge's document before its ends: what one says stands together."""
    return [
        (doc, ids[source], KINDS[kind], ids[target], proof)
        for (source, kind, target, _), proof in edges
    ]
