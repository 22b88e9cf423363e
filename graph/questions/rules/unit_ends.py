"""``unit.ends``: a task runs on after the unit that has a role in it has ended (hết tồn tại)."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.questions.rules.units import ended_units, successors


def ending_units(batch: Batch) -> Iterator[Finding]:
    """Told once for each unit of a document, at the first such task."""
    told: set[tuple[str, str]] = set()
    for id, task, unit, edge in ended_units(batch):
        last, day = str(unit.properties["valid_to"]), batch.earliest(id)
        ends = [end for _, end in (task and task.properties.get("intervals")) or () if end]
        if task and day and day <= last < max(ends, default="") and (id, unit.id) not in told:
            told.add((id, unit.id))
            nodes = [task, unit, *successors(batch, unit.id)]
            yield finding(
                "unit.ends", id, nodes, batch.proof([edge]),
                unit=short(unit), last=last, end=max(ends), task=short(task),
            )  # fmt: skip
