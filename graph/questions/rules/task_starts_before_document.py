"""``task.starts_before_document``: a task whose first month is over when its document appears."""

from collections.abc import Iterator

from graph.model import Node
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.questions.rules.task_times import assigning, last_day

#: the word that says that months, not quarters or years, are meant
MONTH = "tháng"


def begun_before(batch: Batch) -> Iterator[Finding]:
    """ "Từ tháng 01/2026" in a plan that cannot be older than February; told where months are
    named, for a quarter or a year begins before a plan as a rule."""
    for id, tasks in batch.tasks.items():
        day = batch.earliest(id)
        for task in tasks:
            start = _first_month(task)
            if day and start and start < day[:7] and (last_day(task) or "") >= day:
                yield finding(
                    "task.starts_before_document", id, [task], assigning(batch, task),
                    task=short(task), time=task.properties["time"], day=day,
                )  # fmt: skip


def _first_month(task: Node) -> str | None:
    intervals = task.properties.get("intervals") or ()
    named = MONTH in str(task.properties.get("time") or "").lower()
    starts = [start for start, _ in intervals if start]
    return min(starts)[:7] if named and starts and not task.properties.get("due") else None
