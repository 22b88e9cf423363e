"""Nodes in Neo4j as a batch reads and writes them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.neo4j import cypher_writes as cypher
from graph.neo4j.connection import carry_out, rows
from graph.neo4j.rows import node_facts, node_labels, reading_key
from graph.rows import shown_row
from graph.standing import Description, Held, NodeChange, Vote

Labels = Mapping[str, Sequence[str]]


def read_held(
    tx: ManagedTransaction, ids: Sequence[str]
) -> tuple[dict[str, Held], dict[str, list[str]]]:
    """The known ones of these nodes, and their labels."""
    held: dict[str, Held] = {}
    labels: dict[str, list[str]] = {}
    for id, kind, label, props, owner, mentions, named in rows(tx, cypher.STANDING, ids=ids):
        held[id] = Held(shown_row(kind, label, props), owner, mentions)
        labels[id] = named
    return held, labels


def readings(tx: ManagedTransaction, ids: Sequence[str]) -> list[tuple[str, str, int]]:
    """(node, how it is described, by how many documents) of these nodes."""
    found = rows(tx, cypher.VOTES, ids=ids) if ids else []
    return [(node, row, documents) for node, row, documents in found]


def put_nodes(tx: ManagedTransaction, change: NodeChange, labels: Labels) -> None:
    """Write what is shown of nodes."""
    new: dict[tuple[str, ...], list[Any]] = {}
    old: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Any]] = {}
    for put in change.put:
        facts = node_facts(put.node, owner=put.owner, mentions=put.mentions)
        wanted = tuple(node_labels(put.node))
        if put.before is None:
            new.setdefault(wanted, []).append(facts)
        else:
            had = labels[put.node.id]
            less = tuple(sorted(label for label in had if label not in wanted))
            more = tuple(label for label in wanted if label not in had)
            old.setdefault((less, more), []).append([put.node.id, facts])
    for named, all_facts in sorted(new.items()):
        carry_out(tx, cypher.create_nodes(named), rows=all_facts)
    for (less, more), found in sorted(old.items()):
        carry_out(tx, cypher.change_nodes(less, more), rows=found)
    carry_out(tx, cypher.COUNT_MENTIONS, rows=change.counted)


def write_votes(
    tx: ManagedTransaction,
    moved: Iterable[tuple[Description, int]],
    gone: Iterable[Vote],
    new: Iterable[Vote],
) -> None:
    """Count descriptions anew and keep who gives them; those nobody gives are dropped."""
    counted = [(reading_key(id, row), id, row, more) for (id, row), more in sorted(moved) if more]
    carry_out(tx, cypher.COUNT_READINGS, rows=counted)
    carry_out(tx, cypher.READ_SO_NO_MORE, rows=_pairs(gone))
    carry_out(tx, cypher.READ_SO, rows=_pairs(new))
    carry_out(tx, cypher.DROP_READINGS, keys=[key for key, _, _, more in counted if more < 0])


def _pairs(votes: Iterable[Vote]) -> list[list[str]]:
    return [[document, reading_key(node, row)] for document, node, row in sorted(votes)]
