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
        for edge in edges:
            text, basis = nodes[edge.source], nodes[edge.target]
            days = _day(text), _day(basis)
            if days[0] and days[1] and days[0] < days[1]:
                yield finding(
                    "basis.later",
                    Severity.WARNING,
                    [text, basis],
                    with_evidence(store, [edge]),
                    text=short(text), day=days[0], basis=short(basis), basis_day=days[1],
                )  # fmt: skip


def replaced_bases(store: GraphReader) -> Iterator[Finding]:
    """A document that rests on a text replaced or repealed before it was issued."""
    for edges in _resting(store):
        ended = store.expand({edge.target for edge in edges}, ENDING, reverse=True)
        by_basis: dict[str, list[Edge]] = {}
        for end in ended:
            by_basis.setdefault(end.target, []).append(end)
        ids = {end for edge in (*edges, *ended) for end in (edge.source, edge.target)}
        nodes = store.nodes(ids) if ended else {}
        for edge in edges:
            for end in by_basis.get(edge.target, ()):
                if _ended_before(nodes[edge.source], nodes[end.source]):
                    yield _replaced(store, nodes, edge, end)


def _replaced(store: GraphReader, nodes: dict[str, Node], edge: Edge, end: Edge) -> Finding:
    text, basis, successor = nodes[edge.source], nodes[edge.target], nodes[end.source]
    return finding(
        "basis.replaced",
        Severity.WARNING,
        [text, basis, successor],
        with_evidence(store, [edge, end]),
        text=short(text), basis=short(basis), successor=short(successor),
    )  # fmt: skip


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
