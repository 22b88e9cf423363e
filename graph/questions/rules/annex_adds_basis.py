"""``annex.adds_basis``: the annex cites a text at a task, the document itself nowhere."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def adding_bases(batch: Batch) -> Iterator[Finding]:
    """A footnote's basis hangs on the document: what it cites anywhere is not added."""
    for twins in annexed(batch):
        for task, twin, basis, edges in twins.cited_alone("annex"):
            yield finding(
                "annex.adds_basis", twins.annex.id, [task, twin, basis], edges,
                task=short(task), basis=short(basis),
            )  # fmt: skip
