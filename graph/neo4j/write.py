"""Writing what documents say into Neo4j as a difference against what they said before.

Everything here runs inside one transaction, which first takes the store's one lock: writers go one
by one, so what is read here still holds when it is written.
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
from graph.neo4j.nodes import put_nodes, read_held, readings, write_votes
from graph.neo4j.notes import write_notes
from graph.neo4j.proofs import edge_rows, proof_row
from graph.neo4j.rows import text_facts
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
    touched = {id for _, id, _ in (*gone, *new)}.union(released, *(s.owned for s in changed))
    documents = [statement.document for statement in changed]
    standing = Standing(read_held(tx, sorted(touched), documents))
    standing.own(changed, owned)
    standing.vote(changed, gone, new)
    standing.describe(readings(tx, standing.open(released)))
    change = standing.change(released)

    put_nodes(tx, change)
    counts = change.counts + _write_edges(tx, changed, before)
    if not leaving:
        carry_out(tx, cypher.PUT_TEXTS, rows=[text_facts(statement) for statement in changed])
    write_votes(tx, standing.descriptions())
    write_notes(tx, changed, known)
    carry_out(tx, cypher.DROP_NODES, ids=change.gone)
    if leaving:
        carry_out(tx, cypher.DROP_TEXTS, ids=known)
    return counts


def _write_edges(
    tx: ManagedTransaction, changed: Sequence[Statement], known: Mapping[str, Known]
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
    carry_out(tx, cypher.CREATE_EDGES, rows=edge_rows(added, after))
    return Counter(edges_added=len(added), edges_changed=len(other), edges_removed=len(gone))
