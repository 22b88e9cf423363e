"""The statements that search Neo4j; each gives one row, for the reason told in ``cypher_parts``."""

from graph.cypher import NODE

#: known short names, numbers, then what has all words in its name: [exact ids, other ids]; an offer
#: is an id, or what is known of a document with its id
NAMES = """
CALL () {
  MATCH (k:_Key {key: $alias})<-[o:_OFFERS]-(:_Text) USING INDEX k:_Key(key)
  WITH DISTINCT CASE WHEN o.value STARTS WITH '{'
    THEN split(split(o.value, '"id":"')[1], '"')[0] ELSE o.value END AS id
  MATCH (n:Entity {id: id}) WHERE n.kind IN $kinds
  WITH n ORDER BY n.mentions DESC, n.id LIMIT $exact RETURN collect(n.id) AS called
}
CALL () {
  MATCH (n:Document) USING INDEX n:Document(number_key)
  WHERE n.number_key IN $numbers AND n.kind IN $kinds
  WITH n, ' ' + n.words + ' ' AS words WHERE all(word IN $numbered WHERE words CONTAINS word)
  WITH n ORDER BY n.loaded DESC, n.mentions DESC, n.id LIMIT $exact
  RETURN collect(n.id) AS numbered
}
WITH called + [id IN numbered WHERE NOT id IN called] AS exact
CALL (exact) {
  CALL db.index.fulltext.queryNodes('words', $names) YIELD node AS n
  WHERE n:Entity AND n.kind IN $kinds AND NOT n.id IN exact
  WITH n, ' ' + n.words + ' ' AS words WHERE all(word IN $named WHERE words CONTAINS word)
  WITH n ORDER BY n.mentions DESC, size(n.label), n.id LIMIT $limit
  RETURN collect(n.id) AS named
}
RETURN exact, named
"""
#: documents that have all words in name and text together, apart from what was found by its name
TEXTS = """
CALL db.index.fulltext.queryNodes('words', $query) YIELD node AS t
WHERE t:_Text AND NOT t.document IN $but
MATCH (n:Entity {id: t.document}) USING INDEX n:Entity(id) WHERE n.kind IN $kinds
WITH n ORDER BY n.mentions DESC, size(n.label), n.id LIMIT $limit
RETURN collect(n.id)
"""
HITS = f"""
MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id IN $ids
OPTIONAL MATCH (t:_Text {{document: n.id}})
RETURN collect([{NODE}, coalesce(t.text, '')])
"""
NODES = f"""
MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id IN $ids
RETURN collect([{NODE}, ''])
"""
