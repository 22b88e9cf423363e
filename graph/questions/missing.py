"""What should be loaded next: documents that much rests on and nobody has loaded (còn thiếu)."""

from dataclasses import dataclass

from graph.engine.resting import per_place
from graph.model import Node
from graph.questions.cursors import offset_of
from graph.questions.hanging import FALLS
from graph.questions.repeats import uncounted
from graph.store import GraphReader
from graph.traverse import BUDGET

#: of so many that most documents refer to, what rests on them is worked out and ranks them
RANKED = 1000


@dataclass(frozen=True, slots=True)
class Missing:
    """A cited document that is not loaded: how many loaded documents refer to it, how many rest on
    it, be it through others, and how many tasks hang on those."""

    node: Node
    cited_by: int
    documents: int = 0
    tasks: int = 0


@dataclass(frozen=True, slots=True)
class MissingPage:
    """A page of them, most resting on them first; ``total``: how many documents are cited and not
    loaded; ``next``: the cursor of the page after. Not ``complete``: more documents and
    tasks rest on them than was counted, a limit was met."""

    found: tuple[Missing, ...]
    total: int
    next: str | None
    complete: bool = True


def missing(store: GraphReader, *, limit: int = 50) -> tuple[Missing, ...]:
    """The documents that most rests on and that are not loaded."""
    return missing_page(store, limit=limit).found


def missing_page(store: GraphReader, *, limit: int = 50, cursor: str | None = None) -> MissingPage:
    """The documents that are not loaded by how many documents and tasks rest on them, then by how
    many cite them; those beyond the ``RANKED`` most cited follow by the latter alone."""
    offset = offset_of(cursor)
    with store.snapshot() as view:
        counts = view.counts()
        total = counts["document"] - counts["document.loaded"]
        cited = view.most_referenced(status="cited", limit=max(RANKED, offset + limit + 1))
        resting, complete = _resting(view, [node.id for node, _ in cited[:RANKED]])
        ranked = [Missing(node, many, *resting.get(node.id, (0, 0))) for node, many in cited]
    first = sorted(
        ranked[:RANKED], key=lambda one: (-one.documents - one.tasks, -one.cited_by, one.node.id)
    )
    order = [*first, *ranked[RANKED:]]
    page = order[offset : offset + limit]
    more = len(order) > offset + limit
    return MissingPage(tuple(page), total, str(offset + limit) if more else None, complete)


def _resting(store: GraphReader, ids: list[str]) -> tuple[dict[str, tuple[int, int]], bool]:
    """For each of these the documents and tasks that rest on it, and whether all were counted; work
    said twice counts once."""
    found = store.resting(ids, FALLS, budget=BUDGET)
    apart = dict(found.apart)
    for left_out, original in uncounted(store, apart.keys()).items():
        bits = apart.pop(left_out)
        if original is not None:
            apart[original] = apart.get(original, 0) | bits
    more = per_place(apart)
    counts = {
        id: (found.documents[place], found.tasks[place] + more[place])
        for place, id in enumerate(ids)
    }
    return counts, found.complete
