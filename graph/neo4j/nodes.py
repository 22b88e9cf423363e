"""Nodes in Neo4j as a batch reads and writes them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from graph.engine.rows import shown_row
from graph.engine.standing import Description, Held, NodeChange, Put
from graph.neo4j import cypher_writes as cypher
from graph.neo4j.connection import begun, carry_out, rows
from graph.neo4j.rows import Facts, node_facts, node_labels, reading_key, readings_of


@dataclass(frozen=True, slots=True)
class Found:
    """Nodes as they stand, and the places of them in the database."""

    held: dict[str, Held]
    places: dict[str, str]


def find(
    tx: ManagedTransaction, ids: Collection[str], documents: Sequence[str]
) -> Callable[[], Found]:
    """What gives the known ones of these nodes; those of other documents than these without what
    is shown."""
    asked = begun(tx, cypher.STANDING, ids=sorted(ids), documents=documents)

    def found() -> Found:
        ((told,),) = asked()
        held = {
            id: Held(shown_row(*shown) if shown else "", owner, mentions)
            for id, _, owner, mentions, *shown in told
        }
        return Found(held, {id: place for id, place, *_ in told})

    return found


def readings(tx: ManagedTransaction, ids: Sequence[str]) -> list[tuple[str, str, int]]:
    """(node, how it is described, by how many documents) of these nodes."""
    if not ids:
        return []
    ((found,),) = rows(tx, cypher.VOTES, rows=[[id, readings_of(id)] for id in ids])
    return [(node, row, documents) for node, row, documents in found]


def put_nodes(
    tx: ManagedTransaction, change: NodeChange, places: Mapping[str, str]
) -> dict[str, str]:
    """Write what is shown of nodes; the places of all of them, the new ones too."""
    new: list[list[object]] = []
    old: list[list[object]] = []
    for put in change.put:
        written: list[object] = [node_labels(put.node), _facts(put)]
        if put.before is None:
            new.append(written)
        else:
            old.append([places[put.node.id], *written])
    made = begun(tx, cypher.CREATE_NODES, rows=new) if new else None
    carry_out(tx, cypher.CHANGE_NODES, rows=old)
    counted = [[places[id], mentions] for id, mentions in change.counted]
    carry_out(tx, cypher.COUNT_MENTIONS, rows=counted)
    return {**places, **dict(made()[0][0] if made else ())}


def _facts(put: Put) -> Facts:
    return node_facts(put.node, owner=put.owner, mentions=put.mentions)


def write_votes(tx: ManagedTransaction, moved: Iterable[tuple[Description, int]]) -> None:
    """Count descriptions anew; those nobody gives any more are dropped."""
    counts = {reading_key(id, row): (id, row, more) for (id, row), more in moved if more}
    carry_out(tx, cypher.COUNT_READINGS, rows=[[key, *counts[key]] for key in sorted(counts)])
    gone = [key for key, (_, _, more) in counts.items() if more < 0]
    carry_out(tx, cypher.DROP_READINGS, keys=gone)
