"""``basis.order``: of two bases that carry out one text, the lower authority's is the older."""

from collections.abc import Iterator
from itertools import permutations

from graph.model import EdgeKind, Node
from graph.questions.finding import Finding, finding, short, whole_day
from graph.questions.rules.batch import Batch, by_ends
from graph.vocabulary import levels


def disordered_bases(batch: Batch) -> Iterator[Finding]:
    """A department's plan dated before the province's for the same directive: one day is likely
    wrong (kế hoạch của sở có trước kế hoạch của tỉnh)."""
    carrying = by_ends(
        batch.store.expand({basis for _, basis in batch.own_bases}, (EdgeKind.IMPLEMENTS,))
    )
    carried: dict[str, set[str]] = {}
    for basis, target in carrying:
        carried.setdefault(basis, set()).add(target)
    bases: dict[str, list[str]] = {}
    for text, basis in batch.own_bases:
        if basis in carried:
            bases.setdefault(text, []).append(basis)
    for text, found in bases.items():
        for lower, upper in permutations(sorted(found), 2):
            for common in sorted(carried[lower] & carried[upper]):
                nodes = batch.nodes((lower, upper, common))
                if _disordered(nodes[lower], nodes[upper]):
                    said = [*batch.own_bases[text, lower], *batch.own_bases[text, upper]]
                    yield finding(
                        "basis.order", text, [nodes[lower], nodes[upper], nodes[common]],
                        batch.proof(said),
                        lower=short(nodes[lower]), day=whole_day(nodes[lower]),
                        upper=short(nodes[upper]), upper_day=whole_day(nodes[upper]),
                        common=short(nodes[common]),
                    )  # fmt: skip


def _disordered(lower: Node, upper: Node) -> bool:
    """Both of one province, the lower level issued first."""
    day, upper_day = whole_day(lower), whole_day(upper)
    order = [level.id for level in levels()]
    ranks = [order.index(str(n.properties.get("level") or "other")) for n in (lower, upper)]
    homes = {node.id.split("/")[1] for node in (lower, upper)}
    dated = bool(day and upper_day and day < upper_day)
    return dated and ranks[0] > ranks[1] and len(homes) == 1
