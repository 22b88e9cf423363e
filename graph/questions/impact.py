"""What hangs on a document, should it end on a day (ảnh hưởng khi văn bản hết hiệu lực).

Direct: what rests on it, carries it out, amends or only cites it, its annexes and its own tasks.
Indirect: what rests on those in turn; a mere citation is not passed. A task hangs with the document
that assigns it, a unit with its nearest task; a heading is no task, and what an annex repeats of
its plan is the plan's. Counts come first, members page by page, each with the way that joins it to
the document.
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from graph.engine.census import Census
from graph.errors import UsageError
from graph.model import Edge, Node, NodeKind
from graph.questions.hanging import Hanging, hanging, other_bases, ways
from graph.questions.known import known
from graph.questions.repeats import uncounted
from graph.store import GraphReader
from graph.times.partial_days import whole_day
from graph.times.spans import spans_of
from graph.traverse import with_evidence

#: nodes read at a time where their properties are needed
CHUNK = 1000
#: in which order what is equally far is told
KINDS = (NodeKind.DOCUMENT, NodeKind.TASK, NodeKind.UNIT)
Place: TypeAlias = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Running:
    """Tasks that hang on it by when they run: after the day, done by then, without a time."""

    after: int = 0
    done: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Affected:
    """One node that hangs on the document (mục bị ảnh hưởng).

    ``distance`` 1 is direct. ``way``: node ids from the document to it; ``edges``: the assertions
    along the way. ``other_bases``: bases of a document beside, that do not hang on the same text.
    ``runs_after``: whether a task still runs after the day; None without a time or a day.
    """

    node: Node
    distance: int
    way: tuple[str, ...]
    edges: tuple[Edge, ...]
    other_bases: tuple[str, ...] = ()
    runs_after: bool | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """The answer: counts of all that hangs on ``node`` by kind, level and type, directly and
    through others; ``running``: the tasks by the day ``on``, where one is asked. ``nodes``: all
    that stand on the ways of this page. ``complete``: False when more hangs on it than is counted.
    """

    node: Node
    on: str | None
    direct: Census
    indirect: Census
    running: Running | None
    members: tuple[Affected, ...]
    nodes: tuple[Node, ...]
    next: str | None
    complete: bool


def impact(
    store: GraphReader,
    id: str,
    *,
    on: str | None = None,
    kind: NodeKind | None = None,
    direct: bool | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> Impact:
    """What hangs on the document ``id`` if it ends on the whole ISO day ``on``.

    ``kind`` and ``direct`` narrow the members, not the counts; ``cursor`` is ``next`` of the page
    before. NotFoundError for what is no document, UsageError for another day or cursor.
    """
    if on is not None:
        whole_day(on)
    after = _place(cursor)
    with store.snapshot() as view:
        node = known(view, id, NodeKind.DOCUMENT)
        found = hanging(view, id)
        beside = uncounted(view, {i for i, k in found.kinds.items() if k is NodeKind.TASK}).keys()
        near = [i for i, distance in found.distance.items() if distance == 1 and i not in beside]
        far = [i for i, distance in found.distance.items() if distance > 1 and i not in beside]
        places = sorted(
            place
            for other in (near if direct else far if direct is False else (*near, *far))
            if kind in (None, found.kinds[other]) and (place := _order(found, other)) > after
        )
        members, nodes = _members(view, found, [other for *_, other in places[:limit]], on)
        return Impact(
            node=node,
            on=on,
            direct=view.census(near),
            indirect=view.census(far),
            running=_running(view, found.kinds.keys() - beside, found, on) if on else None,
            members=members,
            nodes=nodes,
            next=_cursor(places[limit - 1]) if len(places) > limit else None,
            complete=found.complete,
        )


def _members(
    store: GraphReader, found: Hanging, shown: Sequence[str], on: str | None
) -> tuple[tuple[Affected, ...], tuple[Node, ...]]:
    """The members of a page with their ways, and every node that stands on one of them."""
    by_way, steps = ways(store, found, shown)
    edges = with_evidence(store, [edge for said in steps.values() for edge in said])
    proven = {edge.key: edge for edge in edges}
    nodes = store.nodes({id for way in by_way.values() for id in way})
    beside = other_bases(store, found, [i for i in shown if found.kinds[i] is NodeKind.DOCUMENT])
    texts = _assigning(store, [nodes[id] for id in shown])
    members = tuple(
        Affected(
            node=nodes[id],
            distance=found.distance[id],
            way=by_way[id],
            edges=tuple(
                proven[edge.key] for near, far in pairwise(by_way[id]) for edge in steps[far, near]
            ),
            other_bases=beside.get(id, ()),
            runs_after=_runs_after(nodes[id], texts, on) if on else None,
        )
        for id in shown
    )
    return members, tuple(nodes[id] for id in sorted(nodes))


def _running(store: GraphReader, counted: Set[str], found: Hanging, on: str) -> Running:
    """Counts the tasks, a few at a time, so that many never stand in memory together."""
    told: Counter[bool | None] = Counter()
    tasks = sorted(id for id in counted if found.kinds[id] is NodeKind.TASK)
    for start in range(0, len(tasks), CHUNK):
        nodes = list(store.nodes(tasks[start : start + CHUNK]).values())
        texts = _assigning(store, nodes)
        told.update(_runs_after(node, texts, on) for node in nodes)
    return Running(told[True], told[False], told[None])


def _runs_after(node: Node, texts: Mapping[str, Node], on: str) -> bool | None:
    """Whether a task runs later than the day; None without a time, and of what is no task."""
    if node.kind is not NodeKind.TASK:
        return None
    spans = spans_of(node, texts.get(str(node.properties.get("document"))))
    return any((span.end or "9999") > on for span in spans) if spans else None


def _assigning(store: GraphReader, nodes: Sequence[Node]) -> dict[str, Node]:
    """The documents of the tasks among these nodes: a standing task runs as long as its text."""
    return store.nodes({str(n.properties["document"]) for n in nodes if "document" in n.properties})


def _order(found: Hanging, id: str) -> Place:
    return found.distance[id], KINDS.index(found.kinds[id]), id


def _cursor(place: Place) -> str:
    return ":".join(map(str, place))


def _place(cursor: str | None) -> Place:
    """Where the page before ended."""
    if not cursor:
        return 0, 0, ""
    distance, _, rest = cursor.partition(":")
    kind, _, id = rest.partition(":")
    if not (distance.isdecimal() and kind.isdecimal() and id):
        raise UsageError("query.cursor", cursor=cursor)
    return int(distance), int(kind), id
