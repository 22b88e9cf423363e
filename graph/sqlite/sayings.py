"""What each document says beside its edges, one row a document, and who is found by it.

Everything here runs inside one transaction that the caller opened.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.engine.standing import Description
from graph.engine.statement import Statement
from graph.jsontext import canonical, parsed
from graph.sqlite.ids import listed

BEFORE = """
SELECT n.uid, s.variants, s.offers, s.asks
FROM json_each(?) f CROSS JOIN node n ON n.uid = f.value JOIN saying s ON s.doc = n.id
"""
PUT = "INSERT OR REPLACE INTO saying(doc, variants, offers, asks) VALUES (?, ?, ?, ?)"
#: the first value NULL: the document describes by these variants; ``delete``: it did
DESCRIBE = "INSERT INTO describer(describer, rowid, variants) VALUES (?, ?, ?)"
OFFER = "INSERT INTO offer(key, value, doc) VALUES (?, ?, ?)"
OFFER_NO_MORE = "DELETE FROM offer WHERE key = ? AND value = ? AND doc = ?"
ASK = "INSERT INTO ask(key, doc) VALUES (?, ?)"
ASK_NO_MORE = "DELETE FROM ask WHERE key = ? AND doc = ?"

Offers = set[tuple[str, str, int]]
Asks = set[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Saying:
    """The variants a document describes others by, its offers and its asks (lời dẫn, điều cho biết,
    điều hỏi), each a JSON list in order."""

    variants: str
    offers: str
    asks: str


def sayings(db: sqlite3.Connection, documents: Sequence[str]) -> dict[str, Saying]:
    """The rows of the known ones of these documents."""
    return {uid: Saying(*lists) for uid, *lists in db.execute(BEFORE, listed(documents))}


def saying(said: Statement, variants: Mapping[Description, int]) -> Saying:
    """The row of a document; ``variants``: the integers of all that it describes."""
    rows = said.rows
    described = sorted([variants[id, rows[id]] for id in said.references])
    return Saying(canonical(described), canonical(said.offers), canonical(said.asks))


def write_sayings(
    db: sqlite3.Connection,
    ids: Mapping[str, int],
    before: Mapping[str, Saying],
    after: Mapping[str, Saying],
) -> set[str]:
    """Put rows of documents in the place of those before; the keys of the offers that change."""
    gone = [(ids[uid],) for uid in before.keys() - after.keys()]
    db.executemany("DELETE FROM saying WHERE doc = ?", gone)
    order = sorted(before.keys() | after.keys(), key=ids.__getitem__)
    rows = [(ids[uid], after[uid]) for uid in order if uid in after]
    db.executemany(PUT, [(doc, said.variants, said.offers, said.asks) for doc, said in rows])
    words: list[tuple[str | None, int, str]] = []
    for uid in order:  # by rising integer, the old words of one before its new ones
        old, new = before.get(uid), after.get(uid)
        words += [("delete", ids[uid], old.variants)] if old else []
        words += [(None, ids[uid], new.variants)] if new else []
    db.executemany(DESCRIBE, words)
    return _exchange(db, _notes(before, ids), _notes(after, ids))


def _exchange(
    db: sqlite3.Connection, before: tuple[Offers, Asks], after: tuple[Offers, Asks]
) -> set[str]:
    (offered, asked), (offers, asks) = before, after
    db.executemany(OFFER_NO_MORE, sorted(offered - offers))
    db.executemany(OFFER, sorted(offers - offered))
    db.executemany(ASK_NO_MORE, sorted(asked - asks))
    db.executemany(ASK, sorted(asks - asked))
    return {key for key, _, _ in offered ^ offers}


def _notes(said: Mapping[str, Saying], ids: Mapping[str, int]) -> tuple[Offers, Asks]:
    offers: Offers = set()
    asks: Asks = set()
    for uid, one in said.items():
        offers.update((key, value, ids[uid]) for key, value in parsed(one.offers))
        asks.update((key, ids[uid]) for key in parsed(one.asks))
    return offers, asks
