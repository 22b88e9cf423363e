"""``basis.later``: a document dated before the text it rests on (ban hành trước căn cứ)."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short, whole_day
from graph.questions.rules.batch import Batch


def later_bases(batch: Batch) -> Iterator[Finding]:
    """Both days must be known as a whole, and the document must name its basis itself."""
    nodes = batch.nodes(end for ends in batch.own_bases for end in ends)
    for (source, target), said in batch.own_bases.items():
        text, basis = nodes[source], nodes[target]
        day, basis_day = whole_day(text), whole_day(basis)
        if day and basis_day and day < basis_day:
            yield finding(
                "basis.later", source, [text, basis], batch.proof(said),
                text=short(text), day=day, basis=short(basis), basis_day=basis_day,
            )  # fmt: skip
