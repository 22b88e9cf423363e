"""Walking SQLite: breadth first, the steps from a set of nodes, the edges inside one.

Walks run over the integers of the file and turn into ids only at the end.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model import Edge, EdgeKind, NodeKind
from graph.moves import Move, Reach, nearest
from graph.rows import evidence_of
from graph.sqlite_ids import CHUNK, integers, names


def reach(
    db: sqlite3.Connection, roots: Sequence[str], moves: Sequence[Move], depth: int, budget: int
) -> Reach:
    """All nodes within ``depth`` moves of the roots, at most ``budget``, nearest first."""
    known = integers(db, roots)
    found = dict.fromkeys(known.values(), 0)
    frontier = set(found)
    for level in range(1, depth + 1):
        if not frontier or len(found) > budget:
            break
        frontier = {end for move in moves for end in _ends(db, frontier, move)} - found.keys()
        found.update(dict.fromkeys(frontier, level))
    named = names(db, found)
    met = {named[id]: level for id, level in found.items()}
    return nearest(dict.fromkeys(roots, 0) | met, budget)


def steps(
    db: sqlite3.Connection, ids: Sequence[str], moves: Sequence[Move]
) -> set[tuple[str, str]]:
    """(from, to) for every move possible from ``ids``; parallel edges are one step."""
    frontier = list(integers(db, ids).values())
    found: set[tuple[int, int]] = set()
    for move in moves:
        here, there = ("dst", "src") if move.reverse else ("src", "dst")
        for part in _chunks(frontier):
            found.update(
                db.execute(
                    f"SELECT DISTINCT e.{here}, e.{there} FROM json_each(?) f CROSS JOIN edge e"
                    f" ON e.{here} = f.value AND e.kind IN ({_list(move.kinds)})",
                    (part,),
                )
            )
    named = names(db, {id for pair in found for id in pair})
    return {(named[here], named[there]) for here, there in found}


def edges_among(
    db: sqlite3.Connection, kinds_of: Mapping[str, NodeKind], looks: Sequence[tuple[Move, NodeKind]]
) -> list[Edge]:
    """Edges with both ends in the set, with evidence, looked for from the ends of each kind."""
    known = integers(db, list(kinds_of))
    everything = json.dumps(list(known.values()))
    # the plus keeps the other end out of the index: SQLite would seek every pair of the set
    found: dict[tuple[int, str, int, int], str] = {}
    for move, kind in looks:
        end, other = ("dst", "src") if move.reverse else ("src", "dst")
        for part in _chunks([id for uid, id in known.items() if kinds_of[uid] is kind]):
            for *key, proof in db.execute(
                f"SELECT e.src, e.kind, e.dst, e.doc, e.evidence FROM json_each(?) f"
                f" CROSS JOIN edge e ON e.{end} = f.value AND e.kind IN ({_list(move.kinds)})"
                f" WHERE +e.{other} IN (SELECT value FROM json_each(?))",
                (part, everything),
            ):
                found[tuple(key)] = proof
    named = names(db, {id for source, _, target, by in found for id in (source, target, by)})
    return [
        Edge(named[source], EdgeKind(kind), named[target], named[by], evidence_of(proof))
        for (source, kind, target, by), proof in found.items()
    ]


def _ends(db: sqlite3.Connection, ids: Iterable[int], move: Move) -> Iterator[int]:
    here, there = ("dst", "src") if move.reverse else ("src", "dst")
    for part in _chunks(list(ids)):
        rows = db.execute(
            f"SELECT DISTINCT e.{there} FROM json_each(?) f CROSS JOIN edge e"
            f" ON e.{here} = f.value AND e.kind IN ({_list(move.kinds)})",
            (part,),
        )
        yield from (end for (end,) in rows)


def _chunks(ids: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(ids), CHUNK):
        yield json.dumps(ids[start : start + CHUNK])


def _list(kinds: Iterable[EdgeKind]) -> str:
    """Edge kinds as SQL: they are our own words."""
    return ", ".join(f"'{kind.value}'" for kind in kinds)
