"""``annex.adds_basis``: the annex cites a text at a task, the document itself nowhere."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed, any_same, cited, sides
from graph.questions.rules.batch import Batch


def adding_bases(batch: Batch) -> Iterator[Finding]:
    """A footnote's basis hangs on the document: what it cites anywhere is not added."""
    for twins in annexed(batch):
        known = cited(batch, [twins.whole, *twins.here])
        for task, twin in twins.pairs:
            edges, _, there = sides(batch, task, twin)
            for basis in there:
                if basis.id not in known and not any_same(basis, known.values()):
                    proof = batch.proof([edge for edge in edges if edge.target == basis.id])
                    yield finding(
                        "annex.adds_basis", twins.annex.id, [task, twin, basis], proof,
                        task=short(task), basis=short(basis),
                    )  # fmt: skip
