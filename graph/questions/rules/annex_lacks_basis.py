"""``annex.lacks_basis``: a task cites a text that the annex, restating it, does not cite."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def lacking_bases(batch: Batch) -> Iterator[Finding]:
    """A text of another day is for ``annex.dates`` to tell."""
    for twins in annexed(batch):
        for task, twin, basis, edges in twins.cited_alone("whole"):
            yield finding(
                "annex.lacks_basis", twins.annex.id, [task, twin, basis], edges,
                task=short(task), basis=short(basis),
            )  # fmt: skip
