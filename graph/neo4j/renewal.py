"""What a newer schema keeps otherwise is rewritten where an older one kept it, bit by bit, so that
it may be broken off and begun again at any time (nâng cấp dữ liệu).
"""

from neo4j import ManagedTransaction

from graph.neo4j.connection import Connection, carry_out, rows
from graph.neo4j.rows import reading_key

BATCH = 1000

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


def renew(connection: Connection, version: int) -> None:
    """Bring the data of a database from this version of the schema to the newest."""
    if version < 3:
        while connection.write(_shorten):
            pass
        while connection.write(_take_reads):
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
