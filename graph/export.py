"""The whole graph as lines of JSON, one node or edge a line (xuất dữ liệu).

Two stores with the same documents give the same lines in the same order.
"""

import json
from collections.abc import Iterator

from graph.model import Json
from graph.store import GraphReader
from graph.wire import edge_json, node_json


def jsonl(store: GraphReader) -> Iterator[str]:
    """Every node by id, then every edge by its key, of one state; lines end with a line feed."""
    with store.snapshot() as view:
        for node in view.all_nodes():
            yield _line(node_json(node))
        for edge in view.all_edges():
            yield _line(edge_json(edge))


def _line(shape: Json) -> str:
    return json.dumps(shape, ensure_ascii=False, sort_keys=True) + "\n"
