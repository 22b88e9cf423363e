"""``basis.replaced``: a document that rests on a text replaced or repealed before it was issued."""

from collections.abc import Iterator

from graph.model import Edge, EdgeKind, Node
from graph.questions.finding import Finding, finding, short, whole_day
from graph.questions.rules.batch import Batch, by_ends

ENDING = (EdgeKind.REPLACES, EdgeKind.REPEALS)


def replaced_bases(batch: Batch) -> Iterator[Finding]:
    """Căn cứ đã hết hiệu lực: the successor held on the day the text was issued."""
    ended = batch.store.expand({basis for _, basis in batch.bases}, ENDING, reverse=True)
    endings: dict[str, list[tuple[str, list[Edge]]]] = {}
    for (newer, ended_one), said in by_ends(ended).items():
        endings.setdefault(ended_one, []).append((newer, said))
    for (source, target), said in batch.bases.items():
        for successor, ending in endings.get(target, ()):
            nodes = batch.nodes((source, target, successor))
            text, later = nodes[source], nodes[successor]
            if _ended_before(text, later):
                yield finding(
                    "basis.replaced", source, [text, nodes[target], later],
                    batch.proof([*said, *ending]),
                    text=short(text), basis=short(nodes[target]), successor=short(later),
                )  # fmt: skip


def _ended_before(text: Node, successor: Node) -> bool:
    """Whether the successor held on the day the text was issued; unknown days decide nothing."""
    effective = successor.properties.get("effective") or whole_day(successor)
    day = whole_day(text)
    return bool(day and effective and text.id != successor.id and effective <= day)
