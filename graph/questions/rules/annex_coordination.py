"""``annex.coordination``: a task and the annex that restates it name different partners."""

from collections.abc import Iterator

from graph.questions.differences import Aspect
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def differing_partners(batch: Batch) -> Iterator[Finding]:
    """Phối hợp khác: both sides name some; the units that one side alone has are told."""
    for twins in annexed(batch):
        for task, twin, point in twins.of(Aspect.COORDINATION):
            here, there = ({n.id: n for n in s.nodes} for s in (point.before, point.after))
            if here and there:
                alone = [here.get(id) or there[id] for id in sorted(here.keys() ^ there.keys())]
                yield finding(
                    "annex.coordination", twins.annex.id, [task, twin, *alone],
                    [*point.before.edges, *point.after.edges],
                    task=short(task), units=", ".join(short(unit) for unit in alone),
                )  # fmt: skip
