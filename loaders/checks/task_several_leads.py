"""``task.several_leads``: a task with more than one lead (nhiều đơn vị cùng chủ trì)."""

from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from loaders.checks.tasks import tasks_of, told
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


class AnybodyRow(Row):
    """Words that begin a collective of whoever it concerns (``lint.toml``)."""

    words: tuple[str, ...]


def shared_leads(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Of collectives ("các sở, ngành") nobody expects that they lead alone: what begins with
    "các" beside one lead is who else has a hand in it."""
    for task in tasks_of(reading):
        leads = [unit for unit in task.lead if not (unit.collective and _is_open(unit.name))]
        if len(leads) > 1 and not all(unit.collective for unit in leads):
            names = ", ".join(unit.name for unit in task.lead)
            yield Doubt("task.several_leads", task.span, (told(task), ("units", names)))


def _is_open(name: str) -> bool:
    """Whether a collective leaves open who is meant: các bộ, ngành."""
    return name.lower().startswith(_opening())


@cache
def _opening() -> tuple[str, ...]:
    return tuple(f"{word} " for row in rows("lint", "anybody", AnybodyRow) for word in row.words)
