"""``task.no_lead``: a task that nobody leads or carries out (chưa có chủ trì)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.patterns import any_of
from graph.words.unit_words import unit_words
from loaders.checks.tasks import tasks_of, told
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


def leaderless_tasks(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Headings and duties of prose are no tasks here; one that begins with who does it, told by
    his part in other work ("Cơ quan phối hợp có trách nhiệm …"), is nobody's fault."""
    for task in tasks_of(reading):
        if not (task.lead or task.execute or _doer().match(task.name)):
            yield Doubt("task.no_lead", task.span, (told(task),))


@cache
def _doer() -> re.Pattern[str]:
    return re.compile(rf"(?:các )?{any_of(unit_words('general_noun'))}\b", re.IGNORECASE)
