"""``annex.lead``: a task and the annex that restates it name different leads (chủ trì khác)."""

from collections.abc import Iterator

from graph.model import EdgeKind
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch

LEADS = (EdgeKind.LEADS, EdgeKind.EXECUTES)


def differing_leads(batch: Batch) -> Iterator[Finding]:
    """No unit leads on both sides; a side without a lead decides nothing."""
    for twins in annexed(batch):
        for task, twin in twins.pairs:
            edges = batch.store.expand([task.id, twin.id], LEADS, reverse=True)
            here, there = ({e.source for e in edges if e.target == n.id} for n in (task, twin))
            if here and there and here.isdisjoint(there):
                proof = batch.proof(edges)
                yield finding("annex.lead", twins.annex.id, [task, twin], proof, task=short(task))
