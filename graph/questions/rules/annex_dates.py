"""``annex.dates``: one number and symbol that a document and its annex cite with different days."""

from collections.abc import Iterator
from itertools import product

from graph.model import Node
from graph.questions.differences import BASES, same_number
from graph.questions.finding import Finding, finding, short
from graph.questions.rules.annexes import annexed
from graph.questions.rules.batch import Batch


def differing_days(batch: Batch) -> Iterator[Finding]:
    """The two are kept as two documents; each is cited on one side only."""
    for twins in annexed(batch):
        edges = [
            batch.store.expand([node.id for node in side], BASES)
            for side in ([twins.whole, *twins.here], [twins.annex, *twins.there])
        ]
        here, there = (batch.nodes({edge.target for edge in side}) for side in edges)
        for one, other in product(here.values(), there.values()):
            if one.id not in there and other.id not in here and same_number(one, other):
                pair = (one.id, other.id)
                said = [edge for side in edges for edge in side if edge.target in pair]
                yield finding(
                    "annex.dates", twins.annex.id, [one, other], batch.proof(said),
                    one=_dated(one), other=_dated(other),
                )  # fmt: skip


def _dated(document: Node) -> str:
    day = document.properties.get("issued") or document.properties.get("issued_partial")
    return f"{short(document)} ({day})" if day else short(document)
