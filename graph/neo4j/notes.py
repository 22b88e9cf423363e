"""What documents hold, doubt, offer and ask in Neo4j, and who must be read again because of it.

Everything here runs inside one transaction that the caller opened.
"""

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.engine.heard import heard
from graph.engine.statement import Statement
from graph.neo4j import cypher_writes as cypher
from graph.neo4j.connection import carry_out, rows
from graph.neo4j.rows import bounded, issue_rows, text_facts, whole

#: documents that are looked at again in one transaction
MANY = 5000


def write_texts(tx: ManagedTransaction, changed: Sequence[Statement], known: Sequence[str]) -> None:
    """Keep the texts of the documents; ``known``: those that were loaded before."""
    before = set(known)
    facts = [text_facts(statement) for statement in changed]
    carry_out(tx, cypher.CREATE_TEXTS, rows=[row for row in facts if row["document"] not in before])
    carry_out(tx, cypher.CHANGE_TEXTS, rows=[row for row in facts if row["document"] in before])


def write_notes(tx: ManagedTransaction, changed: Sequence[Statement], known: Sequence[str]) -> None:
    """Keep what the documents doubt, offer and ask; ``known``: those that were loaded before."""
    before = {tuple(row) for row in rows(tx, cypher.OFFERS_BEFORE, ids=known)} if known else set()
    keys = [key for (key,) in rows(tx, cypher.KEYS_OF, ids=known)] if known else []
    carry_out(tx, cypher.DROP_NOTES, ids=known)
    notes = [[s.document, _notes(s)] for s in changed if s.offers or s.asks]
    carry_out(tx, cypher.PUT_NOTES, rows=notes)
    carry_out(tx, cypher.PUT_ISSUES, rows=[issue for s in changed for issue in issue_rows(s)])
    after = {(s.document, bounded(key), value) for s in changed for key, value in s.offers}
    told = sorted({key for _, key, _ in before ^ after})
    carry_out(tx, cypher.UNSETTLE_ASKERS, keys=told)
    carry_out(tx, cypher.DROP_IDLE_KEYS, keys=keys)


def _notes(said: Statement) -> list[list[Any]]:
    """What a document offers and asks, each as it is written."""
    offers = [[bounded(key), "_OFFERS", whole(key), value] for key, value in said.offers]
    return offers + [[bounded(key), "_ASKS", whole(key), None] for key in said.asks]


def settle(tx: ManagedTransaction, after: str) -> tuple[str, list[str]] | None:
    """Of the next documents that are to be looked at, by id, the last and those whose questions
    have other answers now; the others are checked off. None when there are no more."""
    tx.run(cypher.LOCK).consume()
    right: list[str] = []
    stale: list[str] = []
    last = ""
    for last, known, answers in rows(tx, cypher.UNSETTLED, after=after, most=MANY):
        said: dict[str, list[tuple[str, str]]] = {}
        for key, value, by in answers:
            said.setdefault(key, []).append((value, by))
        (right if heard(said) == known else stale).append(last)
    carry_out(tx, cypher.CHECK_OFF, ids=right)
    return (last, stale) if last else None
