"""The statements that read back from Neo4j what documents said, all by the document."""

from graph.cypher import NODE, PROOF

DIGESTS = "MATCH (t:_Text) RETURN t.document, t.said + t.heard ORDER BY t.document"
FILE_DIGESTS = "MATCH (t:_Text) RETURN DISTINCT t.digest"
TEXTS = """
UNWIND $ids AS id MATCH (t:_Text {document: id})
RETURN t.document, t.source, t.digest, t.text, t.said, t.heard, coalesce(t.types, [])
"""
OWNED = f"""
UNWIND $ids AS id MATCH (t:_Text {{document: id}}) UNWIND t.owned AS own
MATCH (n:Entity {{id: own}}) RETURN id, {NODE}
"""
REFERENCES = """
UNWIND $ids AS id MATCH (t:_Text {document: id}) UNWIND t.reads AS key
MATCH (v:_Reading {key: key}) RETURN id, v.node, v.row
"""
#: all ways to describe nodes; ``$rows`` are [node, how their keys begin]
READINGS = """
UNWIND $rows AS row MATCH (v:_Reading) USING INDEX v:_Reading(key)
WHERE v.key STARTS WITH row[1] AND v.node = row[0]
RETURN collect([v.key, v.node, v.row, v.documents])
"""
#: the documents that give any of them
READERS = """
CALL db.index.fulltext.queryNodes('words', $query) YIELD node AS t
RETURN collect([t.document, [key IN t.reads WHERE key IN $keys]])
"""
#: the first documents that give it
FIRST_READERS = """
CALL db.index.fulltext.queryNodes('words', $query) YIELD node AS t
RETURN t.document ORDER BY t.document LIMIT $most
"""
ISSUES = """
UNWIND $ids AS id MATCH (i:Issue {document: id}) RETURN id, i.body ORDER BY id, i.place
"""
OFFERS = """
UNWIND $ids AS id
MATCH (t:_Text {document: id})-[o:_OFFERS]->(k:_Key) USING INDEX t:_Text(document)
RETURN id, coalesce(k.text, k.key), o.value ORDER BY id, coalesce(k.text, k.key), o.value
"""
ASKS = """
UNWIND $ids AS id
MATCH (t:_Text {document: id})-[:_ASKS]->(k:_Key) USING INDEX t:_Text(document)
RETURN id, coalesce(k.text, k.key) ORDER BY id, coalesce(k.text, k.key)
"""


def edges_before(type: str) -> str:
    """What documents assert with edges of one type, found by the index of that type."""
    return (
        f"UNWIND $ids AS id MATCH (a)-[r:{type} {{asserted_by: id}}]->(b)"
        f" USING INDEX r:{type}(asserted_by) RETURN a.id, b.id, id, {PROOF}"
    )
