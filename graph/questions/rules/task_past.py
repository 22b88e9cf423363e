"""``task.past``: on a day, the time for a task is over (quá hạn tại một ngày, ``at``)."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.questions.rules.task_times import assigning, last_day


def past_tasks(batch: Batch) -> Iterator[Finding]:
    """Only where a day is given; whether it was done no document says."""
    if batch.at is None:
        return
    for id, tasks in batch.tasks.items():
        for task in tasks:
            end = last_day(task)
            if end and end < batch.at and not task.properties.get("recurrence"):
                proof = assigning(batch, task)
                yield finding(
                    "task.past", id, [task], proof, task=short(task), end=end, at=batch.at
                )
