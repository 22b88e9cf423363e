"""What a text rests on, and what rests on it (chuỗi căn cứ)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.engine.census import Census, census_of
from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, Node, NodeKind, Subgraph
from graph.questions.known import known
from graph.questions.sieve import Asked, before, chosen, nearest_first, place_of
from graph.store import GraphReader
from graph.traverse import Move, Reach, basis_moves, breadth_first, steps, subgraph


@dataclass(frozen=True, slots=True)
class Chain(Subgraph):
    """A page of a chain. ``passed``: nodes that only stand on the way to those asked for;
    ``undated``: documents that a question about days cannot place; ``next``: the cursor of the
    page after; ``counts``: of all that is asked for, without the root."""

    passed: frozenset[str] = field(default=frozenset())
    undated: int = 0
    next: str | None = None
    counts: Census = field(default_factory=dict)

    @property
    def outside(self) -> tuple[str, ...]:
        """Where the chain leaves the corpus: documents shown that are cited and not loaded."""
        return tuple(node.id for node in self.nodes if leaves_corpus(node))


def leaves_corpus(node: Node) -> bool:
    """Whether nothing is known of what a document says itself: it is cited, not loaded."""
    return node.kind is NodeKind.DOCUMENT and node.properties.get("status") != "loaded"


def chain(
    store: GraphReader,
    id: str,
    *,
    down: bool = False,
    depth: int = 6,
    kinds: Sequence[EdgeKind] = BASIS_KINDS,
    levels: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int = 400,
    cursor: str | None = None,
    counted: bool = False,
) -> Chain:
    """The chain of bases above a node, or (``down``) the texts that rest on it.

    A task leads to the document that assigns it, a unit first to the tasks it has a role in. Only
    relations of ``kinds`` are walked. With ``levels`` (of authority) or days (of issue, also a
    month or a year) only such documents are shown, and what stands between as ``passed``.
    ``cursor``: ``next`` of the page before. ``counted``: also count a
    whole chain that is longer than its first page; else ``counts`` is empty then.
    """
    asked = Asked(tuple(levels), since, until)
    after = place_of(cursor)
    with store.snapshot() as view:
        root = known(view, id)
        moves = basis_moves(down=down, kinds=kinds)
        if root.kind is NodeKind.DOCUMENT and not down:
            moves = moves[:1]  # nobody assigns what a document rests on
        walk = _Walk(view, root, moves, depth, from_tasks=root.kind is NodeKind.UNIT and not down)
        shown = (*kinds, EdgeKind.ASSIGNS, *(ROLE_KINDS if walk.from_tasks else ()))
        if not asked.narrows and cursor is None:
            return _first(walk, limit, shown, counted=counted)
        reach = walk.reach()
        found = chosen(view, reach, asked, root=id, after=after, limit=limit)
        ways = before(view, reach, found.page, shown, down=down)
        kept = Reach(nearest_first(reach.depth, {id, *ways, *found.page}))
        page = subgraph(view, id, kept, limit=len(kept.depth), kinds=shown)
        return Chain(
            page.root, page.nodes, page.depth, page.edges,
            truncated=found.left > 0 or not reach.complete, left_out=found.left,
            passed=frozenset(ways) - {id, *found.page}, undated=found.undated,
            next=found.next, counts=found.counts,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Walk:
    """What is walked: from a unit its tasks come one step away, and the chains above those."""

    store: GraphReader
    root: Node
    moves: Sequence[Move]
    depth: int
    from_tasks: bool

    def reach(self, limit: int | None = None) -> Reach:
        """The nearest ``limit`` nodes, or all."""
        id = self.root.id
        if not self.from_tasks:
            return breadth_first(self.store, [id], self.moves, depth=self.depth, limit=limit)
        if self.depth < 1:
            return Reach({id: 0})
        tasks = [task for _, task in steps(self.store, [id], [Move(ROLE_KINDS)])]
        reach = breadth_first(self.store, tasks, self.moves, depth=self.depth - 1)
        above = {node: level + 1 for node, level in reach.depth.items() if node != id}
        return Reach({id: 0} | above, reach.complete)


def _first(walk: _Walk, limit: int, kinds: Sequence[EdgeKind], *, counted: bool) -> Chain:
    """The nearest nodes of a whole chain; they are connected as they are."""
    id = walk.root.id
    page = subgraph(walk.store, id, walk.reach(limit), limit=limit, kinds=kinds)
    counts: Census = census_of(node for node in page.nodes if node.id != id)
    if page.left_out:
        counts = walk.store.census(walk.reach().depth.keys() - {id}) if counted else {}
    return Chain(
        page.root, page.nodes, page.depth, page.edges, page.truncated, page.left_out,
        next=_cursor(page) if page.left_out else None, counts=counts,
    )  # fmt: skip


def _cursor(page: Subgraph) -> str:
    last = page.nodes[-1].id
    return f"{page.depth[last]}:{last}"
