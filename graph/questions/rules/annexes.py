"""A document and its annex side by side, for the rules that compare them (chính văn, phụ lục)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.model import Edge, EdgeKind, Node
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.questions.differences import BASES, Aspect, Difference, differences
from graph.questions.rules.batch import Batch

#: a task, what restates it, what one of the two cites, and the proof of that
Cited = tuple[Node, Node, Node, tuple[Edge, ...]]


@dataclass(frozen=True, slots=True)
class Twins:
    """A document (``whole``) and its ``annex``, their tasks, and for each task that the annex
    restates (task, twin) what it says otherwise."""

    whole: Node
    annex: Node
    here: Sequence[Node]
    there: Sequence[Node]
    changed: Sequence[tuple[Node, Node, Difference]]

    def of(self, aspect: Aspect) -> Iterator[tuple[Node, Node, Difference]]:
        """The differences of one aspect."""
        return (change for change in self.changed if change[2].aspect is aspect)

    def cited_alone(self, by: Literal["whole", "annex"]) -> Iterator[Cited]:
        """What one side cites at a task and the other nowhere (văn bản chỉ một bên dẫn)."""
        for task, twin, point in self.of(Aspect.CITATION):
            sides = point.before, point.after
            citing, silent = sides if by == "whole" else sides[::-1]
            if not silent.nodes:
                yield from ((task, twin, basis, citing.edges) for basis in citing.nodes)


def annexed(batch: Batch) -> Sequence[Twins]:
    """The annexes among the documents of a batch, each beside the document it belongs to."""
    return batch.once(_annexed)


def _annexed(batch: Batch) -> Sequence[Twins]:
    edges = batch.store.expand(batch.documents, [EdgeKind.ANNEX_OF])
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    nodes, tasks = batch.nodes(ends), assigned_tasks(batch.store, ends)
    found = []
    for edge in edges:
        whole, annex = nodes[edge.target], nodes[edge.source]
        here, there = tasks[whole.id], tasks[annex.id]
        pairs = counterparts(here, there)
        elsewhere = cited(batch, [whole, *here]), cited(batch, [annex, *there])
        points = differences(batch.store, pairs, elsewhere)
        changed = [
            (task, twin, point)
            for (task, twin), told in zip(pairs, points, strict=True)
            for point in told
        ]
        found.append(Twins(whole, annex, here, there, changed))
    return found


def cited(batch: Batch, citing: Sequence[Node]) -> list[Node]:
    """All that these documents and tasks cite."""
    edges = batch.store.expand([node.id for node in citing], BASES)
    return list(batch.nodes({edge.target for edge in edges}).values())
