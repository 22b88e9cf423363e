"""What a text rests on, and what rests on it (chuỗi căn cứ)."""

from collections.abc import Sequence

from graph.model import BASIS_KINDS, ROLE_KINDS, EdgeKind, NodeKind, Subgraph
from graph.questions.known import known
from graph.store import GraphReader
from graph.traverse import Move, Reach, basis_moves, breadth_first, steps, subgraph


def chain(
    store: GraphReader,
    id: str,
    *,
    down: bool = False,
    depth: int = 6,
    kinds: Sequence[EdgeKind] = BASIS_KINDS,
    limit: int = 400,
) -> Subgraph:
    """The chain of bases above a node, or (``down``) the texts that rest on it.

    A task leads to the document that assigns it, a unit first to the tasks it has a role in.
    """
    with store.snapshot() as view:
        root = known(view, id)
        shown = (*kinds, EdgeKind.ASSIGNS)
        moves = basis_moves(down=down, kinds=kinds)
        if root.kind is NodeKind.DOCUMENT and not down:
            moves = moves[:1]  # nobody assigns what a document rests on
        if root.kind is NodeKind.UNIT and not down:
            reach = _from_unit(view, id, moves, depth)
            shown = (*shown, *ROLE_KINDS)
        else:
            reach = breadth_first(view, [id], moves, depth=depth, limit=limit)
        return subgraph(view, id, reach, limit=limit, kinds=shown)


def _from_unit(store: GraphReader, id: str, moves: Sequence[Move], depth: int) -> Reach:
    """The unit, its tasks one step away, and the chains above those."""
    if depth < 1:
        return Reach({id: 0})
    tasks = [task for _, task in steps(store, [id], [Move(ROLE_KINDS)])]
    reach = breadth_first(store, tasks, moves, depth=depth - 1)
    above = {node: level + 1 for node, level in reach.depth.items() if node != id}
    return Reach({id: 0} | above, reach.complete)
