"""The edges of one SQLite node counted and paged: nobody reads all that thousands say of a law."""

import json
import sqlite3
from collections.abc import Sequence

from graph.engine.census import Census, Trait
from graph.engine.rows import evidence_of
from graph.model import Edge, EdgeKey, EdgeKind, NodeKind
from graph.sqlite.walk import of_kinds


def links(
    db: sqlite3.Connection,
    id: str,
    kinds: Sequence[EdgeKind],
    reverse: bool,
    other: NodeKind | None,
    after: EdgeKey | None,
    limit: int,
    proof: bool,
) -> list[Edge]:
    """A page of a node's edges by key, with evidence where it is asked for."""
    here, there = ("dst", "src") if reverse else ("src", "dst")
    key = "o.uid, e.kind, d.uid" if reverse else "e.kind, o.uid, d.uid"
    tests, facts = "", []
    if other is not None:
        tests += " AND o.kind = ?"
        facts.append(other.value)
    if after is not None:
        source, kind, target, by = after
        tests += f" AND ({key}) > (?, ?, ?)"
        facts += [source, kind.value, by] if reverse else [kind.value, target, by]
    rows = db.execute(
        f"SELECT o.uid, e.kind, d.uid, e.id FROM node n CROSS JOIN edge e ON e.{here} = n.id"
        " AND e.kind IN (SELECT value FROM json_each(?))"
        f" CROSS JOIN node o ON o.id = e.{there} CROSS JOIN node d ON d.id = e.doc"
        f" WHERE n.uid = ?{tests} ORDER BY {key} LIMIT ?",
        (_values(kinds), id, *facts, limit),
    ).fetchall()
    proofs = _proofs(db, [edge for *_, edge in rows]) if proof else {}
    ends = [((end, id) if reverse else (id, end), kind, by, at) for end, kind, by, at in rows]
    return [
        Edge(source, EdgeKind(kind), target, by, evidence_of(proofs[at]) if proof else ())
        for (source, target), kind, by, at in ends
    ]


def _proofs(db: sqlite3.Connection, edges: Sequence[int]) -> dict[int, str]:
    return dict(
        db.execute(
            "SELECT e.id, e.evidence FROM json_each(?) f CROSS JOIN edge e ON e.id = f.value",
            (json.dumps(edges),),
        ).fetchall()
    )


def link_counts(
    db: sqlite3.Connection, id: str, kinds: Sequence[EdgeKind], reverse: bool
) -> dict[tuple[EdgeKind, NodeKind], int]:
    """How many nodes stand at the other ends, by the kind of the edge and of the node."""
    here, there = ("dst", "src") if reverse else ("src", "dst")
    rows = db.execute(
        f"SELECT e.kind, o.kind, count(DISTINCT o.id) FROM node n CROSS JOIN edge e"
        f" ON e.{here} = n.id{of_kinds(kinds)} CROSS JOIN node o ON o.id = e.{there}"
        " WHERE n.uid = ? GROUP BY e.kind, o.kind",
        (id,),
    )
    return {(EdgeKind(edge), NodeKind(node)): count for edge, node, count in rows}


def census(db: sqlite3.Connection, ids: Sequence[str]) -> Census:
    """How many of these nodes there are of each trait."""
    rows = db.execute(
        "SELECT n.kind, iif(n.kind = 'document', json_extract(n.props, '$.level'), NULL),"
        " iif(n.kind = 'document', json_extract(n.props, '$.type'), NULL),"
        " n.kind <> 'document' OR n.owner IS NOT NULL, count(*)"
        " FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value GROUP BY 1, 2, 3, 4",
        (json.dumps(ids),),
    )
    return {
        Trait(NodeKind(kind), level, type, bool(loaded)): count
        for kind, level, type, loaded, count in rows
    }


def _values(kinds: Sequence[EdgeKind]) -> str:
    return json.dumps([kind.value for kind in kinds])
