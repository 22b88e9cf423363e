"""The diagram of a document (lược đồ): what others do to it and what it does, by category.

Thirteen categories each way, counted first; the members of one come page by page with their proof.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.errors import UsageError
from graph.model import Edge, EdgeKind, Node, NodeKind
from graph.questions.known import known
from graph.store import GraphReader
from graph.vocabulary.diagram import CategoryRow, beside, categories

#: assertions of one relation that are shown: a law's amendment may be told by thousands
PROOFS = 5
#: edges read at a time
BATCH = 500
#: after every assertion of one relation
LAST = "\uffff"


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a category, and at most ``PROOFS`` of the assertions that place it there."""

    node: Node
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """One category (nhóm quan hệ): how many documents are in it, and how many tasks refer in this
    way; the members of a page, and the cursor of the next one."""

    row: CategoryRow
    documents: int
    tasks: int = 0
    members: tuple[Member, ...] = ()
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Relations:
    """A document's diagram: the thirteen and thirteen, and what the graph knows beside them."""

    node: Node
    categories: tuple[Category, ...]
    beside: tuple[Category, ...] = field(default=())


def relations(
    store: GraphReader,
    id: str,
    *,
    category: str | None = None,
    limit: int = 20,
    cursor: str | None = None,
) -> Relations:
    """The diagram of a document, each category with its first ``limit`` members; with ``category``
    only that one, from ``cursor`` on. UsageError for a category that is none."""
    names = {row.id for row in (*categories(), *beside())}
    if category is not None and category not in names:
        raise UsageError("query.category", category=category, known=", ".join(sorted(names)))
    if cursor and category is None:
        raise UsageError("query.cursor_alone")
    with store.snapshot() as view:
        node = known(view, id, NodeKind.DOCUMENT)
        kinds = tuple({row.edge for row in (*categories(), *beside()) if row.edge})
        counts = {way: view.link_counts(id, kinds, reverse=way) for way in (True, False)}

        def filled(rows: Sequence[CategoryRow]) -> tuple[Category, ...]:
            return tuple(
                _category(view, id, row, counts[row.incoming], limit, cursor or "")
                for row in rows
                if category in (None, row.id)
            )

        return Relations(node, filled(categories()), filled(beside()))


def _category(
    store: GraphReader,
    id: str,
    row: CategoryRow,
    counts: dict[tuple[EdgeKind, NodeKind], int],
    limit: int,
    cursor: str,
) -> Category:
    if row.edge is None:
        return Category(row, 0)
    documents = counts.get((row.edge, NodeKind.DOCUMENT), 0)
    tasks = counts.get((row.edge, NodeKind.TASK), 0)
    if not documents or limit < 1:
        return Category(row, documents, tasks)
    said = _said(store, id, row.edge, row.incoming, limit + 1, cursor)
    page = list(said)[:limit]
    nodes = store.nodes(page)
    members = tuple(Member(nodes[other], tuple(said[other])) for other in page)
    return Category(row, documents, tasks, members, page[-1] if len(said) > limit else None)


def _said(
    store: GraphReader, id: str, kind: EdgeKind, incoming: bool, most: int, cursor: str
) -> dict[str, list[Edge]]:
    """The next documents after ``cursor`` with the first assertions that join each to ``id``."""
    found: dict[str, list[Edge]] = {}
    after = _after(id, kind, cursor, incoming) if cursor else None
    while len(found) <= most:
        batch = store.links(
            id, (kind,), reverse=incoming, other=NodeKind.DOCUMENT, after=after, limit=BATCH
        )
        for edge in batch:
            proofs = found.setdefault(edge.source if incoming else edge.target, [])
            if len(proofs) < PROOFS:
                proofs.append(edge)
        if len(batch) < BATCH:
            break
        after = _after(id, kind, list(found)[-1], incoming)  # past all that say the same of it
    return dict(list(found.items())[:most])


def _after(id: str, kind: EdgeKind, other: str, incoming: bool) -> tuple[str, EdgeKind, str, str]:
    return (other, kind, id, LAST) if incoming else (id, kind, other, LAST)
