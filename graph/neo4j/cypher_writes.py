"""The statements that change a Neo4j store; reading ones stand in ``cypher``.

There are few, whatever a batch holds: labels and types travel as values (``$(…)``), because a
server takes longer to begin a statement than to write some hundred rows with it. Nodes that the
transaction has read or made already are found by their place in the database (``elementId``), which
costs a third of finding them again by the index of a constraint, which locks them.
"""

# The first statement of every writing transaction makes the others wait their turn

LOCK = "MATCH (m:_Meta) SET m.writes = m.writes + 1"

TEXTS_BEFORE = f"""
{LOCK} WITH m UNWIND $ids AS id MATCH (t:_Text {{document: id}})
RETURN t.document, t.said, t.heard, t.owned, coalesce(t.types, [])
"""
OFFERS_BEFORE = """
UNWIND $ids AS id
MATCH (t:_Text {document: id})-[o:_OFFERS]->(k:_Key) USING INDEX t:_Text(document)
RETURN id, k.key, o.value
"""
#: nodes as they stand, with their places; of what other documents own than ``$documents`` nothing
#: is shown, since nothing of that changes
STANDING = """
UNWIND $ids AS id MATCH (n:Entity {id: id})
RETURN collect([n.id, elementId(n), n.owner, n.mentions] +
  CASE WHEN n.owner IS NULL OR n.owner IN $documents THEN [n.kind, n.label, n.props] ELSE [] END)
"""
VOTES = """
UNWIND $rows AS row MATCH (v:_Reading) USING INDEX v:_Reading(key)
WHERE v.key STARTS WITH row[1] AND v.node = row[0]
RETURN collect([v.node, v.row, v.documents])
"""

#: new nodes, and their places
CREATE_NODES = """
UNWIND $rows AS row CREATE (n:$(row[0])) SET n = row[1] RETURN collect([n.id, elementId(n)])
"""
CHANGE_NODES = """
UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row[0]
REMOVE n:$([label IN labels(n) WHERE NOT label IN row[1]]) SET n:$(row[1]) SET n = row[2]
"""
COUNT_MENTIONS = """
UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row[0] SET n.mentions = row[1]
"""
DROP_NODES = "UNWIND $ids AS id MATCH (n:Entity {id: id}) DELETE n"

COUNT_READINGS = """
UNWIND $rows AS row MERGE (v:_Reading {key: row[0]})
ON CREATE SET v.node = row[1], v.row = row[2], v.documents = row[3]
ON MATCH SET v.documents = v.documents + row[3]
"""
DROP_READINGS = """
UNWIND $keys AS key MATCH (v:_Reading {key: key}) WHERE v.documents <= 0 DELETE v
"""

CREATE_TEXTS = "UNWIND $rows AS row CREATE (t:_Text) SET t = row"
CHANGE_TEXTS = "UNWIND $rows AS row MATCH (t:_Text {document: row.document}) SET t += row"
DROP_TEXTS = "UNWIND $ids AS id MATCH (t:_Text {document: id}) DETACH DELETE t"

#: ``$rows`` are [source, its edges as [target, type, *facts]], the ends by their places
CREATE_EDGES = """
UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row[0]
UNWIND row[1] AS edge MATCH (b) WHERE elementId(b) = edge[0]
CREATE (a)-[:$(edge[1]) {asserted_by: edge[2], start: edge[3], end: edge[4], quote: edge[5],
  rule: edge[6], confidence: edge[7], evidence: edge[8]}]->(b)
"""
#: of those that are there the ends are found by their ids
_THE_EDGES = """
UNWIND $rows AS row UNWIND row[1] AS edge
MATCH (a:Entity {id: row[0]}) MATCH (b:Entity {id: edge[0]})
WITH edge, a, b LIMIT 9223372036854775807 MATCH (a)-[r]->(b)
WHERE type(r) = edge[1] AND r.asserted_by = edge[2]
"""
CHANGE_EDGES = f"""{_THE_EDGES}
SET r.start = edge[3], r.end = edge[4], r.quote = edge[5], r.rule = edge[6],
  r.confidence = edge[7], r.evidence = edge[8]
"""
DROP_EDGES = f"{_THE_EDGES} DELETE r"

# -- what documents doubt, offer and ask

DROP_NOTES = """
UNWIND $ids AS id MATCH (t:_Text {document: id}) USING INDEX t:_Text(document)
CALL (t) { MATCH (t)-[r:_OFFERS|_ASKS]->() DELETE r }
CALL (id) { MATCH (i:Issue {document: id}) DETACH DELETE i }
"""
#: ``$rows`` are [document, its notes as [key, type, the whole key, value]]; who asks gives no value
PUT_NOTES = """
UNWIND $rows AS row MATCH (t:_Text {document: row[0]})
UNWIND row[1] AS note MERGE (k:_Key {key: note[0]}) ON CREATE SET k.text = note[2]
CREATE (t)-[:$(note[1]) {value: note[3]}]->(k)
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
MATCH (t:_Text {unsettled: true}) WHERE t.document > $after
WITH t ORDER BY t.document LIMIT $most
RETURN t.document, t.heard, COLLECT {
  MATCH (t)-[:_ASKS]->(k:_Key)<-[o:_OFFERS]-(by:_Text)
  RETURN [coalesce(k.text, k.key), o.value, by.document]
} ORDER BY t.document
"""
CHECK_OFF = "UNWIND $ids AS id MATCH (t:_Text {document: id}) SET t.unsettled = false"
