"""Which task of an annex restates which task of its document (nhiệm vụ được nhắc lại).

Two tasks are one when they have one long name, or one opening, or alike names under one numbering
(II.3.c and 3.c). A task that could stand for two others stands for none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from graph.model import GROUP, EdgeKind, Node
from graph.store import GraphReader
from graph.words.folding import words

#: opening words that tell two tasks apart, and the fewest that say enough
OPENING, FEWEST = 12, 5
#: share of the shorter name's words that the longer one must hold under the same numbering
SHARED = 0.8


def counterparts(tasks: Sequence[Node], restated: Sequence[Node]) -> list[tuple[Node, Node]]:
    """(task, the task that restates it), in the order of the tasks; the surest signs first."""
    pairs: list[tuple[Node, Node]] = []
    for keys, fits in ((_name, _always), (_opening, _always), (_numbering, _alike)):
        paired = {task.id for pair in pairs for task in pair}
        here, there = ([t for t in side if t.id not in paired] for side in (tasks, restated))
        pairs += _sole(_sharing(here, there, keys), fits)
    order = {task.id: place for place, task in enumerate(tasks)}
    return sorted(pairs, key=lambda pair: order[pair[0].id])


def assigned_tasks(store: GraphReader, documents: Iterable[str]) -> dict[str, list[Node]]:
    """Document → the tasks it assigns, headings over tasks apart; documents without tasks too."""
    found: dict[str, list[Node]] = {document: [] for document in documents}
    edges = store.expand(found, (EdgeKind.ASSIGNS,))
    tasks = store.nodes({edge.target for edge in edges})
    for edge in edges:
        if tasks[edge.target].properties.get("kind") != GROUP:
            found[edge.source].append(tasks[edge.target])
    return found


def _sole(
    pairs: Iterable[tuple[Node, Node]], fits: Callable[[Node, Node], bool]
) -> list[tuple[Node, Node]]:
    """The pairs that fit and whose members are in no other pair that fits."""
    fitting = {(task.id, twin.id): (task, twin) for task, twin in pairs if fits(task, twin)}
    seen = Counter(id for ids in fitting for id in ids)
    return [pair for ids, pair in fitting.items() if all(seen[id] == 1 for id in ids)]


def _sharing(
    tasks: Sequence[Node], restated: Sequence[Node], key: Callable[[Node], Hashable]
) -> Iterator[tuple[Node, Node]]:
    """Pairs with one key, without comparing each with each; None is no key."""
    by_key: dict[Hashable, list[Node]] = defaultdict(list)
    for twin in restated:
        by_key[key(twin)].append(twin)
    for task in tasks:
        if key(task) is not None:
            yield from ((task, twin) for twin in by_key.get(key(task), ()))


def _name(task: Node) -> Hashable:
    name = _words(task)
    return tuple(name) if len(name) >= FEWEST else None


def _opening(task: Node) -> Hashable:
    name = _words(task)
    return tuple(name[:OPENING]) if len(name) >= FEWEST else None


def _numbering(task: Node) -> Hashable:
    """The last two steps of a path; whether more steps agree is for ``_alike`` to see."""
    steps = _steps(task)
    return tuple(steps[-2:]) if len(steps) >= 2 else None


def _always(task: Node, twin: Node) -> bool:
    return True


def _alike(task: Node, twin: Node) -> bool:
    """One numbering as far as both tell it, and one name or nearly."""
    short, long = sorted((_steps(task), _steps(twin)), key=len)
    one, other = set(_words(task)), set(_words(twin))
    fewer = min(len(one), len(other))
    enough = fewer >= FEWEST and len(one & other) >= SHARED * fewer
    return long[-len(short) :] == short and (enough or (one == other and fewer > 0))


def _words(task: Node) -> list[str]:
    return words(str(task.properties.get("name") or task.label))


def _steps(task: Node) -> list[str]:
    return str(task.properties.get("path") or "").split(".")
