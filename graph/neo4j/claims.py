"""How documents describe a node, out of Neo4j (cách dẫn chiếu).

A document keeps the keys of its descriptions and the index of words knows which documents have a
key: many are asked for at once, since the index takes longer to be asked than to answer.
"""

from collections.abc import Sequence

from graph.engine.rows import node_of
from graph.model import Node
from graph.neo4j import cypher_said as cypher
from graph.neo4j.connection import Work, rows
from graph.neo4j.rows import readings_of

#: keys that the index is asked for in one go; it takes 1,024 words in a query
AT_ONCE = 500


def claims(work: Work, ids: Sequence[str], most: int | None) -> dict[str, list[tuple[str, Node]]]:
    """Every reference to these nodes as its document words it, or the first of those alike."""
    asked = [[id, readings_of(id)] for id in ids]
    ((readings,),) = rows(work, cypher.READINGS, rows=asked)
    described = {key: node_of(id, row) for key, id, row, _ in readings}
    crowded = {key for key, *_, documents in readings if most is not None and documents > most}
    keys = sorted(described.keys() - crowded)
    found: dict[str, list[tuple[str, Node]]] = {}
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        ((told,),) = rows(work, cypher.READERS, query=f"reads:({' '.join(some)})", keys=some)
        for document, met in told:
            for node in map(described.__getitem__, met):
                found.setdefault(node.id, []).append((document, node))
    for key in crowded:
        node = described[key]
        first = rows(work, cypher.FIRST_READERS, query=f"reads:{key}", most=most)
        found.setdefault(node.id, []).extend((document, node) for (document,) in first)
    return {id: sorted(found[id], key=lambda claim: claim[0]) for id in ids if id in found}
