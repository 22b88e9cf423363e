"""``task.ends_before_document``: a task that was to be done before its document was issued."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.questions.rules.task_times import assigning, last_day

#: share of a document's tasks, and number of them, that may be wrong; more is a look back
SHARE, MOST = 0.1, 3


def overdue_at_birth(batch: Batch) -> Iterator[Finding]:
    """Hạn xong trước ngày ban hành; a rhythm (hằng năm) has no such end.

    A report that lists what was due long ago looks back, and says nothing wrong.
    """
    for id, tasks in batch.tasks.items():
        day = batch.earliest(id)
        late = [
            (task, end)
            for task in tasks
            if day
            and (end := last_day(task))
            and end < day
            and not task.properties.get("recurrence")
        ]
        if len(late) > max(MOST, SHARE * len(tasks)):
            continue
        for task, end in late:
            yield finding(
                "task.ends_before_document", id, [task], assigning(batch, task),
                task=short(task), end=end, day=day,
            )  # fmt: skip
