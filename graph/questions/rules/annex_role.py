"""``annex.role``: a unit carries a task out in the document and leads it in the annex."""

from collections.abc import Iterator

from graph.questions.differences import Aspect
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def differing_roles(batch: Batch) -> Iterator[Finding]:
    """ "Cơ quan thực hiện" on one side, "Đơn vị chủ trì" on the other."""
    for twins in annexed(batch):
        for task, twin, point in twins.of(Aspect.ROLE):
            proof = [*point.before.edges, *point.after.edges]
            units = ", ".join(short(unit) for unit in point.before.nodes)
            nodes = [task, twin, *point.before.nodes]
            yield finding("annex.role", twins.annex.id, nodes, proof, task=short(task), units=units)
