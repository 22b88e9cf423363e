"""``annex.lacks_basis``: a task cites a text that the annex, restating it, does not cite."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed, any_same, sides
from graph.questions.rules.batch import Batch


def lacking_bases(batch: Batch) -> Iterator[Finding]:
    """A text of another day is for ``annex.dates`` to tell."""
    for twins in annexed(batch):
        for task, twin in twins.pairs:
            edges, here, there = sides(batch, task, twin)
            for basis in here:
                if basis not in there and not any_same(basis, there):
                    proof = batch.proof([edge for edge in edges if edge.target == basis.id])
                    yield finding(
                        "annex.lacks_basis", twins.annex.id, [task, twin, basis], proof,
                        task=short(task), basis=short(basis),
                    )  # fmt: skip
