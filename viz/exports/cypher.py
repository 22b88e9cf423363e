"""The graph as a script of Cypher for any database that speaks it (xuất Cypher).

Labels, relationship types and properties are those our own Neo4j store shows (``docs/neo4j.md``);
``props`` holds the exact JSON of a node, ``evidence`` that of further proofs. Running the script
twice changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from graph.engine.rows import evidence_row
from graph.model import Edge
from graph.neo4j.proofs import EDGE_FACTS, edge_facts
from graph.neo4j.rows import node_facts, node_labels
from graph.store import GraphReader

BATCH = 100
#: facts that only our own store has a use for
INTERNAL = frozenset({"words", "number_key", "owner", "loaded", "mentions"})
ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def cypher(store: GraphReader) -> Iterator[str]:
    """The statements, each with its semicolon: the constraint, the nodes, the relationships."""
    yield "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
    with store.snapshot() as view:
        nodes = (
            (
                ":".join(node_labels(node)),
                _without(node_facts(node, owner=None, mentions=0)),
            )
            for node in view.all_nodes()
        )
        for labels, rows in _batches(nodes):
            yield (
                f"UNWIND {rows} AS row\nMERGE (n:Entity {{id: row.id}}) SET n = row, n:{labels};\n"
            )
        edges = (
            (
                edge.kind.value.upper(),
                {
                    "from": edge.source,
                    "to": edge.target,
                    "facts": _facts(edge),
                },
            )
            for edge in view.all_edges()
        )
        for type, rows in _batches(edges):
            yield (
                f"UNWIND {rows} AS row\n"
                "MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})\n"
                f"MERGE (a)-[r:{type} {{asserted_by: row.facts.asserted_by}}]->(b) "
                "SET r = row.facts;\n"
            )


def _facts(edge: Edge) -> dict[str, Any]:
    values = edge_facts(edge.asserted_by, evidence_row(edge.evidence))
    return dict(zip(EDGE_FACTS, values, strict=True))


def _without(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in INTERNAL}


def _batches(rows: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, str]]:
    """Rows of one label or type together, as a list of Cypher; a batch goes out when it is full."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for group, row in rows:
        waiting[group].append(literal(row))
        if len(waiting[group]) == BATCH:
            yield group, _list(waiting.pop(group))
    for group, left in waiting.items():
        yield group, _list(left)


def _list(rows: list[str]) -> str:
    return "[\n" + ",\n".join(rows) + "\n]"


def literal(value: Any) -> str:
    """A value as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case date():
            return f"date('{value.isoformat()}')"
        case dict():
            return "{" + ", ".join(f"{_name(k)}: {literal(v)}" for k, v in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(literal, value)) + "]"
        case _:
            return "'" + str(value).translate(ESCAPES) + "'"


def _name(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
