"""A document and its annex side by side, for the rules that compare them (chính văn, phụ lục)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Edge, EdgeKind, Node
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.questions.differences import BASES, same_number
from graph.questions.rules.batch import Batch


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
