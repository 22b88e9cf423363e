"""``basis.expired``: a document that rests on a text whose own last day was over (hết thời hạn)."""

from collections.abc import Iterator

from graph.questions.finding import Finding, finding, short, whole_day
from graph.questions.rules.batch import Batch
from graph.times.days import is_whole_day


def expired_bases(batch: Batch) -> Iterator[Finding]:
    """The basis says itself until when it holds, and the document is younger."""
    nodes = batch.nodes(end for ends in batch.own_bases for end in ends)
    for (source, target), said in batch.own_bases.items():
        last, day = nodes[target].properties.get("expires"), whole_day(nodes[source])
        if day and is_whole_day(last) and str(last) < day:
            yield finding(
                "basis.expired", source, [nodes[source], nodes[target]], batch.proof(said),
                text=short(nodes[source]), day=day, basis=short(nodes[target]), last=last,
            )  # fmt: skip
