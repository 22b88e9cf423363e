"""Nodes in Neo4j as a batch reads and writes them."""

from collections.abc import Iterable, Sequence

from neo4j import ManagedTransaction

from graph.engine.rows import shown_row
from graph.engine.standing import Description, Held, NodeChange
from graph.neo4j import cypher_writes as cypher
from graph.neo4j.connection import carry_out, rows
from graph.neo4j.rows import node_facts, node_labels, reading_key, readings_of


def read_held(
    tx: ManagedTransaction, ids: Sequence[str], documents: Sequence[str]
) -> dict[str, Held]:
    """The known ones of these nodes; those of other documents than these without what is shown."""
    ((found,),) = rows(tx, cypher.STANDING, ids=ids, documents=documents)
    return {
        id: Held(shown_row(*shown) if shown else "", owner, mentions)
        for id, owner, mentions, *shown in found
    }


def readings(tx: ManagedTransaction, ids: Sequence[str]) -> list[tuple[str, str, int]]:
    """(node, how it is described, by how many documents) of these nodes."""
    if not ids:
        return []
    ((found,),) = rows(tx, cypher.VOTES, rows=[[id, readings_of(id)] for id in ids])
    return [(node, row, documents) for node, row, documents in found]


def put_nodes(tx: ManagedTransaction, change: NodeChange) -> None:
    """Write what is shown of nodes."""
    new: list[list[object]] = []
    old: list[list[object]] = []
    for put in change.put:
        facts = node_facts(put.node, owner=put.owner, mentions=put.mentions)
        (new if put.before is None else old).append([put.node.id, node_labels(put.node), facts])
    carry_out(tx, cypher.CREATE_NODES, rows=new)
    carry_out(tx, cypher.CHANGE_NODES, rows=old)
    carry_out(tx, cypher.COUNT_MENTIONS, rows=change.counted)


def write_votes(tx: ManagedTransaction, moved: Iterable[tuple[Description, int]]) -> None:
    """Count descriptions anew; those nobody gives any more are dropped."""
    counts = {reading_key(id, row): (id, row, more) for (id, row), more in moved if more}
    carry_out(tx, cypher.COUNT_READINGS, rows=[[key, *counts[key]] for key in sorted(counts)])
    gone = [key for key, (_, _, more) in counts.items() if more < 0]
    carry_out(tx, cypher.DROP_READINGS, keys=gone)
