"""The statements that read pieces out of Neo4j: nodes and edges in one answer.

Each gives one row of lists: a record for every node or edge costs the driver more than all that
is in it. The nodes of a set are found first; that an end is one of them is then a comparison of
nodes and not of their ids.
"""

from collections.abc import Mapping, Sequence

from graph.cypher import NODE, PROOF
from graph.engine.moves import Move
from graph.model import NodeKind
from graph.neo4j.cypher_walks import arrow

EDGE = f"[startNode(r).id, type(r), endNode(r).id, r.asserted_by, {PROOF}]"
SET = "MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id IN $ids WITH collect(n) AS all"
HUBS = """
MATCH (n:Entity) USING INDEX n:Entity(id)
WHERE n.id IN $ids AND COUNT { (n)-->() } + COUNT { (n)<--() } > $most
RETURN collect(n.id)
"""


def induced(looks: Mapping[Move, Sequence[NodeKind]]) -> str:
    """[nodes, edges] of the set ``$ids``; by each move from its nodes of some kinds."""
    found = [
        f"COLLECT {{ UNWIND all AS n WITH all, n WHERE {_is(kinds)} MATCH (n){arrow(move, 'r')}(m)"
        f" WHERE m IN all RETURN {EDGE} }}"
        for move, kinds in looks.items()
    ]
    edges = " + ".join(found) or "[]"
    return f"{SET} RETURN {_nodes('all')}, {edges}"


def incident(move: Move, *, again: bool, limited: bool, proofs: bool) -> str:
    """[nodes asked for, nodes at the other ends, edges] of ``$ids``, all edges of a move;
    ``again``: without those between two of the nodes; ``limited``: the first ``$limit`` by key."""
    source, target = ("m", "n") if move.reverse else ("n", "m")
    key = f"{source}.id, type(r), {target}.id, r.asserted_by"
    first = f" WITH n, r, m ORDER BY {key} LIMIT $limit"
    proof = f", {PROOF}" if proofs else ""
    return (
        f"{SET} CALL (all) {{ {_edges(move, again)}{first if limited else ''}"
        f" RETURN collect(DISTINCT m) AS far, collect([{key}{proof}]) AS edges }}"
        f" RETURN {_nodes('all')}, {_nodes('far')}, edges"
    )


def many(move: Move, *, again: bool) -> str:
    """How many edges ``incident`` gives without a limit: a node knows how many it has of a type,
    so only those between two of the nodes are looked at, from where they are the fewer."""
    back = arrow(Move(move.kinds, reverse=not move.reverse), "")
    inner = f" - COUNT {{ (n){back}(m) WHERE m IN all }}" if again else ""
    return f"{SET} UNWIND all AS n RETURN sum(COUNT {{ (n){arrow(move, '')}() }}{inner})"


def _edges(move: Move, again: bool) -> str:
    apart = " WHERE NOT m IN all" if again else ""
    return f"UNWIND all AS n MATCH (n){arrow(move, 'r')}(m){apart}"


def _nodes(name: str) -> str:
    return f"[n IN {name} | [{NODE}]]"


def _is(kinds: Sequence[NodeKind]) -> str:
    return "n:" + "|".join(kind.value.capitalize() for kind in kinds)
