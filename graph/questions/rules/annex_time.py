"""``annex.time``: a task and the annex that restates it give different times (thời gian khác)."""

from collections.abc import Iterator

from graph.questions.differences import Aspect
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def differing_times(batch: Batch) -> Iterator[Finding]:
    """Times are compared as dates, however they are worded; an unread one decides nothing."""
    for twins in annexed(batch):
        for task, twin, point in twins.of(Aspect.TIME):
            if point.before.text and point.after.text:
                yield finding(
                    "annex.time", twins.annex.id, [task, twin],
                    [*point.before.edges, *point.after.edges],
                    task=short(task), time=point.before.text, annex_time=point.after.text,
                )  # fmt: skip
