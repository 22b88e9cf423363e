"""``task.several_leads``: a task with more than one lead (nhiều đơn vị cùng chủ trì)."""

from collections.abc import Iterator

from loaders.checks.tasks import tasks_of, told
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


def shared_leads(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Of collectives ("các sở, ngành") alone nobody expects one lead."""
    for task in tasks_of(reading):
        if len(task.lead) > 1 and not all(unit.collective for unit in task.lead):
            names = ", ".join(unit.name for unit in task.lead)
            yield Doubt("task.several_leads", task.span, (told(task), ("units", names)))
