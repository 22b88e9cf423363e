"""Walking SQLite: breadth first, the shortest ways, and the steps from a set of nodes.

Walks run over the integers of the file and turn into ids only at the end, and only those asked for.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

import msgspec

from graph.engine.moves import Move, Reach, by_direction, nearest
from graph.engine.resting import Engine, Resting
from graph.engine.resting import resting as rest
from graph.engine.routes import Routes, Sought, listed, search
from graph.jsontext import canonical
from graph.model import BASIS_KINDS, GROUP, EdgeKind
from graph.sqlite.ids import CHUNK, integers, names

BASIS = frozenset(BASIS_KINDS)
#: kinds of edges that are sought one by one
SOUGHT = 3
#: one JSON list of a statement instead of a row for each integer, which costs several times more
integers_of = msgspec.json.Decoder(list[int]).decode


def reach(
    db: sqlite3.Connection,
    roots: Sequence[str],
    moves: Sequence[Move],
    depth: int,
    budget: int,
    limit: int | None,
) -> Reach:
    """All nodes within ``depth`` moves of the roots, at most ``budget``, nearest first."""
    ways = by_direction(moves)
    known = integers(db, roots)
    met = set(known.values())
    levels: list[Collection[int]] = []
    frontier = set(met)
    while frontier and len(levels) < depth and len(met) <= budget:
        ends: set[int] = set()
        for way in ways:
            for part in _ends(db, frontier, way, _wanted(way) if levels else of_kinds(way.kinds)):
                ends.update(part)
        frontier = ends - met
        met |= frontier
        levels.append(frontier)
    told = chain([roots], (names(db, level).values() for level in levels))
    return nearest(told, len(met) + len(roots) - len(known), budget, limit)


def resting(
    db: sqlite3.Connection, ids: Sequence[str], falls: Sequence[EdgeKind], budget: int
) -> Resting:
    """What rests on each of these documents, in their order."""
    known = integers(db, ids)
    engine = Engine(partial(_onward, db), partial(_headings, db), partial(names, db))
    # no row has a number below nought: on a document that is unknown rests nothing
    return rest([known.get(id, -n) for n, id in enumerate(ids, 1)], falls, budget, engine)


def routes(
    db: sqlite3.Connection, pairs: Sequence[tuple[str, str]], sought: Sought
) -> list[Routes]:
    """The shortest ways from the first to the second of each pair."""
    known = integers(db, sorted({end for pair in pairs for end in pair}))
    found: list[Routes] = []
    for start, goal in pairs:
        if not {start, goal} <= known.keys():
            found.append(Routes())
            continue
        step = partial(_steps, db)
        onward, length, complete = search(known[start], known[goal], sought, step)
        named = names(db, onward.keys() | {known[goal]})
        told = {named[here]: [named[id] for id in ends] for here, ends in onward.items()}
        found.append(listed(start, goal, told, length, sought, complete=complete))
    return found


def steps(
    db: sqlite3.Connection, ids: Sequence[str], moves: Sequence[Move]
) -> set[tuple[str, str]]:
    """(from, to) for every move possible from ``ids``; parallel edges are one step."""
    known = integers(db, ids)
    found = set(_steps(db, known.values(), moves))
    named = {id: uid for uid, id in known.items()}
    named |= names(db, {there for _, there in found} - named.keys())
    return {(named[here], named[there]) for here, there in found}


def ends_of(move: Move) -> tuple[str, str]:
    """The columns a move starts from and arrives at."""
    return ("dst", "src") if move.reverse else ("src", "dst")


def of_kinds(kinds: Collection[EdgeKind]) -> str:
    """A condition on the edges ``e``, none when all kinds are meant; kinds are our own words."""
    if len(kinds) == len(EdgeKind):
        return ""
    return f" AND e.kind IN ({', '.join(f'{kind.value!r}' for kind in kinds)})"


def _wanted(move: Move) -> str:
    """A condition on the edges ``e`` of a move from documents and tasks. What arrives at these is
    nearly all of the kinds a text rests by, so all of it is read: a seek for each kind costs more.
    """
    many = move.reverse and len(move.kinds) > SOUGHT and BASIS.issuperset(move.kinds)
    return of_kinds(move.kinds).replace("e.kind", "+e.kind") if many else of_kinds(move.kinds)


def chunks(
    ids: Iterable[int] | Iterable[str], written: Callable[[list[Any]], str] = canonical
) -> Iterator[str]:
    """Lists as statements take them; of texts from outside, ``written`` takes whatever it is."""
    every = list(ids)
    for start in range(0, len(every), CHUNK):
        yield written(every[start : start + CHUNK])


def _onward(
    db: sqlite3.Connection, ids: Iterable[int], move: Move
) -> Iterator[tuple[int, list[int]]]:
    """(document, where a move leads from it), as often as there are edges."""
    here, there = ends_of(move)
    for part in chunks(ids):
        rows = db.execute(
            f"SELECT f.value, (SELECT json_group_array(e.{there}) FROM edge e"
            f" WHERE e.{here} = f.value{_wanted(move)}) AS ends FROM json_each(?) f"
            " WHERE ends <> '[]'",
            (part,),
        )
        yield from ((id, integers_of(ends)) for id, ends in rows.fetchall())


def _headings(db: sqlite3.Connection, ids: Iterable[int]) -> Iterator[int]:
    for part in chunks(ids):
        rows = db.execute(
            "SELECT n.id FROM json_each(?) f CROSS JOIN node n ON n.id = f.value"
            " WHERE n.props ->> '$.kind' = ?",
            (part, GROUP),
        )
        yield from chain.from_iterable(rows.fetchall())


def _steps(
    db: sqlite3.Connection, ids: Iterable[int], moves: Sequence[Move]
) -> list[tuple[int, int]]:
    """(from, to) for every move, each once for a direction."""
    found: list[tuple[int, int]] = []
    for move in by_direction(moves):
        here, there = ends_of(move)
        for part in chunks(ids):
            found += db.execute(
                f"SELECT DISTINCT e.{here}, e.{there} FROM json_each(?) f CROSS JOIN edge e"
                f" ON e.{here} = f.value{of_kinds(move.kinds)}",
                (part,),
            ).fetchall()
    return found


def _ends(
    db: sqlite3.Connection, ids: Iterable[int], move: Move, wanted: str
) -> Iterator[list[int]]:
    """Where a move leads from these nodes by the edges ``wanted``, as often as there are any."""
    here, there = ends_of(move)
    for part in chunks(ids):
        ((ends,),) = db.execute(
            f"SELECT json_group_array(e.{there}) FROM json_each(?) f CROSS JOIN edge e"
            f" ON e.{here} = f.value{wanted}",
            (part,),
        )
        yield integers_of(ends)
