"""``basis.circular``: documents that rest on each other in a circle, or on themselves."""

from collections.abc import Iterator

from graph.model import Node
from graph.questions.finding import Finding, finding, short, whole_day
from graph.questions.rules.batch import RESTING, Batch, Ends
from graph.traverse import Move

#: how far and how wide a circle is looked for
DEPTH, BUDGET = 12, 20_000


def circular_bases(batch: Batch) -> Iterator[Finding]:
    """Căn cứ vòng: one for each knot of documents that reach each other.

    Somewhere in a circle a text rests on one that is not older: only from there it is looked for.
    """
    from graph.analysis import cycles  # networkx is loaded only for an audit

    store = batch.store
    batch.nodes(end for ends in batch.bases for end in ends)
    starts = [ends for ends in batch.bases if _not_older(batch, ends)]
    going_on = {edge.source for edge in store.expand({target for _, target in starts}, RESTING)}
    roots = {target for _, target in starts if target in going_on}
    met = store.reach(roots, (Move(RESTING),), depth=DEPTH, budget=BUDGET).depth
    edges = store.expand(met, RESTING) if roots else []
    for cycle in cycles((edge.source, edge.target) for edge in edges):
        steps = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        home = next(step[0] for step in steps if _not_older(batch, step))
        if home in batch.documents:
            nodes = batch.nodes(cycle)
            said = [edge for edge in edges if (edge.source, edge.target) in steps]
            names = " → ".join(short(nodes[id]) for id in (*cycle, cycle[0]))
            circle = [nodes[id] for id in cycle]
            yield finding("basis.circular", home, circle, batch.proof(said), names=names)


def _not_older(batch: Batch, ends: Ends) -> bool:
    """Whether the basis is not known to be older than what rests on it."""
    text, basis = (_day(batch.nodes(ends).get(id)) for id in ends)
    return text is None or basis is None or basis >= text


def _day(node: Node | None) -> str | None:
    return whole_day(node) if node else None
