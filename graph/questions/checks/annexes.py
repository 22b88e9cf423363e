"""An annex that restates its document's tasks otherwise: other bases, leads or times (phụ lục)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from graph.folding import words
from graph.model import BASIS_KINDS, EdgeKind, Node, NodeKind, Severity
from graph.questions.counterparts import assigned_tasks, counterparts
from graph.questions.finding import Finding, every, finding, short
from graph.store import GraphReader
from graph.traverse import with_evidence

LEADS = (EdgeKind.LEADS, EdgeKind.EXECUTES)
BASES = tuple(kind for kind in BASIS_KINDS if kind is not EdgeKind.ANNEX_OF)


def differing_annexes(store: GraphReader) -> Iterator[Finding]:
    """Tasks and citations on which a document and its annex do not agree."""
    for page in every(store, NodeKind.DOCUMENT):
        annexes = store.expand([node.id for node in page], [EdgeKind.ANNEX_OF])
        ends = {end for edge in annexes for end in (edge.source, edge.target)}
        nodes, tasks = store.nodes(ends), assigned_tasks(store, ends)
        for edge in annexes:
            here, there = tasks[edge.target], tasks[edge.source]
            whole = nodes[edge.target], nodes[edge.source]
            cited = _cited(store, [whole[0], *here])
            for task, twin in counterparts(here, there):
                yield from _bases(store, task, twin, cited)
                yield from _leads(store, task, twin)
                yield from _times(store, task, twin)
            yield from _dates(store, [whole[0], *here], [whole[1], *there])


def _cited(store: GraphReader, citing: Sequence[Node]) -> dict[str, Node]:
    """All that a document and its tasks cite."""
    ids = {node.id for node in citing}
    return store.nodes({e.target for e in store.expand(ids, BASES) if e.source in ids})


def _bases(
    store: GraphReader, task: Node, twin: Node, cited: Mapping[str, Node]
) -> Iterator[Finding]:
    """Bases of one side alone; what the document has ``cited`` elsewhere is not added.

    A footnote's basis hangs on the document; one of another year is for ``_dates`` to tell.
    """
    edges = store.expand([task.id, twin.id], BASES)
    named = {id: {e.target for e in edges if e.source == id} for id in (task.id, twin.id)}
    both = store.nodes(named[task.id] | named[twin.id])
    here, there = ([both[id] for id in sorted(named[n.id]) if id in both] for n in (task, twin))
    lacking = [b for b in here if b.id not in named[twin.id] and not _any_same(b, there)]
    adding = [b for b in there if b.id not in cited and not _any_same(b, cited.values())]
    told = [("annex.lacks_basis", b) for b in lacking] + [("annex.adds_basis", b) for b in adding]
    for rule, basis in told:
        proof = with_evidence(store, [edge for edge in edges if edge.target == basis.id])
        yield finding(
            rule, Severity.NOTE, [task, twin, basis], proof, task=short(task), basis=short(basis)
        )


def _any_same(one: Node, others: Iterable[Node]) -> bool:
    return any(_same_number(one, other) for other in others)


def _leads(store: GraphReader, task: Node, twin: Node) -> Iterator[Finding]:
    edges = store.expand([task.id, twin.id], LEADS, reverse=True)
    here, there = ({e.source for e in edges if e.target == id} for id in (task.id, twin.id))
    if here and there and here.isdisjoint(there):
        proof = with_evidence(store, edges)
        yield finding("annex.lead", Severity.WARNING, [task, twin], proof, task=short(task))


def _times(store: GraphReader, task: Node, twin: Node) -> Iterator[Finding]:
    """Times are compared as dates, however they are worded; an unread one decides nothing."""
    here, there = (sorted(t.properties.get("intervals") or ()) for t in (task, twin))
    if here and there and here != there:
        edges = store.expand([task.id, twin.id], [EdgeKind.ASSIGNS], reverse=True)
        yield finding(
            "annex.time", Severity.WARNING, [task, twin], with_evidence(store, edges),
            task=short(task), time=task.properties.get("time"),
            annex_time=twin.properties.get("time"),
        )  # fmt: skip


def _dates(store: GraphReader, here: Sequence[Node], there: Sequence[Node]) -> Iterator[Finding]:
    """One number and symbol that the document and its annex cite with different days."""
    sides = [store.expand([node.id for node in side], BASES) for side in (here, there)]
    cited = [store.nodes({edge.target for edge in side}) for side in sides]
    for one, other in product(*(side.values() for side in cited)):
        if one.id not in cited[1] and other.id not in cited[0] and _same_number(one, other):
            proof = [edge for side in sides for edge in side if edge.target in (one.id, other.id)]
            yield finding(
                "annex.dates", Severity.WARNING, [one, other], with_evidence(store, proof),
                one=_dated(one), other=_dated(other),
            )  # fmt: skip


def _same_number(one: Node, other: Node) -> bool:
    """Whether number, symbol and issuer are known and equal; 76/QĐ-UBND is in every province.

    Signs inside a symbol do not count: KH-SKHCN and KH-SKH-CN.
    """
    parts = ("number", "symbol", "issuer")
    names = [["".join(words(str(n.properties.get(part) or ""))) for part in parts]
             for n in (one, other)]  # fmt: skip
    return all(names[0]) and names[0] == names[1]


def _dated(document: Node) -> str:
    day = document.properties.get("issued") or document.properties.get("issued_partial")
    return f"{short(document)} ({day})" if day else short(document)
