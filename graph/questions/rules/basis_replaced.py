"""``basis.replaced``: a document that rests on a text replaced or repealed before it was issued."""

from collections.abc import Iterator, Sequence

from graph.model import Edge, EdgeKind, Node
from graph.questions.finding import Finding, finding, short, whole_day
from graph.questions.rules.batch import Batch, by_ends
from graph.words.extent import covers_whole

ENDING = (EdgeKind.REPLACES, EdgeKind.REPEALS)

Endings = dict[str, list[tuple[Node, Sequence[Edge]]]]


def replaced_bases(batch: Batch) -> Iterator[Finding]:
    """Căn cứ đã hết hiệu lực: all of it was ended, by a text that held on the day of issue."""
    endings = _endings(batch, {basis for _, basis in batch.own_bases})
    for (source, target), said in batch.own_bases.items():
        for successor, ending in endings.get(target, ()):
            nodes = batch.nodes((source, target))
            if _held(successor, nodes[source]):
                yield finding(
                    "basis.replaced", source, [nodes[source], nodes[target], successor],
                    batch.proof([*said, *ending]), text=short(nodes[source]),
                    basis=short(nodes[target]), successor=short(successor),
                )  # fmt: skip


def _endings(batch: Batch, bases: set[str]) -> Endings:
    """Basis → the texts that ended the whole of it; what is older than the basis ended nothing."""
    found: Endings = {}
    said = by_ends(batch.store.expand(bases, ENDING, reverse=True))
    nodes = batch.nodes(end for ends in said for end in ends)
    for (newer, basis), edges in said.items():
        proved = batch.words(edges)
        day, since = whole_day(nodes[basis]), whole_day(nodes[newer])
        older = day is not None and since is not None and since < day
        if not older and covers_whole(nodes[basis], (p for e in proved for p in e.evidence)):
            found.setdefault(basis, []).append((nodes[newer], edges))
    return found


def _held(successor: Node, text: Node) -> bool:
    """Whether the successor held on the day the text was issued; unknown days decide nothing."""
    effective = successor.properties.get("effective") or whole_day(successor)
    day = whole_day(text)
    return bool(day and effective and text.id != successor.id and effective <= day)
