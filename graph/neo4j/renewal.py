"""What a newer schema keeps otherwise is rewritten where an older one kept it, bit by bit, so that
it may be broken off and begun again at any time (nâng cấp dữ liệu).
"""

from functools import partial

from neo4j import ManagedTransaction

from graph.model import EdgeKey, EdgeKind
from graph.neo4j import cypher_said
from graph.neo4j.connection import Connection, carry_out, rows
from graph.neo4j.cypher_writes import CHANGE_EDGES
from graph.neo4j.proofs import edge_rows, proof_row
from graph.neo4j.rows import reading_key

#: descriptions, and documents, in one transaction
BATCH, FEW = 1000, 100

#: a key was 64 letters long before it became two of 16
OLD_KEYS = "MATCH (v:_Reading) WHERE size(v.key) > 32 RETURN v.key, v.node, v.row LIMIT $most"
NEW_KEYS = "UNWIND $rows AS row MATCH (v:_Reading {key: row[0]}) SET v.key = row[1]"
TAKE_READS = """
MATCH (t:_Text) WHERE t.reads IS NULL WITH t LIMIT $most
OPTIONAL MATCH (t)-[r:_READS]->(v:_Reading)
WITH t, collect(v.key) AS keys, collect(r) AS reads
SET t.reads = keys FOREACH (r IN reads | DELETE r)
RETURN count(t)
"""
SAYING = """
MATCH (t:_Text) WHERE t.document > $after WITH t ORDER BY t.document LIMIT $most
RETURN t.document, coalesce(t.types, [])
"""


def renew(connection: Connection, version: int) -> None:
    """Bring the data of a database from this version of the schema to the newest."""
    if version < 3:
        while connection.write(_shorten):
            pass
        while connection.write(_take_reads):
            pass
    if version < 4:
        last = ""
        while last := connection.write(partial(_split_proofs, after=last)):
            pass


def _shorten(tx: ManagedTransaction) -> bool:
    """Give some descriptions their present keys; False when all have them."""
    found = rows(tx, OLD_KEYS, most=BATCH)
    carry_out(tx, NEW_KEYS, rows=[[old, reading_key(node, row)] for old, node, row in found])
    return bool(found)


def _take_reads(tx: ManagedTransaction) -> bool:
    """Keep with some documents how they describe others, not as relationships; False when all
    do."""
    ((many,),) = rows(tx, TAKE_READS, most=BATCH)
    return bool(many)


def _split_proofs(tx: ManagedTransaction, after: str) -> str:
    """Keep the first proof of the edges of some documents in plain properties alone; the last of
    these documents, none when all are done."""
    found = rows(tx, SAYING, after=after, most=FEW)
    documents = [document for document, _ in found]
    held: dict[EdgeKey, str] = {}
    for type in sorted({type for _, types in found for type in types}):
        kind = EdgeKind(type.lower())
        for source, target, by, *proof in rows(tx, cypher_said.edges_before(type), ids=documents):
            held[source, kind, target, by] = proof_row(by, *proof)
    carry_out(tx, CHANGE_EDGES, rows=edge_rows(held, held))
    return documents[-1] if documents else ""
