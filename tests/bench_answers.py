"""What a question comes to, in the form in which ours and those written by hand are compared."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

#: (unit, role) → the tasks of each quarter
Cells: TypeAlias = dict[tuple[str, str], tuple[tuple[str, ...], ...]]

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
