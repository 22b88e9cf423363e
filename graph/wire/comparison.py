"""Which documents are worth comparing and how two of them differ, as JSON."""

from collections import Counter
from collections.abc import Iterable

from graph.model import Edge
from graph.questions.comparable import Pair
from graph.questions.comparison import Alone, Changed, Comparison
from graph.questions.differences import Aspect, Difference, Side
from graph.questions.likely import Unsure
from graph.wire.facts import Shape, evidence_json, node_json


def comparison_json(found: Comparison) -> Shape:
    """``{a, b, years, counts, changed, added, dropped, unsure, beyond, bases, same}``."""
    return {
        "a": node_json(found.a),
        "b": node_json(found.b),
        "years": found.years,
        "counts": _counts(found),
        "changed": [_changed(one) for one in found.changed],
        "added": _all_alone(found.added),
        "dropped": _all_alone(found.dropped),
        "unsure": [_unsure(one) for one in found.unsure],
        "beyond": _all_alone(found.beyond),
        "bases": {
            "added": _all_alone(found.bases_added),
            "dropped": _all_alone(found.bases_dropped),
            "redated": [
                {"before": _alone(one.before), "after": _alone(one.after)}
                for one in found.bases_redated
            ],
        },
        "same": [[task.id, twin.id] for task, twin in found.same],
    }


def pairs_json(pairs: Iterable[Pair]) -> Shape:
    """``{pairs: [{why, a, b}]}``."""
    told = [(pair.why.value, node_json(pair.a), node_json(pair.b)) for pair in pairs]
    return {"pairs": [{"why": why, "a": a, "b": b} for why, a, b in told]}


def _counts(found: Comparison) -> dict[str, int]:
    """Tasks by what became of them, then changed tasks by what changed, then bases."""
    lists = ("same", "changed", "added", "dropped", "unsure", "beyond")
    counts = {name: len(getattr(found, name)) for name in lists}
    points = Counter(a for one in found.changed for a in {d.aspect for d in one.differences})
    counts |= {aspect.value: points[aspect] for aspect in Aspect}
    bases = ("bases_added", "bases_dropped", "bases_redated")
    return counts | {name: len(getattr(found, name)) for name in bases}


def _changed(one: Changed) -> Shape:
    return {
        "task": node_json(one.task),
        "twin": node_json(one.twin),
        "changes": [_change(point) for point in one.differences],
    }


def _change(point: Difference) -> Shape:
    before, after = _side(point.before), _side(point.after)
    return {"aspect": point.aspect.value, "before": before, "after": after}


def _side(side: Side) -> Shape:
    """``{nodes: [node + roles], text, evidence}``; ``roles``: the edges that name the node."""
    nodes = []
    for node in side.nodes:
        kinds = {edge.kind.value for edge in side.edges if node.id in (edge.source, edge.target)}
        nodes.append(node_json(node) | {"roles": sorted(kinds)})
    return {"nodes": nodes, "text": side.text, "evidence": _proof(side.edges)}


def _unsure(one: Unsure) -> Shape:
    candidates = [node_json(node) | {"likeness": share} for node, share in one.candidates]
    return {"task": node_json(one.task), "candidates": candidates}


def _all_alone(found: Iterable[Alone]) -> list[Shape]:
    return [_alone(one) for one in found]


def _alone(one: Alone) -> Shape:
    return node_json(one.node) | {"evidence": _proof(one.edges)}


def _proof(edges: Iterable[Edge]) -> list[Shape]:
    """The words once, however many edges they prove."""
    proofs = {(p.doc, p.start, p.end): p for edge in edges for p in edge.evidence}
    return [evidence_json(proof) for proof in proofs.values()]
