"""Every answer as JSON values, the same from ``--json`` and over HTTP (các câu trả lời)."""

from collections.abc import Sequence
from typing import Any

from api.legible import legible
from graph import questions, wire
from graph.errors import NotFoundError
from graph.labels import told_apart
from graph.model import ROLE_KINDS, EdgeKind, NodeKind
from graph.questions import known
from graph.store import GraphReader
from graph.vocabulary import edge_rows, levels

Answer = dict[str, Any]


def search(
    store: GraphReader, text: str, kinds: Sequence[NodeKind], limit: int, cursor: str
) -> Answer:
    """``{hits, next}``."""
    return wire.search_json(questions.search(store, text, kinds, limit, cursor))


def show(store: GraphReader, id: str) -> Answer:
    """``{node, edges, nodes, issues}``."""
    return wire.show_json(questions.show(store, id))


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


def tasks(
    store: GraphReader,
    unit: str,
    roles: Sequence[str],
    since: str | None,
    until: str | None,
    *,
    sub_units: bool = False,
) -> Answer:
    """``{unit, tasks, undated}``; no roles named: every role."""
    kinds = tuple(EdgeKind(role) for role in roles) or ROLE_KINDS
    found = questions.tasks_of(
        store, unit, roles=kinds, since=since, until=until, sub_units=sub_units
    )
    return wire.tasks_json(found)


def workload(store: GraphReader, unit: str | None, year: int | None) -> Answer:
    """``{year, periods, rows, nodes}``."""
    units = None if unit is None else [unit]
    return wire.workload_json(questions.workload(store, units, year=year))


def audit(store: GraphReader) -> Answer:
    """``{findings}``; ``labels`` of each tell its nodes apart."""
    found = questions.findings(store)
    nodes = store.nodes({id for finding in found for id in finding.nodes})
    answer = wire.findings_json(found)
    for finding, shape in zip(found, answer["findings"], strict=True):
        shape["labels"] = told_apart([nodes[id] for id in finding.nodes if id in nodes])
    return answer


def missing(store: GraphReader, limit: int) -> Answer:
    """``{missing}``."""
    return wire.missing_json(questions.missing(store, limit=limit))


def stats(store: GraphReader) -> Answer:
    """``{counts}``."""
    return wire.stats_json(questions.stats(store))


def documents(store: GraphReader, limit: int, cursor: str) -> Answer:
    """``{documents, next}``: the loaded ones by id."""
    loaded = {"status": "loaded"}
    found = store.listing(NodeKind.DOCUMENT, after=cursor, limit=limit + 1, where=loaded)
    page = found[:limit]
    following = page[-1].id if len(found) > limit else None
    return {"documents": [wire.node_json(node) for node in page], "next": following}


def text(store: GraphReader, id: str) -> Answer:
    """``{id, source, label, text, content, segments, places}``: evidence points into ``text``."""
    node, stored = known(store, id), store.text(id)
    if stored is None:
        raise NotFoundError("http.text", id=id)
    said = {"id": id, "source": stored.source, "label": node.label, "text": stored.text}
    return said | legible(stored)


def vocabulary() -> Answer:
    """``{edges, levels}``: how kinds and levels are called and coloured."""
    return {
        "edges": [row.model_dump(mode="json") for row in edge_rows().values()],
        "levels": [row.model_dump(mode="json") for row in levels()],
    }
