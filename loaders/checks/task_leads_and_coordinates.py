"""``task.leads_and_coordinates``: a unit is named in two roles of one task."""

from collections.abc import Iterator

from loaders.checks.tasks import tasks_of, told
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


def doubled_roles(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """One doubt a task, with all units that have both roles."""
    for task in tasks_of(reading):
        leads = [unit for unit in (*task.lead, *task.execute) if unit.id]
        both = {unit.id for unit in leads} & {unit.id for unit in task.coordinate}
        if both:
            names = ", ".join(dict.fromkeys(unit.name for unit in leads if unit.id in both))
            yield Doubt("task.leads_and_coordinates", task.span, (told(task), ("unit", names)))
