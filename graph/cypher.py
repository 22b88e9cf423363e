"""Every statement that is sent to Neo4j, in one place. Values travel as parameters only.

What a colleague meets in Neo4j Browser: ``(:Document)``, ``(:Task)``, ``(:Unit)``, all of them
also ``:Entity``, joined by the relationships of the model (``LEADS``), and ``(:Issue)``. What
begins with an underscore is the store's own and is never joined to those: ``_Text`` is what a
loaded document said, ``_Reading`` one way to describe a node, ``_Key`` a name under which documents
tell each other something, ``_Meta`` the state of the schema.

A statement says by which index an end is found, and where both ends are known it finds them first:
a LIMIT that limits nothing is a line the planner does not cross, whatever its statistics say. So no
plan walks all the edges of a law that thousands cite to find the one that is asked for.
"""

from collections.abc import Iterable, Sequence

from graph.model import EdgeKind, NodeKind

Kinds = Iterable[EdgeKind]


def types(kinds: Kinds) -> str:
    """The relationship types of edge kinds, as a pattern takes them: ``LEADS|COORDINATES``."""
    return "|".join(kind.value.upper() for kind in kinds)


def labels(kinds: Sequence[NodeKind]) -> str:
    """The node labels of kinds: ``Document|Task``."""
    return "|".join(kind.value.capitalize() for kind in kinds)


# -- reading

NODE = "n.id, n.kind, n.label, n.props"

#: what proves an edge, see ``proofs``
PROOF = "r.start, r.end, r.quote, r.rule, r.confidence, r.evidence"

NODES = f"""
MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id IN $ids RETURN collect([{NODE}])
"""

EVIDENCE = f"""
UNWIND $keys AS key
MATCH (a:Entity {{id: key[1]}}) MATCH (b:Entity {{id: key[3]}})
WITH key, a, b LIMIT 9223372036854775807
MATCH (a)-[r]->(b) WHERE type(r) = key[2] AND r.asserted_by = key[4]
RETURN key[0], {PROOF}
"""

ISSUES = "MATCH (i:Issue) RETURN i.body ORDER BY i.document, i.place"
ISSUES_OF_DOCUMENT = """
MATCH (i:Issue {document: $document}) RETURN i.body ORDER BY i.document, i.place
"""
ISSUES_ABOUT = """
MATCH (k:_Key {key: $about})<-[:_ABOUT]-(i:Issue) USING INDEX k:_Key(key)
WHERE $document IS NULL OR i.document = $document
RETURN i.body ORDER BY i.document, i.place
"""

ISSUES_BY = """
UNWIND $documents AS document
MATCH (i:Issue {document: document}) USING INDEX i:Issue(document)
RETURN i.document, i.body ORDER BY i.document, i.place
"""
NUMBERED = f"""
MATCH (n:Document) USING INDEX n:Document(number_key)
WHERE n.number_key = $number AND toString(n.year) = $year
RETURN {NODE} ORDER BY n.id
"""

MOST_REFERENCED = f"""
MATCH (n:Document) USING INDEX n:Document(loaded, mentions)
WHERE n.loaded = $loaded AND n.mentions > 0
WITH n ORDER BY n.mentions DESC, n.id LIMIT $limit RETURN collect([{NODE}, n.mentions])
"""

TEXT = "MATCH (t:_Text {document: $document}) RETURN t.document, t.source, t.text, t.digest"
DOCUMENTS = "MATCH (t:_Text) RETURN t.document ORDER BY t.document"

OFFERS = """
UNWIND $keys AS key
MATCH (k:_Key {key: key})<-[o:_OFFERS]-(t:_Text) USING INDEX k:_Key(key)
RETURN key, o.value, t.document ORDER BY key, o.value, t.document
"""
ASKERS = """
UNWIND $keys AS key
MATCH (k:_Key {key: key})<-[:_ASKS]-(t:_Text) USING INDEX k:_Key(key)
RETURN DISTINCT t.document ORDER BY t.document
"""

NODE_PAGE = f"MATCH (n:Entity) WHERE n.id > $after RETURN {NODE} ORDER BY n.id LIMIT $limit"
EDGE_PAGE = f"""
MATCH (a:Entity) WHERE a.id > $after AND (a)-->() WITH a ORDER BY a.id LIMIT $limit
MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r.asserted_by, {PROOF}
"""

COUNTS = " UNION ALL ".join(
    [
        *(
            f"MATCH ({pattern}) WITH count(n) AS n RETURN '{name}' AS name, n"
            for name, pattern in (
                *((kind.value, f"n:{labels([kind])}") for kind in NodeKind),
                ("document.loaded", "n:_Text"),
            )
        ),
        *(
            f"MATCH ()-[n:{types([kind])}]->() WITH count(n) AS n RETURN 'edge.{kind}' AS name, n"
            for kind in EdgeKind
        ),
        "MATCH (n:Issue) RETURN 'issue.' + n.severity AS name, count(n) AS n",
    ]
)


def expand(kinds: Kinds, *, reverse: bool) -> str:
    """[edges] of these kinds that leave, or arrive at, the nodes ``$ids``, without evidence."""
    here = "b" if reverse else "a"
    return (
        f"UNWIND $ids AS id MATCH (a)-[r:{types(kinds)}]->(b) USING INDEX {here}:Entity(id)"
        f" WHERE {here}:Entity AND {here}.id = id"
        " RETURN collect([a.id, type(r), b.id, r.asserted_by])"
    )


def listing(kind: NodeKind) -> str:
    """A page of a kind by id; ``$where`` are [name, text] pairs that all must hold."""
    return f"""
MATCH (n:{labels([kind])}) WHERE n.id > $after AND all(pair IN $where WHERE
  CASE n[pair[0]] WHEN true THEN '1' WHEN false THEN '0' ELSE toStringOrNull(n[pair[0]]) END
  = pair[1])
RETURN {NODE} ORDER BY n.id LIMIT $limit
"""
