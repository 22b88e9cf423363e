"""``annex.wording``: the annex restates a task in all but a few words (câu chữ lệch nhau)."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from graph.model import Node
from graph.questions.differences import Aspect, name_of
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch

#: words that may differ on either side; more is another text, not a slip
MOST = 3


def differing_words(batch: Batch) -> Iterator[Finding]:
    """Signs and case do not count; what one side has more at its end is not told."""
    for twins in annexed(batch):
        for task, twin, point in twins.of(Aspect.WORDING):
            for one, other in _slips(task, twin):
                yield finding(
                    "annex.wording", twins.annex.id, [task, twin],
                    [*point.before.edges, *point.after.edges],
                    task=short(task), one=one, other=other,
                )  # fmt: skip


def _slips(task: Node, twin: Node) -> list[tuple[str, str]]:
    """The places where the two names differ by a few words, both in the midst of equal ones."""
    here, there = (name_of(node).lower().split() for node in (task, twin))
    one, other = ([word.strip('.,;:()“”"') for word in side] for side in (here, there))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    found = [
        (" ".join(one[a:b]), " ".join(other[c:d]))
        for place, (tag, a, b, c, d) in enumerate(blocks)
        if tag == "replace" and 0 < place < len(blocks) - 1 and max(b - a, d - c) <= MOST
    ]
    return found if len(found) <= MOST else []
