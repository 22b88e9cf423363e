"""The statements that change a Neo4j store; reading ones stand in ``cypher``."""

from collections.abc import Sequence

# The first statement of every writing transaction makes the others wait their turn

LOCK = "MATCH (m:_Meta) SET m.writes = m.writes + 1"

TEXTS_BEFORE = """
UNWIND $ids AS id MATCH (t:_Text {document: id})
RETURN t.document, t.said, t.heard, t.owned, coalesce(t.types, [])
"""
OFFERS_BEFORE = """
UNWIND $ids AS id
MATCH (t:_Text {document: id})-[o:_OFFERS]->(k:_Key) USING INDEX t:_Text(document)
RETURN id, k.key, o.value
"""
STANDING = """
UNWIND $ids AS id MATCH (n:Entity {id: id})
RETURN n.id, n.kind, n.label, n.props, n.owner, n.mentions, labels(n)
"""
VOTES = "UNWIND $ids AS id MATCH (v:_Reading {node: id}) RETURN v.node, v.row, v.documents"

COUNT_MENTIONS = """
UNWIND $rows AS row MATCH (n:Entity {id: row[0]}) SET n.mentions = row[1]
"""
DROP_NODES = "UNWIND $ids AS id MATCH (n:Entity {id: id}) DELETE n"

COUNT_READINGS = """
UNWIND $rows AS row MERGE (v:_Reading {key: row[0]})
ON CREATE SET v.node = row[1], v.row = row[2], v.documents = row[3]
ON MATCH SET v.documents = v.documents + row[3]
"""
DROP_READINGS = """
UNWIND $keys AS key MATCH (v:_Reading {key: key}) WHERE v.documents <= 0 DETACH DELETE v
"""
READ_SO = """
UNWIND $rows AS row MATCH (t:_Text {document: row[0]}) MATCH (v:_Reading {key: row[1]})
CREATE (t)-[:_READS]->(v)
"""
READ_SO_NO_MORE = """
UNWIND $rows AS row MATCH (t:_Text {document: row[0]}) MATCH (v:_Reading {key: row[1]})
WITH t, v LIMIT 9223372036854775807 MATCH (t)-[r:_READS]->(v) DELETE r
"""

PUT_TEXTS = "UNWIND $rows AS row MERGE (t:_Text {document: row.document}) SET t += row"
DROP_TEXTS = "UNWIND $ids AS id MATCH (t:_Text {document: id}) DETACH DELETE t"


def create_nodes(labels: Sequence[str]) -> str:
    """New nodes of one set of labels; ``$rows`` are their facts."""
    return f"UNWIND $rows AS facts CREATE (n:{':'.join(labels)}) SET n = facts"


def change_nodes(less: Sequence[str], more: Sequence[str]) -> str:
    """Nodes that are shown otherwise, and the labels they lose and get; ``$rows``: [id, facts]."""
    lost = f" REMOVE n:{':'.join(less)}" if less else ""
    got = f", n:{':'.join(more)}" if more else ""
    return f"UNWIND $rows AS row MATCH (n:Entity {{id: row[0]}}){lost} SET n = row[1]{got}"


def create_edges(type: str) -> str:
    """New edges of one type; ``$rows`` are [source, target, facts]."""
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[1]})"
        f" CREATE (a)-[r:{type}]->(b) SET r = row[2]"
    )


def change_edges(type: str) -> str:
    """Edges of one type that are proven by other words now."""
    return f"{_the_edges(type)} SET r = row[2]"


def drop_edges(type: str) -> str:
    """Edges of one type that nobody asserts any more."""
    return f"{_the_edges(type)} DELETE r"


def _the_edges(type: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: row[1]})"
        f" WITH row, a, b LIMIT 9223372036854775807 MATCH (a)-[r:{type}]->(b)"
        " WHERE r.asserted_by = row[2].asserted_by"
    )


# -- what documents doubt, offer and ask

DROP_NOTES = """
UNWIND $ids AS id MATCH (t:_Text {document: id}) USING INDEX t:_Text(document)
CALL (t) { MATCH (t)-[r:_OFFERS|_ASKS]->() DELETE r }
CALL (id) { MATCH (i:Issue {document: id}) DETACH DELETE i }
"""
PUT_OFFERS = """
UNWIND $rows AS row MERGE (k:_Key {key: row[1]}) ON CREATE SET k.text = row[3] WITH row, k
MATCH (t:_Text {document: row[0]}) CREATE (t)-[:_OFFERS {value: row[2]}]->(k)
"""
PUT_ASKS = """
UNWIND $rows AS row MERGE (k:_Key {key: row[1]}) ON CREATE SET k.text = row[2] WITH row, k
MATCH (t:_Text {document: row[0]}) CREATE (t)-[:_ASKS]->(k)
"""
PUT_ISSUES = """
UNWIND $rows AS row CREATE (i:Issue) SET i = row.facts WITH row, i
UNWIND row.about AS about
MERGE (k:_Key {key: about[0]}) ON CREATE SET k.text = about[1] CREATE (i)-[:_ABOUT]->(k)
"""
DROP_IDLE_KEYS = "UNWIND $keys AS key MATCH (k:_Key {key: key}) WHERE NOT (k)--() DELETE k"
KEYS_OF = """
UNWIND $ids AS id
CALL (id) {
  MATCH (t:_Text {document: id})-[:_OFFERS|_ASKS]->(k:_Key) USING INDEX t:_Text(document)
  RETURN k
  UNION MATCH (i:Issue {document: id})-[:_ABOUT]->(k:_Key) USING INDEX i:Issue(document)
  RETURN k
}
RETURN DISTINCT k.key
"""
UNSETTLE_ASKERS = """
UNWIND $keys AS key
MATCH (k:_Key {key: key})<-[:_ASKS]-(t:_Text) USING INDEX k:_Key(key) SET t.unsettled = true
"""
HEAR = """
UNWIND $rows AS row MATCH (t:_Text {document: row[0]}) SET t.heard = row[1], t.unsettled = true
"""
UNSETTLED = """
MATCH (t:_Text {unsettled: true})
RETURN t.document, t.heard, COLLECT {
  MATCH (t)-[:_ASKS]->(k:_Key)<-[o:_OFFERS]-(by:_Text) RETURN [k.text, o.value, by.document]
} ORDER BY t.document
"""
CHECK_OFF = "UNWIND $ids AS id MATCH (t:_Text {document: id}) SET t.unsettled = false"
