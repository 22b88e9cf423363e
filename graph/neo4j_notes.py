"""What documents doubt, offer and ask in Neo4j, and who must be read again because of it.

Everything here runs inside one transaction that the caller opened.
"""

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph import cypher_writes as cypher
from graph.heard import heard
from graph.neo4j_connection import rows
from graph.neo4j_rows import bounded, issue_rows
from graph.statement import Statement


def write_notes(tx: ManagedTransaction, changed: Sequence[Statement], known: Sequence[str]) -> None:
    """Keep what the documents doubt, offer and ask; ``known``: those that were loaded before."""
    before = {tuple(row) for row in rows(tx, cypher.OFFERS_BEFORE, ids=known)} if known else set()
    keys = [key for (key,) in rows(tx, cypher.KEYS_OF, ids=known)] if known else []
    if known:
        tx.run(cypher.DROP_NOTES, ids=known).consume()
    offers = [[s.document, bounded(key), value, key] for s in changed for key, value in s.offers]
    _put(tx, cypher.PUT_OFFERS, offers)
    _put(tx, cypher.PUT_ASKS, [[s.document, bounded(key), key] for s in changed for key in s.asks])
    _put(tx, cypher.PUT_ISSUES, [issue for s in changed for issue in issue_rows(s)])
    after = {(document, key, value) for document, key, value, _ in offers}
    told = sorted({key for _, key, _ in before ^ after})
    if told:
        tx.run(cypher.UNSETTLE_ASKERS, keys=told).consume()
    if keys:
        tx.run(cypher.DROP_IDLE_KEYS, keys=keys).consume()


def settle(tx: ManagedTransaction) -> list[str]:
    """Documents whose questions have other answers now; those that heard right are checked off."""
    tx.run(cypher.LOCK).consume()
    right: list[str] = []
    stale: list[str] = []
    for document, known, answers in rows(tx, cypher.UNSETTLED):
        said: dict[str, list[tuple[str, str]]] = {}
        for key, value, by in answers:
            said.setdefault(key, []).append((value, by))
        (right if heard(said) == known else stale).append(document)
    if right:
        tx.run(cypher.CHECK_OFF, ids=right).consume()
    return stale


def _put(tx: ManagedTransaction, statement: str, found: Sequence[Any]) -> None:
    if found:
        tx.run(statement, rows=found).consume()
