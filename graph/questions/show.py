"""All about one node: what it says, what is said of it, and every doubt (xem một nút)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.errors import UsageError
from graph.model import Edge, EdgeKey, EdgeKind, Issue, Node, NodeKind
from graph.questions.cursors import cursor_of, parts_of
from graph.questions.known import among, known
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.traverse import ALL_KINDS

#: edges of one page
PAGE = 1000
LEAVING, ARRIVING = "leaving", "arriving"
#: kind of edge → how many nodes stand at the other ends
Ends = Mapping[EdgeKind, int]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A node, its edges both ways with evidence, the nodes at their other ends, its issues.

    ``repeats``: tasks shown that restate another one shown, a plan's in its annex. Of a node that
    thousands refer to this is a page: ``left_out`` edges come after it, from the cursor ``next``
    on; ``leaving`` and ``arriving`` count all there is, whatever the page.
    """

    node: Node
    edges: tuple[Edge, ...]
    nodes: tuple[Node, ...]
    issues: tuple[Issue, ...]
    left_out: int = 0
    repeats: Mapping[str, str] = field(default_factory=dict)
    next: str | None = None
    leaving: Ends = field(default_factory=dict)
    arriving: Ends = field(default_factory=dict)


def show(store: GraphReader, id: str, *, limit: int = PAGE, cursor: str | None = None) -> Portrait:
    """The portrait of a node (chi tiết một nút); NotFoundError when it is unknown. The edges that
    leave it come first, by kind; ``cursor`` is ``next`` of the page before."""
    with store.snapshot() as view:
        if cursor:
            return _further(view, known(view, id), limit, cursor)
        part = view.incident([id], ALL_KINDS, ends="both", limit=limit)
        node = among(part.nodes, id)
        found = {other: part.nodes[other] for other in sorted(part.nodes) if other != id}
        edges = tuple(part.edges)
        leaving, arriving = _counted(edges, id)
        if part.left_out:
            leaving, arriving = (_counts(view, id, reverse=way) for way in (False, True))
        return Portrait(
            node, edges, tuple(found.values()), tuple(view.issues(node=id)), part.left_out,
            _repeats(view, found), _next(edges, id, part.left_out) if part.left_out else None,
            leaving, arriving,
        )  # fmt: skip


def _further(store: GraphReader, node: Node, limit: int, cursor: str) -> Portrait:
    """A page after the first, without the doubts that stood on that."""
    side, left, *key = parts_of(cursor, 6)
    if side not in (LEAVING, ARRIVING) or key[1] not in set(ALL_KINDS) or not left.isdecimal():
        raise UsageError("query.cursor", cursor=cursor)
    after: EdgeKey | None = (key[0], EdgeKind(key[1]), key[2], key[3])
    edges: list[Edge] = []
    if side == LEAVING:
        edges = store.links(node.id, ALL_KINDS, after=after, limit=limit + 1)
        after = None
    if len(edges) <= limit:
        most = limit + 1 - len(edges)
        arriving = store.links(node.id, ALL_KINDS, reverse=True, after=after, limit=most)
        edges += [edge for edge in arriving if edge.source != node.id]
    page = tuple(edges[:limit])
    others = {end for edge in page for end in (edge.source, edge.target)} - {node.id}
    found = dict(sorted(store.nodes(others).items()))
    left_out = max(int(left) - len(page), int(len(edges) > limit))
    return Portrait(
        node, page, tuple(found.values()), (), left_out=left_out, repeats=_repeats(store, found),
        next=_next(page, node.id, left_out) if len(edges) > limit else None,
        leaving=_counts(store, node.id, reverse=False),
        arriving=_counts(store, node.id, reverse=True),
    )  # fmt: skip


def _next(edges: Sequence[Edge], id: str, left_out: int) -> str:
    last = edges[-1]
    side = LEAVING if last.source == id else ARRIVING
    return cursor_of(
        (side, str(left_out), last.source, last.kind.value, last.target, last.asserted_by)
    )


def _repeats(store: GraphReader, found: Mapping[str, Node]) -> dict[str, str]:
    again = repeats(store, (other for other in found.values() if other.kind is NodeKind.TASK))
    return {task: original for task, original in again.items() if original in found}


def _counted(edges: Sequence[Edge], id: str) -> tuple[Ends, Ends]:
    """The counts of edges that were all read."""
    leaving: dict[EdgeKind, set[str]] = {}
    arriving: dict[EdgeKind, set[str]] = {}
    for edge in edges:
        if edge.source == id:
            leaving.setdefault(edge.kind, set()).add(edge.target)
        if edge.target == id:
            arriving.setdefault(edge.kind, set()).add(edge.source)
    sides = (leaving, arriving)
    out, into = ({kind: len(side[kind]) for kind in sorted(side)} for side in sides)
    return out, into


def _counts(store: GraphReader, id: str, *, reverse: bool) -> Ends:
    found: dict[EdgeKind, int] = {}
    for (kind, _), count in sorted(store.link_counts(id, ALL_KINDS, reverse=reverse).items()):
        found[kind] = found.get(kind, 0) + count
    return found
