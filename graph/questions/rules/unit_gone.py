"""``unit.gone``: on a day, a unit with a role in a task no longer is (``at``)."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.questions.rules.units import ended_units, successors


def gone_units(batch: Batch) -> Iterator[Finding]:
    """Only where a day is given; what had ended when the document was issued is ``outdated``."""
    told: set[tuple[str, str]] = set()
    for id, task, unit, edge in ended_units(batch):
        last, day = str(unit.properties["valid_to"]), batch.earliest(id)
        if task and batch.at and last < batch.at and (day or "") <= last:
            if (id, unit.id) not in told:
                nodes = [task, unit, *successors(batch, unit.id)]
                proof = batch.proof([edge])
                yield finding("unit.gone", id, nodes, proof, unit=short(unit), last=last)
            told.add((id, unit.id))
