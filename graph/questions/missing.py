"""What should be loaded next: documents that much rests on and nobody has loaded (còn thiếu)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import EdgeKind, Node
from graph.questions.hanging import FALLS, parts
from graph.questions.repeats import uncounted
from graph.questions.search import offset_of
from graph.store import GraphReader
from graph.traverse import BUDGET, Move

#: of so many that most documents refer to, what rests on them is worked out and ranks them
RANKED = 1000
FALLING = Move(FALLS, reverse=True)
CITED = Move((EdgeKind.CITES,), reverse=True)
ASSIGNS = Move((EdgeKind.ASSIGNS,))
#: node → bits: on which of the ranked documents it rests, by their place
Marks = dict[str, int]


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
    loaded; ``next``: the cursor of the page after."""

    found: tuple[Missing, ...]
    total: int
    next: str | None


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
        resting = _resting(view, [node.id for node, _ in cited[:RANKED]])
        ranked = [Missing(node, many, *resting.get(node.id, (0, 0))) for node, many in cited]
    first = sorted(
        ranked[:RANKED], key=lambda one: (-one.documents - one.tasks, -one.cited_by, one.node.id)
    )
    order = [*first, *ranked[RANKED:]]
    page = order[offset : offset + limit]
    more = len(order) > offset + limit
    return MissingPage(tuple(page), total, str(offset + limit) if more else None)


def _resting(store: GraphReader, ids: list[str]) -> dict[str, tuple[int, int]]:
    """For each of these the documents and the tasks that rest on it, all walked over together."""
    marks: Marks = {id: 1 << place for place, id in enumerate(ids)}
    direct = _marked(store, marks, CITED, {})
    frontier: Marks = dict(marks)
    while frontier and len(marks) <= BUDGET:
        frontier = _marked(store, frontier, FALLING, marks)
    tasks: Marks = {}
    for source in (marks, direct):
        for part in parts(source):
            for task, _ in store.steps(part, [ASSIGNS.back]):
                tasks[task] = tasks.get(task, 0) | source[task]
    documents = {id: bits for id, bits in marks.items() if id not in tasks}
    _marked(store, documents, ASSIGNS, tasks)
    for left_out, original in uncounted(store, tasks.keys()).items():
        bits = tasks.pop(left_out)
        if original is not None:
            tasks[original] = tasks.get(original, 0) | bits
    own = {id: 1 << place for place, id in enumerate(ids)}
    resting = {id: bits & ~own.get(id, 0) for id, bits in documents.items()}
    texts, jobs = _per_place(resting), _per_place(tasks)
    return {id: (texts[place], jobs[place]) for place, id in enumerate(ids)}


def _marked(store: GraphReader, frontier: Marks, move: Move, marks: Marks) -> Marks:
    """Hand the marks on by one move; what is marked anew, with all its marks."""
    fresh: Marks = {}
    for part in parts(frontier):
        for here, there in store.steps(part, [move]):
            bits = frontier[here] & ~marks.get(there, 0)
            if bits:
                marks[there] = marks.get(there, 0) | bits
                fresh[there] = marks[there]
    return fresh


def _per_place(marks: Mapping[str, int]) -> Counter[int]:
    """How many nodes bear the mark of each place."""
    found: Counter[int] = Counter()
    for bits, many in Counter(marks.values()).items():
        while bits:
            low = bits & -bits
            found[low.bit_length() - 1] += many
            bits ^= low
    return found
