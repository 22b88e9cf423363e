"""What legal staff ask: how a document stands on a day, what hangs on it, its diagram."""

from datetime import date

from api.answers.answer import Answer
from graph import questions, wire
from graph.model import NodeKind
from graph.store import GraphReader


def state(store: GraphReader, id: str, at: str | None) -> Answer:
    """``{node, at, status, in_force, holds, text, acts, notes, …}``; no day: today."""
    return wire.state_json(questions.state(store, id, at=at or date.today().isoformat()))


def impact(
    store: GraphReader,
    id: str,
    on: str | None,
    kind: NodeKind | None,
    *,
    direct: bool | None,
    limit: int,
    cursor: str,
) -> Answer:
    """``{node, on, counts, running, members, nodes, next, complete}``."""
    found = questions.impact(store, id, on=on, kind=kind, direct=direct, limit=limit, cursor=cursor)
    return wire.impact_json(found)


def relations(
    store: GraphReader, id: str, category: str | None, *, limit: int, cursor: str
) -> Answer:
    """``{node, categories, beside}``."""
    found = questions.relations(store, id, category=category, limit=limit, cursor=cursor)
    return wire.relations_json(found)
