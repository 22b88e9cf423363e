"""Which task of an annex restates which task of the document (nhiệm vụ được nhắc lại)."""

from collections.abc import Sequence

from graph.folding import words
from graph.model import Node

#: share of the shorter name's words that the other must hold
SHARED = 0.8
FEWEST = 4


def counterparts(tasks: Sequence[Node], restated: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Pairs of one name, or of alike names under one numbering (II.3.c and 3.c).

    A task that could stand for two others stands for none.
    """
    left = [(task, words(task.label)) for task in tasks]
    right = [(task, words(task.label)) for task in restated]
    pairs = [
        (task, twin)
        for task, name in left
        for twin, other in right
        if name and (name == other or (_alike(name, other) and _one_numbering(task, twin)))
    ]
    first = [task.id for task, _ in pairs]
    second = [twin.id for _, twin in pairs]
    return [(a, b) for a, b in pairs if first.count(a.id) == 1 and second.count(b.id) == 1]


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    fewer = min(len(set(one)), len(set(other)))
    return fewer >= FEWEST and len(set(one) & set(other)) >= SHARED * fewer


def _one_numbering(one: Node, other: Node) -> bool:
    """Whether the shorter path is the end of the longer one, two steps at least."""
    short, long = sorted((_steps(one), _steps(other)), key=len)
    return len(short) >= 2 and long[-len(short) :] == short


def _steps(task: Node) -> list[str]:
    return str(task.properties.get("path") or "").split(".")
