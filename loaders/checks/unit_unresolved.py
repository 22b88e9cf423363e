"""``unit.unresolved``: a unit in a task that could not be identified (chưa rõ đơn vị)."""

from collections.abc import Iterator

from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


def unknown_units(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """The roles that count in a task; one doubt for each name."""
    for task in reading.assignments:
        for unit in (*task.lead, *task.execute, *task.coordinate):
            if unit.id is None:
                yield Doubt("unit.unresolved", unit.span, (("unit", unit.name),))
