"""All about one node: what it says, what is said of it, and every doubt (xem một nút)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Edge, Issue, Node, NodeKind
from graph.questions.known import among
from graph.questions.repeats import repeats
from graph.store import GraphReader
from graph.traverse import ALL_KINDS


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
        part = view.incident([id], ALL_KINDS, ends="both", limit=limit)
        node = among(part.nodes, id)
        found = {other: part.nodes[other] for other in sorted(part.nodes) if other != id}
        again = repeats(view, (other for other in found.values() if other.kind is NodeKind.TASK))
        return Portrait(
            node,
            tuple(part.edges),
            tuple(found.values()),
            tuple(view.issues(node=id)),
            part.left_out,
            {task: original for task, original in again.items() if original in found},
        )
