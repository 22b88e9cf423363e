"""An annex that restates its document's tasks otherwise: other bases, leads or times (phụ lục)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.folding import words
from graph.model import BASIS_KINDS, Edge, EdgeKind, Json, Node, NodeKind, Severity
from graph.questions.finding import Finding, every, finding
from graph.store import GraphReader
from graph.traverse import with_evidence

LEADS = (EdgeKind.LEADS, EdgeKind.EXECUTES)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the tasks of two documents say of bases and leads."""

    bases: Mapping[str, Sequence[Edge]]  # task → edges to the documents it names
    leads: Mapping[str, Sequence[Edge]]  # task → edges from the units that lead it


def differing_annexes(store: GraphReader) -> Iterator[Finding]:
    """Tasks that stand in a document and its annex and do not agree (chính văn và phụ lục)."""
    for page in every(store, NodeKind.DOCUMENT):
        for edge in store.expand([node.id for node in page], [EdgeKind.ANNEX_OF]):
            pairs = _counterparts(_tasks(store, edge.target), _tasks(store, edge.source))
            said = _said(store, [task for pair in pairs for task in pair])
            for task, restated in pairs:
                yield from _differences(store, task, restated, said)


def _counterparts(tasks: Sequence[Node], restated: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Tasks of one name; names that stand twice on a side tell nothing."""
    sides = [_by_name(tasks), _by_name(restated)]
    return [(sides[0][name], sides[1][name]) for name in sides[0] if name in sides[1]]


def _by_name(tasks: Sequence[Node]) -> dict[str, Node]:
    named: dict[str, list[Node]] = {}
    for task in tasks:
        named.setdefault(" ".join(words(task.label)), []).append(task)
    return {name: same[0] for name, same in named.items() if name and len(same) == 1}


def _differences(store: GraphReader, task: Node, restated: Node, said: _Said) -> Iterator[Finding]:
    here, there = (_ends(said.bases.get(t.id, ()), 1) for t in (task, restated))
    if there or here:
        for basis in sorted(here ^ there):
            node = store.nodes([basis])[basis]
            edges = [*said.bases.get(task.id, ()), *said.bases.get(restated.id, ())]
            proof = with_evidence(store, [edge for edge in edges if edge.target == basis])
            rule = "annex_lacks_basis" if basis in here else "annex_adds_basis"
            yield finding(
                rule, Severity.NOTE, [task, restated, node], proof,
                task=task.label, basis=node.label,
            )  # fmt: skip
    leads = [_ends(said.leads.get(t.id, ()), 0) for t in (task, restated)]
    if leads[0] and leads[1] and leads[0].isdisjoint(leads[1]):
        edges = [*said.leads[task.id], *said.leads[restated.id]]
        yield finding(
            "annex_other_lead", Severity.WARNING, [task, restated],
            with_evidence(store, edges), task=task.label,
        )  # fmt: skip
    times = [_time(t.properties) for t in (task, restated)]
    if times[0] and times[1] and times[0] != times[1]:
        edges = store.expand([task.id, restated.id], [EdgeKind.ASSIGNS], reverse=True)
        yield finding(
            "annex_other_time", Severity.WARNING, [task, restated],
            with_evidence(store, edges), task=task.label,
            time=task.properties.get("time"), annex_time=restated.properties.get("time"),
        )  # fmt: skip


def _tasks(store: GraphReader, document: str) -> list[Node]:
    assigned = store.expand([document], [EdgeKind.ASSIGNS])
    tasks = store.nodes({edge.target for edge in assigned})
    return [tasks[id] for id in sorted(tasks) if tasks[id].properties.get("kind") != "group"]


def _said(store: GraphReader, tasks: Sequence[Node]) -> _Said:
    ids = {task.id for task in tasks}
    bases: dict[str, list[Edge]] = {}
    leads: dict[str, list[Edge]] = {}
    for edge in store.expand(ids, BASIS_KINDS):
        bases.setdefault(edge.source, []).append(edge)
    for edge in store.expand(ids, LEADS, reverse=True):
        leads.setdefault(edge.target, []).append(edge)
    return _Said(bases, leads)


def _ends(edges: Sequence[Edge], side: int) -> set[str]:
    return {(edge.source, edge.target)[side] for edge in edges}


def _time(properties: Mapping[str, Json]) -> tuple[str, ...]:
    """The times as dates, comparable however they are worded; empty when there are none."""
    intervals = properties.get("intervals") or ()
    if not intervals:
        return ()
    return tuple(sorted(str(interval) for interval in intervals))
