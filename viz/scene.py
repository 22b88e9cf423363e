"""A scene: a subgraph as a picture. Fold the tasks, name the cards, bundle the links, place it all.

The explorer, the standalone page and the exports draw the same scene.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from time import perf_counter

from graph.catalogue import render
from graph.model import EdgeKind, Node, NodeKind, Subgraph
from viz.cards import document_name, group_card, node_card
from viz.folds import Fold, fold
from viz.layout import Metrics
from viz.links import links_between, roles_of_units
from viz.names import unit_names
from viz.picture import Card, CardKind, Link, Scene, Step, View, positions
from viz.placing import Placed, placed

#: when several relations join two steps of a path, the first of these is walked
WALKED = tuple(EdgeKind)


def scene(
    subgraph: Subgraph,
    *,
    root: str | None = None,
    view: View | str = View.CHAIN,
    expanded: Collection[str] = (),
    steps: Sequence[str] = (),
    hidden: Collection[str] = (),
    warnings: Mapping[str, int] | None = None,
    beside: Mapping[str, Node] | None = None,
    fixed: Mapping[str, tuple[float, float]] | None = None,
    lang: str = "vi",
    metrics: Metrics | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Scene:
    """Draw ``subgraph`` (dựng cảnh).

    ``expanded``: group cards that show their tasks; ``steps``: node ids of a path, in order;
    ``hidden``: cards left out; ``warnings``: issues by node; ``beside``: documents that are
    not drawn and whose tasks are; ``fixed``: corners by card that the
    explore view keeps (``positions`` of the scene before). There nothing moves when a group opens
    or a card is hidden; the other views are laid out anew.
    """
    began = clock()
    view, root = View(view), root or subgraph.root
    if view is View.EXPLORE and expanded and not fixed:
        fixed = positions(scene(subgraph, root=root, view=view, steps=steps, metrics=metrics))
    folded = fold(subgraph, expanded=expanded, kept={root, *steps})
    cards = _cards(subgraph, folded, warnings or {}, beside or {}, lang)
    if view is not View.EXPLORE:
        cards = _shown(cards, hidden)
    links = links_between(subgraph, folded, {card.id for card in cards}, view)
    picture = placed(_linked(cards, links, {root, *steps}), links, view, fixed or {}, metrics)
    drawn = _finished(subgraph, root, view, _unhidden(picture, hidden), steps, lang)
    return replace(drawn, ms=round((clock() - began) * 1000, 1))


def _finished(
    subgraph: Subgraph, root: str, view: View, picture: Placed, steps: Sequence[str], lang: str
) -> Scene:
    """The placed picture with its titles and the steps of its path."""
    walk = _walk(steps, picture.cards, picture.links)
    title, subtitle = _titles(picture.cards, root, view, walk, lang)
    return Scene(
        root=root,
        view=view,
        title=title,
        subtitle=subtitle,
        width=picture.width,
        height=picture.height,
        bands=picture.bands,
        cards=_numbered(picture.cards, walk),
        links=picture.links,
        steps=walk,
        truncated=subgraph.truncated,
        left_out=subgraph.left_out,
        ms=0.0,
    )


def _cards(
    subgraph: Subgraph,
    folded: Fold,
    warnings: Mapping[str, int],
    beside: Mapping[str, Node],
    lang: str,
) -> tuple[Card, ...]:
    """Documents, groups, tasks, units: unplaced."""
    nodes = dict(beside) | {node.id: node for node in subgraph.nodes}
    units = _of_kind(subgraph, NodeKind.UNIT)
    names, roles = unit_names(units), roles_of_units(subgraph)
    groups = [group_card(group, _name(nodes.get(group.document)), lang) for group in folded.groups]
    singles = [
        node_card(node, roles.get(node.id, {}), names.get(node.id, ""), lang)
        for node in (
            *_of_kind(subgraph, NodeKind.DOCUMENT),
            *folded.cards,
            *units,
        )
    ]
    return tuple(
        replace(card, warnings=sum(warnings.get(id, 0) for id in {card.id, *card.members}))
        for card in (*groups, *singles)
    )


def _shown(cards: tuple[Card, ...], hidden: Collection[str]) -> tuple[Card, ...]:
    return tuple(card for card in cards if card.id not in hidden)


def _unhidden(picture: Placed, hidden: Collection[str]) -> Placed:
    """The picture without hidden cards and their links."""
    gone = set(hidden)
    links = tuple(link for link in picture.links if not {link.source, link.target} & gone)
    return replace(picture, cards=_shown(picture.cards, gone), links=links)


def _of_kind(subgraph: Subgraph, kind: NodeKind) -> list[Node]:
    return sorted((node for node in subgraph.nodes if node.kind is kind), key=lambda n: n.id)


def _name(document: Node | None) -> str:
    return document_name(document) if document else ""


def _linked(
    cards: tuple[Card, ...], links: tuple[Link, ...], kept: Collection[str]
) -> tuple[Card, ...]:
    """Without the units that no drawn link touches."""
    touched = {end for link in links for end in (link.source, link.target)} | set(kept)
    return tuple(c for c in cards if c.kind is not CardKind.UNIT or c.id in touched)


def _walk(
    steps: Sequence[str], cards: tuple[Card, ...], links: tuple[Link, ...]
) -> tuple[Step, ...]:
    """The steps that have a card, each with the link to the next."""
    shown = {card.id for card in cards}
    stops = [step for step in steps if step in shown]
    between: dict[frozenset[str], list[Link]] = {}
    for link in links:
        between.setdefault(frozenset((link.source, link.target)), []).append(link)
    walk = []
    for here, there in zip_longest(stops, stops[1:]):
        ways = between.get(frozenset((here, there)), []) if there else []
        way = min(ways, key=lambda link: WALKED.index(link.kind), default=None)
        walk.append(Step(here, way.id if way else None))
    return tuple(walk)


def _titles(
    cards: tuple[Card, ...], root: str, view: View, walk: tuple[Step, ...], lang: str
) -> tuple[str, str]:
    names = {card.id: card.label for card in cards}
    if view is View.PATH and walk:
        ends = f"{names[walk[0].card]} → {names[walk[-1].card]}"
        return ends, render("scene.subtitle.path", lang, count=len(walk))
    return names.get(root, ""), render(f"scene.subtitle.{view.value}", lang)


def _numbered(cards: tuple[Card, ...], walk: tuple[Step, ...]) -> tuple[Card, ...]:
    numbers = {step.card: number for number, step in enumerate(walk, 1)}
    return tuple(replace(card, step=numbers.get(card.id)) for card in cards)
