"""``task.no_lead``: a task that nobody leads or carries out (chưa có chủ trì)."""

from collections.abc import Iterator

from loaders.checks.tasks import tasks_of, told
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


def leaderless_tasks(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Headings and duties of prose are no tasks here."""
    for task in tasks_of(reading):
        if not (task.lead or task.execute):
            yield Doubt("task.no_lead", task.span, (told(task),))
