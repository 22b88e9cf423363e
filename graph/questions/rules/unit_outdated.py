"""``unit.outdated``: a unit that had ended when the document was issued (đơn vị đã sáp nhập)."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.batch import Batch
from graph.questions.rules.units import ended_units, successors


def outdated_units(batch: Batch) -> Iterator[Finding]:
    """Told once for each unit of a document; where its day is open, the earliest it may have."""
    told: set[tuple[str, str]] = set()
    for id, task, unit, edge in ended_units(batch):
        last, day = str(unit.properties["valid_to"]), batch.earliest(id)
        if day and last < day and (id, unit.id) not in told:
            told.add((id, unit.id))
            nodes = [task or batch.documents[id], unit, *successors(batch, unit.id)]
            proof = batch.proof([edge])
            yield finding("unit.outdated", id, nodes, proof, unit=short(unit), last=last, day=day)
