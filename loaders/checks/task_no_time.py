"""``task.no_time``: a task without a time where a time is expected (chưa có thời gian)."""

from collections.abc import Iterator

from loaders.checks.tasks import tasks_of, told
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

#: ways of telling tasks in which a time is expected
TIMED = ("labelled_list", "table_row")


def untimed_tasks(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Lists with labels and tables tell times; prose often has none."""
    for task in tasks_of(reading):
        if task.time is None and task.rule in TIMED:
            yield Doubt("task.no_time", task.span, (told(task),))
