"""Pieces of the graph out of SQLite: nodes and edges with their evidence, as one read.

Edges are read by the integers of the file; the ids of their ends come from the nodes, which are
read anyway.
"""

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import Any, TypeAlias

from graph.engine.decoding import edges_of, shown_nodes
from graph.engine.moves import Move, Part
from graph.jsontext import canonical
from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.sqlite.ids import names
from graph.sqlite.search import NODE
from graph.sqlite.walk import chunks, ends_of, of_kinds
from graph.store import Ends

Row: TypeAlias = tuple[Any, ...]

EDGE = "e.id, e.src, e.kind, e.dst, e.doc, CAST(e.evidence AS BLOB)"
#: the edges at a node are often told by others: their names come along
AT = "e.id, e.src, e.kind, e.dst, (SELECT uid FROM node WHERE id = e.doc)"
PROVEN, BARE = f"{AT}, CAST(e.evidence AS BLOB)", f"{AT}, NULL"


def induced(
    db: sqlite3.Connection, ids: Sequence[str], looks: Sequence[tuple[Move, NodeKind]]
) -> Part:
    """The known ones of these nodes and the edges between them."""
    nodes = _Nodes(db)
    nodes.read("uid", json.dumps(ids))
    everything = canonical(list(nodes.ids))
    starts: dict[Move, list[int]] = {}
    for move, kind in looks:
        starts.setdefault(move, []).extend(nodes.of_kind(kind))
    found: dict[int, Row] = {}
    for move, roots in starts.items():
        end, other = ends_of(move)
        for part in chunks(roots):
            # the plus keeps the other end out of the index: SQLite would seek every pair of the set
            rows = db.execute(
                f"SELECT {EDGE} FROM json_each(?) f CROSS JOIN edge e"
                f" ON e.{end} = f.value{of_kinds(move.kinds)}"
                f" WHERE +e.{other} IN (SELECT value FROM json_each(?))",
                (part, everything),
            )
            found |= {row[0]: row for row in rows.fetchall()}
    return Part(nodes.by_id, nodes.edges(found.values()))


def incident(
    db: sqlite3.Connection,
    ids: Sequence[str],
    kinds: Sequence[EdgeKind],
    ends: Ends,
    limit: int | None,
    proofs: bool,
) -> Part:
    """The edges at these nodes, those that leave first, and what stands at the other ends."""
    nodes = _Nodes(db)
    nodes.read("uid", json.dumps(ids))
    asked = list(nodes.ids)
    sides: list[list[Row]] = []
    far: set[int] = set()
    told = left_out = 0
    for move in (Move(tuple(kinds)), Move(tuple(kinds), reverse=True)):
        if not kinds or ends == ("leaving" if move.reverse else "arriving"):
            continue
        looked = _Look(db, asked, move, again=move.reverse and ends == "both")
        rows, beyond = looked.rows(
            PROVEN if proofs else BARE, None if limit is None else limit - told
        )
        sides.append(rows)
        far.update(row[1 if move.reverse else 3] for row in rows)
        told, left_out = told + len(rows), left_out + beyond
    nodes.read("id", canonical(list(far - nodes.ids.keys())))
    named = nodes.ids
    edges = [
        edge
        for rows in sides
        for edge in edges_of(
            sorted([(named[s], kind, named[t], by, proof) for _, s, kind, t, by, proof in rows])
        )
    ]
    return Part(nodes.by_id, edges, left_out)


class _Look:
    """The edges of one direction at some nodes; ``again``: without those between two of them."""

    def __init__(
        self, db: sqlite3.Connection, ids: Sequence[int], move: Move, *, again: bool
    ) -> None:
        end, other = ends_of(move)
        self._db = db
        self._asked = canonical(list(ids))
        edges = (
            f"edge e ON e.{end} = f.value{of_kinds(move.kinds)}"
            + f" AND +e.{other} NOT IN (SELECT value FROM json_each(?1))" * again
        )
        self._edges = f"json_each(?1) f CROSS JOIN {edges}"
        self._named = (
            "json_each(?1) f CROSS JOIN node h ON h.id = f.value"
            f" CROSS JOIN {edges} CROSS JOIN node o ON o.id = e.{other}"
        )
        self._key = "o.uid, e.kind, h.uid" if move.reverse else "h.uid, e.kind, o.uid"

    def rows(self, columns: str, limit: int | None) -> tuple[list[Row], int]:
        """The rows, at most ``limit`` in the order of their keys, and how many lie beyond."""
        if limit is None:
            return self._all(columns), 0
        # the index tells all but evidence, which is read for those alone that are told
        few = self._all(BARE if columns == BARE else "e.id", limit + 1)
        if len(few) <= limit:
            return few if columns == BARE else self._of([id for (id,) in few], columns), 0
        ((many,),) = self._all("count(*)")
        return self._of(self._first(limit), columns), many - limit

    def _first(self, limit: int) -> list[int]:
        """The first edges by key. Who asserts an edge is mostly one of its ends, whose id is there:
        nobody is looked up for it then; evidence is read later, so that sorting does not carry it.
        """
        by = (
            "iif(e.doc = o.id, o.uid, iif(e.doc = h.id, h.uid, "
            "(SELECT uid FROM node WHERE id = e.doc)))"
        )
        rows = self._db.execute(
            f"SELECT e.id FROM {self._named} ORDER BY {self._key}, {by} LIMIT ?2",
            (self._asked, limit),
        )
        return [id for (id,) in rows.fetchall()]

    def _of(self, edges: Sequence[int], columns: str) -> list[Row]:
        return self._db.execute(
            f"SELECT {columns} FROM json_each(?) f CROSS JOIN edge e ON e.id = f.value",
            (canonical(list(edges)),),
        ).fetchall()

    def _all(self, columns: str, most: int = -1) -> list[Row]:
        return self._db.execute(
            f"SELECT {columns} FROM {self._edges} LIMIT ?2", (self._asked, most)
        ).fetchall()


class _Nodes:
    """The nodes of a piece as they are read, by the integers of the file."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.by_id: dict[str, Node] = {}
        self.ids: dict[int, str] = {}

    def read(self, column: str, listed: str) -> None:
        """Add the nodes whose ``uid`` or ``id`` is in a list."""
        rows = self._db.execute(
            f"SELECT {NODE}, n.id FROM json_each(?) f CROSS JOIN node n ON n.{column} = f.value",
            (listed,),
        ).fetchall()
        self.by_id.update((node.id, node) for node in shown_nodes(rows))
        self.ids.update((row[4], row[0]) for row in rows)

    def of_kind(self, kind: NodeKind) -> list[int]:
        """The integers of the nodes of a kind."""
        return [id for id, uid in self.ids.items() if self.by_id[uid].kind is kind]

    def edges(self, rows: Collection[Row]) -> list[Edge]:
        """Edges between nodes that were read, by key; who asserts them may be another document."""
        named = self.ids
        if strangers := {row[4] for row in rows} - named.keys():
            named = named | names(self._db, strangers)
        keys = [(named[s], kind, named[t], named[by], proof) for _, s, kind, t, by, proof in rows]
        return edges_of(sorted(keys))
