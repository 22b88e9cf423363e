"""What rests on each of many documents, all walked over at once, whatever brings the steps.

Every node that is met bears a mark for each of the documents it rests on: a bit, by its place.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from graph.engine.moves import ANNEX_OF, ASSIGNS, CITES, Move
from graph.model import EdgeKind

N = TypeVar("N", str, int)  # what a store counts its nodes by
#: node → on which of the documents it rests
Marks: TypeAlias = dict[N, int]


@dataclass(frozen=True, slots=True)
class Resting:
    """For each document, by its place, how many documents rest on it, be it through others, and how
    many tasks hang on those; headings over tasks are none.

    ``apart``: the tasks of annexes and of texts with annexes, which may be one work said twice and
    are not counted yet, with their marks. Not ``complete``: more rests on them than was counted.
    """

    documents: Sequence[int] = ()
    tasks: Sequence[int] = ()
    apart: Mapping[str, int] = field(default_factory=dict)
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Engine(Generic[N]):
    """What a walk asks of a store."""

    #: (node, where a move leads from it), for those of some nodes from which it leads anywhere
    ends: Callable[[Collection[N], Move], Iterable[tuple[N, Collection[N]]]]
    #: those of some tasks that are headings
    headings: Callable[[Collection[N]], Iterable[N]]
    #: the ids of nodes
    names: Callable[[Collection[N]], Mapping[N, str]]


def resting(
    places: Sequence[N], falls: Sequence[EdgeKind], budget: int, engine: Engine[N]
) -> Resting:
    """What rests on these documents along the kinds of ``falls``. The walk goes no further when it
    met more than ``budget`` nodes; a task that cites one of them hangs on it without its text."""
    own: Marks[N] = {id: 1 << place for place, id in enumerate(places)}
    marks, complete = _walked(own, Move(tuple(falls), reverse=True), budget, engine)
    direct: Marks[N] = {}
    for there, ends in engine.ends(own, CITES.back):
        _mark(direct, ends, own[there])
    given = dict(engine.ends(marks.keys() | direct.keys(), ASSIGNS.back))
    tasks = {id: marks.get(id, 0) | direct.get(id, 0) for id in given}
    resting = {id: bits & ~own.get(id, 0) for id, bits in marks.items() if id not in given}
    texts = {document for by in given.values() for document in by}
    for document, ends in engine.ends([id for id in marks if id not in given], ASSIGNS):
        _mark(tasks, ends, marks[document])
        texts.add(document)
    for heading in engine.headings(tasks):
        del tasks[heading]
    apart = _apart(tasks, texts, engine)
    documents, jobs = per_place(resting), per_place(tasks)
    every = range(len(places))
    return Resting([documents[n] for n in every], [jobs[n] for n in every], apart, complete)


def per_place(marks: Mapping[N, int]) -> Counter[int]:
    """How many nodes bear the mark of each place."""
    found: Counter[int] = Counter()
    for bits, many in Counter(marks.values()).items():
        while bits:
            low = bits & -bits
            found[low.bit_length() - 1] += many
            bits ^= low
    return found


def _walked(own: Marks[N], move: Move, budget: int, engine: Engine[N]) -> tuple[Marks[N], bool]:
    """The marks handed on by a move until nobody gets a new one, and whether the budget allowed
    that; each node is read once."""
    marks, frontier = dict(own), dict(own)
    onward: dict[N, Collection[N]] = {}
    read: set[N] = set()
    while frontier and len(marks) <= budget:
        onward |= engine.ends(frontier.keys() - read, move)
        read |= frontier.keys()
        fresh: Marks[N] = {}
        for there, bits in frontier.items():
            for here in onward.get(there, ()):
                known = marks.get(here, 0)
                if bits & ~known:
                    marks[here] = fresh[here] = known | bits
        frontier = fresh
    return marks, not frontier


def _mark(marks: Marks[N], ends: Iterable[N], bits: int) -> None:
    for id in ends:
        marks[id] = marks.get(id, 0) | bits


def _apart(tasks: Marks[N], texts: Collection[N], engine: Engine[N]) -> dict[str, int]:
    """Take out the tasks of annexes and of texts with annexes."""
    annexed = {id for move in (ANNEX_OF, ANNEX_OF.back) for id, _ in engine.ends(texts, move)}
    ids = {task for _, ends in engine.ends(annexed, ASSIGNS) for task in ends if task in tasks}
    return {name: tasks.pop(id) for id, name in engine.names(ids).items()}
