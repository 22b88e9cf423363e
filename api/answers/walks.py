"""Walks through the graph."""

from api.answers.answer import Answer
from graph import questions, wire
from graph.store import GraphReader


def chain(store: GraphReader, id: str, *, down: bool, depth: int, limit: int) -> Answer:
    """``{root, nodes, edges, truncated, left_out}``."""
    found = questions.chain(store, id, down=down, depth=depth, limit=limit)
    return wire.subgraph_json(found)


def path(store: GraphReader, start: str, end: str) -> Answer:
    """A subgraph with ``ways``; no nodes when nothing connects the two."""
    return wire.path_json(questions.path(store, start, end))


def neighbourhood(store: GraphReader, id: str, *, depth: int, limit: int) -> Answer:
    """``{root, nodes, edges, truncated, left_out}``."""
    return wire.subgraph_json(questions.neighbourhood(store, id, depth=depth, limit=limit))
