"""What a question comes to, in the form in which ours and those written by hand are compared."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

#: (unit, role) → the tasks of each quarter
Cells: TypeAlias = dict[tuple[str, str], tuple[tuple[str, ...], ...]]

#: id, by how many it is cited, how many texts and how many tasks rest on it
Lacking: TypeAlias = tuple[str, int, int, int]
#: by id, or by the integer of a file
Id = TypeVar("Id", str, int)

YEAR = 2024
STRONGEST = ("leads", "executes", "supervises", "advises", "coordinates")


@dataclass
class Answer:
    """Nodes with their properties, edges with their evidence."""

    nodes: dict[str, tuple[str, str, dict[str, Any]]] = field(default_factory=dict)
    edges: dict[tuple[str, str, str, str], list[Any]] = field(default_factory=dict)
    left_out: int = 0

    def node(self, id: str, kind: str, label: str, props: str) -> None:
        """A row of a node."""
        self.nodes[id] = (kind, label, json.loads(props))

    def edge(self, source: str, kind: str, target: str, by: str, evidence: str) -> None:
        """A row of an edge."""
        self.edges[source, kind, target, by] = json.loads(evidence)

    def ids(self) -> tuple[list[str], list[tuple[str, str, str, str]], int]:
        """What must be equal on both sides."""
        return sorted(self.nodes), sorted(self.edges), self.left_out


def cells(answer: Answer, roles: Iterable[Sequence[Any]], year: int = YEAR) -> Cells:
    """The quarters of a year from rows (unit, role, task), each task in the unit's main role."""
    main: dict[tuple[str, str], str] = {}
    for unit, role, task in roles:
        before = main.setdefault((unit, task), role)
        main[unit, task] = min(before, role, key=STRONGEST.index)
    found: dict[tuple[str, str], list[set[str]]] = {}
    for (unit, task), role in main.items():
        for first, last in answer.nodes[task][2]["intervals"]:
            for quarter in range(4):
                start, end = f"{year}-{quarter * 3 + 1:02}-01", f"{year}-{quarter * 3 + 3:02}-31"
                if first <= end and last >= start:
                    row = found.setdefault((unit, role), [set(), set(), set(), set()])
                    row[quarter].add(task)
    return {key: tuple(tuple(sorted(cell)) for cell in row) for key, row in found.items()}


def lacking(
    asked: Sequence[tuple[Id, str, int]],
    falls: Iterable[Sequence[Id]],
    cites: Iterable[Sequence[Id]],
    assigns: Iterable[Sequence[Id]],
    headings: Iterable[Id],
    limit: int = 50,
) -> list[Lacking]:
    """What most rests on, of rows (id, its name, how often it is cited) and of pairs (what rests,
    on what) and (document, its task): all of them walked over at once, a bit for each."""
    above: dict[Id, list[Id]] = {}
    for here, there in falls:
        above.setdefault(there, []).append(here)
    own = {id: 1 << place for place, (id, *_) in enumerate(asked)}
    marks, frontier = dict(own), dict(own)
    while frontier:
        fresh: dict[Id, int] = {}
        for there, bits in frontier.items():
            for here in above.get(there, ()):
                if bits & ~marks.get(here, 0):
                    marks[here] = fresh[here] = marks.get(here, 0) | bits
        frontier = fresh
    given = {task: document for document, task in assigns}
    tasks = {id: bits for id, bits in marks.items() if id in given}
    for here, there in cites:
        if here in given and there in own:
            tasks[here] = tasks.get(here, 0) | own[there]
    texts = {id: bits & ~own.get(id, 0) for id, bits in marks.items() if id not in given}
    for task, document in given.items():
        if bits := marks.get(document, 0):
            tasks[task] = tasks.get(task, 0) | bits
    for heading in headings:
        tasks.pop(heading, None)
    resting, jobs = _counted(texts.values()), _counted(tasks.values())
    found = [(name, n, resting[at], jobs[at]) for at, (_, name, n) in enumerate(asked)]
    return sorted(found, key=lambda one: (-one[2] - one[3], -one[1], one[0]))[:limit]


def _counted(marks: Iterable[int]) -> Counter[int]:
    found: Counter[int] = Counter()
    for bits, many in Counter(marks).items():
        while bits:
            low = bits & -bits
            found[low.bit_length() - 1] += many
            bits ^= low
    return found
