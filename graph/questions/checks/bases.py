"""Bases that cannot be right: in a circle, dated later, or no longer in force (căn cứ)."""

from collections.abc import Iterator, Sequence

from graph.model import Edge, EdgeKind, Node, NodeKind, Severity
from graph.questions.finding import Finding, every, finding, short
from graph.store import GraphReader
from graph.traverse import with_evidence

RESTING = (EdgeKind.BASED_ON, EdgeKind.IMPLEMENTS)
ENDING = (EdgeKind.REPLACES, EdgeKind.REPEALS)


def circular_bases(store: GraphReader) -> Iterator[Finding]:
    """Documents that rest on each other in a circle, or on themselves (căn cứ vòng)."""
    from graph.analysis import cycles  # networkx is loaded only for an audit

    edges = [edge for page in _resting(store) for edge in page]
    for cycle in cycles((edge.source, edge.target) for edge in edges):
        steps = set(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        proof = [edge for edge in edges if (edge.source, edge.target) in steps]
        nodes = store.nodes(cycle)
        names = " → ".join(short(nodes[id]) for id in (*cycle, cycle[0]))
        yield finding(
            "basis.circular",
            Severity.ERROR,
            [nodes[id] for id in cycle],
            with_evidence(store, proof),
            names=names,
        )


def later_bases(store: GraphReader) -> Iterator[Finding]:
    """A document dated before the text it rests on (ban hành trước căn cứ của mình)."""
    for edges in _resting(store):
        nodes = store.nodes({end for edge in edges for end in (edge.source, edge.target)})
        for (source, target), said in _by_ends(edges).items():
            text, basis = nodes[source], nodes[target]
            day, basis_day = _day(text), _day(basis)
            if day and basis_day and day < basis_day:
                yield finding(
                    "basis.later",
                    Severity.WARNING,
                    [text, basis],
                    with_evidence(store, said),
                    text=short(text), day=day, basis=short(basis), basis_day=basis_day,
                )  # fmt: skip


def replaced_bases(store: GraphReader) -> Iterator[Finding]:
    """A document that rests on a text replaced or repealed before it was issued."""
    for edges in _resting(store):
        ended = store.expand({edge.target for edge in edges}, ENDING, reverse=True)
        ids = {end for edge in (*edges, *ended) for end in (edge.source, edge.target)}
        nodes = store.nodes(ids) if ended else {}
        endings: dict[str, list[tuple[Node, list[Edge]]]] = {}
        for (successor, basis), said in _by_ends(ended).items():
            endings.setdefault(basis, []).append((nodes[successor], said))
        for (source, target), said in _by_ends(edges).items():
            for node, ending in endings.get(target, ()):
                if _ended_before(nodes[source], node):
                    proof = with_evidence(store, [*said, *ending])
                    yield _replaced(nodes[source], nodes[target], node, proof)


def _replaced(text: Node, basis: Node, successor: Node, proof: Sequence[Edge]) -> Finding:
    return finding(
        "basis.replaced",
        Severity.WARNING,
        [text, basis, successor],
        proof,
        text=short(text), basis=short(basis), successor=short(successor),
    )  # fmt: skip


def _by_ends(edges: Sequence[Edge]) -> dict[tuple[str, str], list[Edge]]:
    """All that is said between two nodes together: one doubt, however many say it."""
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        found.setdefault((edge.source, edge.target), []).append(edge)
    return found


def _ended_before(text: Node, successor: Node) -> bool:
    """Whether the successor held on the day the text was issued; unknown days decide nothing."""
    effective = successor.properties.get("effective") or _day(successor)
    day = _day(text)
    return bool(day and effective and text.id != successor.id and effective <= day)


def _resting(store: GraphReader) -> Iterator[Sequence[Edge]]:
    """Edges to bases, those of a page of documents at a time."""
    for page in every(store, NodeKind.DOCUMENT):
        if edges := store.expand([node.id for node in page], RESTING):
            yield edges


def _day(document: Node) -> str | None:
    """The day it was issued, when the whole of it is known."""
    day = document.properties.get("issued")
    return day if isinstance(day, str) and len(day) == 10 else None
