"""Walks through the graph."""

from collections.abc import Sequence

from api.answers.answer import Answer
from graph import questions, wire
from graph.model import BASIS_KINDS, EdgeKind
from graph.store import GraphReader


def chain(
    store: GraphReader,
    id: str,
    *,
    down: bool,
    depth: int,
    limit: int,
    relations: Sequence[str] = (),
    levels: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    cursor: str = "",
) -> Answer:
    """A subgraph with ``counts``, ``outside``, ``undated`` and ``next``; no relations named: all
    that a chain walks."""
    found = questions.chain(
        store,
        id,
        down=down,
        depth=depth,
        limit=limit,
        kinds=tuple(EdgeKind(relation) for relation in relations) or BASIS_KINDS,
        levels=levels,
        since=since,
        until=until,
        cursor=cursor or None,
        counted=True,
    )
    return wire.chain_json(found)


def path(store: GraphReader, start: str, end: str, *, limit: int = 20, cursor: str = "") -> Answer:
    """A subgraph with ``status``, ``ways`` and ``hops``; no nodes when nothing connects the two."""
    return wire.path_json(questions.path(store, start, end, most=limit, cursor=cursor))


def neighbourhood(
    store: GraphReader, id: str, *, depth: int, limit: int, cursor: str = ""
) -> Answer:
    """``{root, nodes, edges, truncated, left_out, next}``."""
    found = questions.neighbourhood(store, id, depth=depth, limit=limit, cursor=cursor or None)
    return wire.subgraph_json(found) | {"next": found.next}
