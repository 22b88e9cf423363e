"""All about one node: what it says, what is said of it, and every doubt (xem một nút)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Edge, Issue, Node, NodeKind
from graph.questions.known import known
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.traverse import ALL_KINDS, with_evidence


@dataclass(frozen=True, slots=True)
class Portrait:
    """A node, its edges both ways with evidence, the nodes at their other ends, its issues.

    ``repeats``: tasks shown that restate another one shown, a plan's in its annex. ``left_out``:
    edges beyond the cap, of a node that thousands refer to.
    """

    node: Node
    edges: tuple[Edge, ...]
    nodes: tuple[Node, ...]
    issues: tuple[Issue, ...]
    left_out: int = 0
    repeats: Mapping[str, str] = field(default_factory=dict)


def show(store: GraphReader, id: str, *, limit: int = 1000) -> Portrait:
    """The portrait of a node (chi tiết một nút); NotFoundError when it is unknown."""
    with store.snapshot() as view:
        node = known(view, id)
        out = view.expand([id], ALL_KINDS)
        into = [e for e in view.expand([id], ALL_KINDS, reverse=True) if e.source != id]
        edges = with_evidence(view, (out + into)[:limit])
        others = {end for edge in edges for end in (edge.source, edge.target)} - {id}
        found = view.nodes(others)
        again = repeats(view, (other for other in found.values() if other.kind is NodeKind.TASK))
        return Portrait(
            node,
            edges,
            tuple(found[other] for other in sorted(found)),
            tuple(view.issues(node=id)),
            max(0, len(out) + len(into) - limit),
            {task: original for task, original in again.items() if original in found},
        )
