"""A document and its annex side by side, for the rules that compare them (chính văn, phụ lục)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.folding import words
from graph.model import BASIS_KINDS, Edge, EdgeKind, Node
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.questions.rules.batch import Batch

#: what a task or a document cites, by whatever words
BASES = tuple(kind for kind in BASIS_KINDS if kind is not EdgeKind.ANNEX_OF)


@dataclass(frozen=True, slots=True)
class Twins:
    """A document (``whole``) and its ``annex``: their tasks, and which restates which."""

    whole: Node
    annex: Node
    here: Sequence[Node]
    there: Sequence[Node]
    pairs: Sequence[tuple[Node, Node]]


def annexed(batch: Batch) -> Iterator[Twins]:
    """The annexes among the documents of a batch, each beside the document it belongs to."""
    edges = batch.store.expand(batch.documents, [EdgeKind.ANNEX_OF])
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    nodes, tasks = batch.nodes(ends), assigned_tasks(batch.store, ends)
    for edge in edges:
        here, there = tasks[edge.target], tasks[edge.source]
        pairs = counterparts(here, there)
        yield Twins(nodes[edge.target], nodes[edge.source], here, there, pairs)


def cited(batch: Batch, citing: Sequence[Node]) -> dict[str, Node]:
    """All that these documents and tasks cite."""
    edges = batch.store.expand([node.id for node in citing], BASES)
    return batch.nodes({edge.target for edge in edges})


def sides(batch: Batch, task: Node, twin: Node) -> tuple[list[Edge], list[Node], list[Node]]:
    """What a task and its twin cite: the edges, then the documents on either side."""
    edges = batch.store.expand([task.id, twin.id], BASES)
    named = batch.nodes(edge.target for edge in edges)
    here, there = (_targets(edges, one, named) for one in (task, twin))
    return edges, here, there


def _targets(edges: Iterable[Edge], source: Node, named: Mapping[str, Node]) -> list[Node]:
    ids = {edge.target for edge in edges if edge.source == source.id}
    return [named[id] for id in sorted(ids) if id in named]


def any_same(one: Node, others: Iterable[Node]) -> bool:
    """Whether one of the others has the same number, symbol and issuer."""
    return any(same_number(one, other) for other in others)


def same_number(one: Node, other: Node) -> bool:
    """Whether number, symbol and issuer are known and equal; 76/QĐ-UBND is in every province.

    Signs inside a symbol do not count: KH-SKHCN and KH-SKH-CN.
    """
    parts = ("number", "symbol", "issuer")
    names = [["".join(words(str(n.properties.get(part) or ""))) for part in parts]
             for n in (one, other)]  # fmt: skip
    return all(names[0]) and names[0] == names[1]
