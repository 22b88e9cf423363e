"""Which tasks of two documents may be one though no sure sign says so (cặp chưa chắc).

A pair is never made of a likeness: what may be one is shown with its candidates for a person to
decide. Only names that share nearly all their words, hold the same numbers and have no rival are
taken for one.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Node
from graph.words.folding import words

#: share of common words from which two names may be one, the same where the numbering agrees
LIKELY, LIKELY_NUMBERED = 0.6, 0.4
#: share from which they are one, when the next candidate is so much less like
SURE, AHEAD = 0.85, 0.15
#: candidates shown for one task
MOST = 3


@dataclass(frozen=True, slots=True)
class Unsure:
    """A task and what it may be in the other document, the most like first, with the likeness."""

    task: Node
    candidates: tuple[tuple[Node, float], ...]


def alike(tasks: Sequence[Node], others: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Pairs so like that they are one: mutually the best, without a rival, of the same numbers."""
    scores = _scores(tasks, others)
    back: dict[str, dict[str, float]] = defaultdict(dict)
    for id, found in scores.items():
        for other, score in found.items():
            back[other][id] = score
    return [
        (task, other)
        for task in tasks
        for other in others
        if scores[task.id].get(other.id, 0.0) >= SURE
        and _has_no_rival(scores[task.id], other.id)
        and _has_no_rival(back[other.id], task.id)
        and _numbers(task) == _numbers(other)
    ]


def unsure(tasks: Sequence[Node], others: Sequence[Node]) -> list[Unsure]:
    """The tasks that may be one of the others, in their order."""
    scores, known = _scores(tasks, others), {other.id: other for other in others}
    found = []
    for task in tasks:
        likely = [
            (known[id], score)
            for id, score in scores[task.id].items()
            if score >= (LIKELY_NUMBERED if _one_place(task, known[id]) else LIKELY)
        ]
        likely.sort(key=lambda pair: (-pair[1], pair[0].id))
        if likely:
            found.append(Unsure(task, tuple(likely[:MOST])))
    return found


def _scores(tasks: Sequence[Node], others: Sequence[Node]) -> dict[str, dict[str, float]]:
    """Task → other → likeness, of those that share a word: twice the shared words by all words."""
    names = {node.id: Counter(_words(node)) for node in (*tasks, *others)}
    holding: dict[str, list[str]] = defaultdict(list)
    for other in others:
        for word in names[other.id]:
            holding[word].append(other.id)
    return {task.id: _likeness(names[task.id], names, holding) for task in tasks}


def _likeness(
    name: Counter[str], names: Mapping[str, Counter[str]], holding: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    shared: Counter[str] = Counter()
    for word, times in name.items():
        for other in holding.get(word, ()):
            shared[other] += min(times, names[other][word])
    return {
        other: round(2 * count / (name.total() + names[other].total()), 2)
        for other, count in shared.items()
    }


def _has_no_rival(scores: Mapping[str, float], id: str) -> bool:
    rivals = [score for other, score in scores.items() if other != id]
    return scores[id] - max(rivals, default=0.0) >= AHEAD


def _words(task: Node) -> list[str]:
    return words(str(task.properties.get("name") or task.label))


def _numbers(task: Node) -> list[str]:
    return [word for word in _words(task) if word.isdecimal()]


def _one_place(task: Node, other: Node) -> bool:
    """Whether both stand at one place of their documents, which says little by itself."""
    place = task.properties.get("path")
    return bool(place) and place == other.properties.get("path")
