"""``annex.time``: a task and the annex that restates it give different times (thời gian khác)."""

from collections.abc import Iterator

from graph.model import EdgeKind
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def differing_times(batch: Batch) -> Iterator[Finding]:
    """Times are compared as dates, however they are worded; an unread one decides nothing."""
    for twins in annexed(batch):
        for task, twin in twins.pairs:
            here, there = (sorted(t.properties.get("intervals") or ()) for t in (task, twin))
            if here and there and here != there:
                edges = batch.store.expand([task.id, twin.id], [EdgeKind.ASSIGNS], reverse=True)
                yield finding(
                    "annex.time", twins.annex.id, [task, twin], batch.proof(edges),
                    task=short(task), time=task.properties.get("time"),
                    annex_time=twin.properties.get("time"),
                )  # fmt: skip
