"""``annex.lead``: a task and the annex that restates it name different leads (chủ trì khác)."""

from collections.abc import Iterator

from graph.questions.differences import Aspect
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def differing_leads(batch: Batch) -> Iterator[Finding]:
    """No unit leads on both sides; a side without a lead decides nothing."""
    for twins in annexed(batch):
        for task, twin, point in twins.of(Aspect.LEAD):
            here, there = ({node.id for node in s.nodes} for s in (point.before, point.after))
            if here and there and here.isdisjoint(there):
                proof = [*point.before.edges, *point.after.edges]
                yield finding("annex.lead", twins.annex.id, [task, twin], proof, task=short(task))
