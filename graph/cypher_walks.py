"""The statements that walk through Neo4j."""

from collections.abc import Iterable, Sequence

from graph.cypher import types
from graph.model import EdgeKind

#: edge kinds and whether they are gone against
Way = tuple[Sequence[EdgeKind], bool]


def walk(kinds: Iterable[EdgeKind], *, reverse: bool, depth: int) -> str:
    """Nodes at most ``depth`` edges away with their least distance, nearest first.

    With nothing but the length asked of a path, the planner visits each node once (pruning, breadth
    first); a test holds it to that.
    """
    edge = f"[:{types(kinds)}*1..{depth}]"
    arrow = f"<-{edge}-" if reverse else f"-{edge}->"
    return (
        f"MATCH p = (a:Entity){arrow}(b) USING INDEX a:Entity(id) WHERE a.id IN $ids"
        " WITH b.id AS id, min(length(p)) AS depth"
        " RETURN id, depth ORDER BY depth, id LIMIT $most"
    )


def steps(ways: Iterable[Way]) -> str:
    """[from, to] for every way that leads on from the nodes ``$ids``."""
    parts = [f"MATCH (a){_arrow(way, '')}(b) RETURN b" for way in ways]
    return (
        "UNWIND $ids AS id MATCH (a:Entity {id: id}) CALL (a) { "
        + " UNION ".join(parts)
        + " } RETURN DISTINCT id, b.id"
    )


def among(ways: Sequence[Way]) -> str:
    """Edges from ``$looks[n]`` by way n whose other ends are in ``$all`` too."""
    parts = [
        f"UNWIND $looks[{place}] AS id MATCH (a:Entity {{id: id}}){_arrow(way, 'r')}(b)"
        f" USING INDEX a:Entity(id) WHERE b.id IN $all"
        " RETURN startNode(r).id AS source, type(r) AS type, endNode(r).id AS target,"
        " r.asserted_by AS by, r.evidence AS evidence"
        for place, way in enumerate(ways)
    ]
    return " UNION ALL ".join(parts)


def _arrow(way: Way, name: str) -> str:
    kinds, reverse = way
    edge = f"[{name}:{types(kinds)}]"
    return f"<-{edge}-" if reverse else f"-{edge}->"
