"""Links: the edges between nodes as lines between cards, those of one kind drawn as one."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import GROUP, ROLE_KINDS, Edge, EdgeKind, Evidence, NodeKind, Subgraph
from graph.questions.duties import main_roles
from viz.folds import Fold
from viz.picture import Link, View

QUOTES = 5  # evidence shown with a link

#: said of nearly every document and unit: they would bury the chain
PLAIN = frozenset({EdgeKind.ISSUED_BY, EdgeKind.ADDRESSED_TO})


@dataclass(slots=True)
class _Bundle:
    """The edges that become one link, while they are collected."""

    edges: list[Edge] = field(default_factory=list)
    pairs: set[tuple[str, str]] = field(default_factory=set)


def links_between(
    subgraph: Subgraph, fold: Fold, cards: Collection[str], view: View
) -> tuple[Link, ...]:
    """The links between ``cards``, by (source, target, kind); loops are not drawn."""
    bundles: dict[tuple[str, str, EdgeKind], _Bundle] = {}
    for source, target, edge in _lines(subgraph, fold, view):
        if source != target and source in cards and target in cards:
            bundle = bundles.setdefault((source, target, edge.kind), _Bundle())
            bundle.edges.append(edge)
            bundle.pairs.add((edge.source, edge.target))
    links = [_link(*key, bundle) for key, bundle in bundles.items()]
    links += _memberships(fold, cards, bundles)
    return tuple(sorted(links, key=lambda link: (link.source, link.target, link.kind)))


def roles_of_units(subgraph: Subgraph) -> dict[str, dict[str, int]]:
    """Unit → role → how many tasks it has in that role (chủ trì, phối hợp…), in role order.

    A task counts once for a unit, in its strongest role, as in the workload; headings do not.
    """
    headings = {n.id for n in subgraph.nodes if n.properties.get("kind") == GROUP}
    main = main_roles(
        (edge.source, edge.target, edge.kind)
        for edge in subgraph.edges
        if edge.kind in ROLE_KINDS and edge.target not in headings
    )
    found = Counter((unit, role) for (unit, _), role in main.items())
    units = [node.id for node in subgraph.nodes if node.kind is NodeKind.UNIT]
    return {unit: {role.value: found[unit, role] for role in ROLE_KINDS} for unit in units}


def _lines(subgraph: Subgraph, fold: Fold, view: View) -> Iterator[tuple[str, str, Edge]]:
    """Each edge with the cards it runs between; a group is assigned as one."""
    tasks = {group.id: group.members for group in fold.groups}
    headings = fold.home.keys() - fold.group.keys()
    for edge in subgraph.edges:
        if view is View.CHAIN and edge.kind in PLAIN:
            continue
        source = fold.home.get(edge.source, edge.source)
        target = fold.home.get(edge.target, edge.target)
        if edge.kind is EdgeKind.ASSIGNS:
            if target in tasks and edge.target in headings:
                continue  # its members are counted instead
            target = fold.group.get(edge.target, target)
        yield source, target, edge


def _memberships(
    fold: Fold,
    cards: Collection[str],
    bundles: Mapping[tuple[str, str, EdgeKind], _Bundle],
) -> Iterator[Link]:
    """A link from each task of an open group to its group, proven by what assigns the task."""
    assigning: dict[str, list[Edge]] = {}
    for (_, _, kind), bundle in bundles.items():
        if kind is EdgeKind.ASSIGNS:
            for edge in bundle.edges:
                assigning.setdefault(edge.target, []).append(edge)
    for group in fold.groups:
        for task in group.members if group.open and group.id in cards else ():
            if task in cards and (task, group.id, EdgeKind.PART_OF) not in bundles:
                bundle = _Bundle(assigning.get(task, []), {(task, group.id)})
                yield _link(task, group.id, EdgeKind.PART_OF, bundle)


def _link(source: str, target: str, kind: EdgeKind, bundle: _Bundle) -> Link:
    return Link(
        id=f"{source}|{kind.value}|{target}",
        source=source,
        target=target,
        kind=kind,
        count=len(bundle.pairs),
        asserted_by=tuple(sorted({edge.asserted_by for edge in bundle.edges})),
        evidence=_quotes(bundle.edges),
    )


def _quotes(edges: list[Edge]) -> tuple[Evidence, ...]:
    """A few proofs: the first of each edge, then their others; no span twice."""
    edges = sorted(edges, key=lambda edge: edge.key)
    chosen: dict[tuple[str, int, int], Evidence] = {}
    for proof in (
        *(edge.evidence[0] for edge in edges if edge.evidence),
        *(proof for edge in edges for proof in edge.evidence[1:]),
    ):
        if len(chosen) == QUOTES:
            break
        chosen.setdefault((proof.doc, proof.start, proof.end), proof)
    return tuple(chosen.values())
