"""Units that have ended, where documents give them something to do (đơn vị không còn)."""

from collections.abc import Iterator

from graph.model import Edge, EdgeKind, Node
from graph.questions.rules.batch import Batch

#: how a document's own words say that a unit was succeeded; the vocabulary's word is another
SAID = ("succession_after", "succession_before", "succession_joined")


def ended_units(batch: Batch) -> list[tuple[str, Node | None, Node, Edge]]:
    """(document, task or None for a recipient, unit, edge) for the units known to have ended.

    What the document itself calls succeeded ("nay là …") is left out.
    """
    return batch.once(_ended)


def _ended(batch: Batch) -> list[tuple[str, Node | None, Node, Edge]]:
    told: list[tuple[str, Node | None, str, Edge]] = [
        (id, task, edge.target if edge.kind is EdgeKind.REPORTS_TO else edge.source, edge)
        for id, task, edge in batch.duties
    ]
    sent = batch.store.expand(batch.documents, (EdgeKind.ADDRESSED_TO,))
    told += [(edge.source, None, edge.target, edge) for edge in sent]
    units = batch.nodes({unit for _, _, unit, _ in told})
    gone = {id for id, unit in units.items() if unit.properties.get("valid_to")}
    known = _known_to_have_ended(batch, gone)
    return [
        (id, task, units[unit], edge)
        for id, task, unit, edge in told
        if unit in gone and (id, unit) not in known
    ]


def _known_to_have_ended(batch: Batch, units: set[str]) -> set[tuple[str, str]]:
    """(document, unit) where the document's own words tell what came after the unit."""
    edges = batch.words(batch.store.expand(units, (EdgeKind.SUCCEEDS,), reverse=True))
    return {
        (edge.asserted_by, edge.target)
        for edge in edges
        if any(proof.rule in SAID for proof in edge.evidence)
    }


def successors(batch: Batch, unit: str) -> Iterator[Node]:
    """What came after a unit, as far as it is known."""
    edges = batch.store.expand([unit], (EdgeKind.SUCCEEDS,), reverse=True)
    yield from batch.nodes({edge.source for edge in edges}).values()
