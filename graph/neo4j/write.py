"""Writing what documents say into Neo4j as a difference against what they said before.

Everything here runs inside one transaction, which first takes the store's one lock: writers go one
by one, so what is read here still holds when it is written. The statements stand in an order in
which the server always has one to carry out while the next is prepared here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from neo4j import ManagedTransaction

from graph.engine.standing import Standing, moves
from graph.engine.statement import Statement
from graph.model import EdgeKey, EdgeKind
from graph.neo4j import cypher_said
from graph.neo4j import cypher_writes as cypher
from graph.neo4j.connection import carry_out, rows
from graph.neo4j.nodes import find, put_nodes, readings, write_votes
from graph.neo4j.notes import write_notes, write_texts
from graph.neo4j.proofs import edge_rows, proof_row
from graph.store import ApplyReport


@dataclass(frozen=True, slots=True)
class Known:
    """What a loaded document said before: the nodes it owns, the types of its edges."""

    owned: Sequence[str]
    types: Sequence[str]


def write(tx: ManagedTransaction, statements: Iterable[Statement]) -> ApplyReport:
    """Make the store say of these documents exactly what they say (ghi lời các văn bản)."""
    said = {statement.document: statement for statement in statements}
    before = {row[0]: row[1:] for row in rows(tx, cypher.TEXTS_BEFORE, ids=sorted(said))}
    same = {id for id, (digest, *_) in before.items() if digest == said[id].said}
    heard = [[id, said[id].heard] for id in sorted(same) if before[id][1] != said[id].heard]
    carry_out(tx, cypher.HEAR, rows=heard)
    changed = [said[id] for id in sorted(said.keys() - same)]
    if not changed:
        return ApplyReport()
    known = {id: Known(*held) for id, (_, _, *held) in before.items() if id not in same}
    counts = _write(tx, changed, known)
    return ApplyReport(**counts, documents_changed=len(changed))


def forget(tx: ManagedTransaction, silence: Statement) -> bool:
    """Undo all that a loaded document said (quên một văn bản); False when it was not loaded."""
    before = rows(tx, cypher.TEXTS_BEFORE, ids=[silence.document])
    if not before:
        return False
    _write(tx, [silence], {silence.document: Known(*before[0][3:])}, leaving=True)
    return True


def _write(
    tx: ManagedTransaction,
    changed: Sequence[Statement],
    before: Mapping[str, Known],
    *,
    leaving: bool = False,
) -> Counter[str]:
    """The difference itself; ``before``: those of them that were loaded already."""
    known = sorted(before)
    owned = {id: held.owned for id, held in before.items()}
    released = [id for ids in owned.values() for id in ids]
    read = rows(tx, cypher_said.REFERENCES, ids=known) if known else []
    gone, new = moves(changed, read)
    spoken_of = {id for _, id, _ in gone}.union(released, *(s.rows for s in changed))
    asked = find(tx, spoken_of, [statement.document for statement in changed])
    if not leaving:
        write_texts(tx, changed, known)
    write_notes(tx, changed, known)

    found = asked()
    standing = Standing(found.held)
    standing.own(changed, owned)
    standing.vote(changed, gone, new)
    standing.describe(readings(tx, standing.open(released)))
    write_votes(tx, standing.descriptions())
    change = standing.change(released)
    places = put_nodes(tx, change, found.places)
    counts = change.counts + _write_edges(tx, changed, before, places)
    carry_out(tx, cypher.DROP_NODES, ids=change.gone)
    if leaving:
        carry_out(tx, cypher.DROP_TEXTS, ids=known)
    return counts


def _write_edges(
    tx: ManagedTransaction,
    changed: Sequence[Statement],
    known: Mapping[str, Known],
    places: Mapping[str, str],
) -> Counter[str]:
    before: dict[EdgeKey, str] = {}
    for type in sorted({type for held in known.values() for type in held.types}):
        for source, target, by, *proof in rows(
            tx, cypher_said.edges_before(type), ids=sorted(known)
        ):
            before[source, EdgeKind(type.lower()), target, by] = proof_row(by, *proof)
    after = {key: proof for statement in changed for key, proof in statement.edges.items()}
    gone = before.keys() - after.keys()
    added = after.keys() - before.keys()
    other = {key for key in before.keys() & after.keys() if before[key] != after[key]}
    carry_out(tx, cypher.DROP_EDGES, rows=edge_rows(gone, before))
    carry_out(tx, cypher.CHANGE_EDGES, rows=edge_rows(other, after))
    carry_out(tx, cypher.CREATE_EDGES, rows=edge_rows(added, after, places))
    return Counter(edges_added=len(added), edges_changed=len(other), edges_removed=len(gone))
