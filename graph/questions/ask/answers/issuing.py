"""Which documents were issued by whom and when, read a page at a time (ban hành)."""

from collections.abc import Iterable, Iterator

from graph.model import EdgeKind, Node, NodeKind
from graph.questions.ask.kinds import is_of_level
from graph.questions.ask.reply import Asked
from graph.questions.every import every
from graph.store import GraphReader

#: links of one node that are read at a time
PAGE = 1000


def issued_by(store: GraphReader, asked: Asked) -> Iterator[Node]:
    """The documents of a unit, or all, that are of the kind and time asked for."""
    if asked.units:
        found: Iterable[Node] = linked(store, asked.units[0], EdgeKind.ISSUED_BY)
    else:
        found = (node for page in every(store, NodeKind.DOCUMENT) for node in page)
    return (n for n in found if is_wanted(n, asked) and is_of_level(n, asked.level))


def linked(store: GraphReader, unit: Node, kind: EdgeKind) -> Iterator[Node]:
    """The documents at the other ends of a unit's edges, each once."""
    last, seen = None, set[str]()
    while edges := store.links(unit.id, (kind,), reverse=True, after=last, limit=PAGE, proof=False):
        last = edges[-1].key
        fresh = {edge.source for edge in edges} - seen
        seen |= fresh
        nodes = store.nodes(sorted(fresh))
        yield from (node for node in nodes.values() if node.kind is NodeKind.DOCUMENT)


def is_wanted(node: Node, asked: Asked, *, day: str = "issued") -> bool:
    """Whether it is of the kind asked for and was issued, or else, in the time asked for."""
    if not asked.is_kind(node):
        return False
    if asked.place and asked.place not in node.id.split("/")[:-3]:
        return False
    if asked.period is None or asked.period.year is None:
        return True
    since, until = asked.period.days(asked.period.year)
    told = str(node.properties.get(day) or "")
    first, last = (told, told) if told or day != "issued" else _part_of_time(node)
    return bool(first) and (since or "") <= first and last <= (until or "9999")


def _part_of_time(node: Node) -> tuple[str, str]:
    """The first and last day of the month or year in which a document was issued that tells no
    day; none where it tells neither."""
    part = str(node.properties.get("issued_partial") or node.properties.get("year") or "")
    whole = {4: ("-01-01", "-12-31"), 7: ("-01", "-31")}.get(len(part))
    return (part + whole[0], part + whole[1]) if whole else ("", "")
