"""The statements that walk through Neo4j; each gives one row, for the reason told in
``cypher_parts``."""

from collections.abc import Sequence

from graph.cypher import types
from graph.engine.moves import Move

HEADINGS = """
MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id IN $ids AND n.task_kind = $kind
RETURN collect(n.id)
"""


def walk(move: Move, depth: int) -> str:
    """[how many other nodes are at most ``depth`` edges away, the first ``$limit`` of them as [id,
    least distance]], nearest first.

    With nothing but the length asked of a path, the planner visits each node once (pruning, breadth
    first); a test holds it to that.
    """
    edge = f"[:{types(move.kinds)}*1..{depth}]"
    return (
        f"MATCH p = (a:Entity){_pointed(edge, move)}(b) USING INDEX a:Entity(id)"
        " WHERE a.id IN $ids WITH b, min(length(p)) AS depth WHERE NOT b.id IN $ids"
        " WITH b, depth ORDER BY depth, b.id"
        " WITH collect([b.id, depth]) AS met RETURN size(met), met[..$limit]"
    )


def routes(move: Move) -> str:
    """For each of ``$pairs`` [from, to, at most ``$most`` of the shortest ways as lists of ids]; no
    row for a pair that is not there."""
    pattern = _pointed(f"[:{types(move.kinds)}*]", move)
    return (
        "UNWIND $pairs AS pair MATCH (a:Entity {id: pair[0]}) USING INDEX a:Entity(id)"
        " MATCH (b:Entity {id: pair[1]}) USING INDEX b:Entity(id) RETURN a.id, b.id, COLLECT {"
        f" MATCH p = allShortestPaths((a){pattern}(b))"
        " WITH p LIMIT $most RETURN [n IN nodes(p) | n.id] }"
    )


def steps(moves: Sequence[Move]) -> str:
    """[[from, to]…] for every move possible from the nodes ``$ids``."""
    parts = " UNION ALL ".join(f"MATCH (n){arrow(move, '')}(m) RETURN m" for move in moves)
    return (
        "MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id IN $ids"
        f" CALL (n) {{ {parts} }} WITH DISTINCT n, m RETURN collect([n.id, m.id])"
    )


def arrow(move: Move, name: str) -> str:
    """A pattern of the edges of a move."""
    return _pointed(f"[{name}:{types(move.kinds)}]", move)


def _pointed(edge: str, move: Move) -> str:
    return f"<-{edge}-" if move.reverse else f"-{edge}->"
