"""A scene: a subgraph as a picture. Fold the tasks, name the cards, bundle the links, place it all.

The explorer, the standalone page and the exports draw the same scene.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from time import perf_counter

from graph.catalogue import render
from graph.model import EdgeKind, Node, NodeKind, Subgraph
from graph.vocabulary import levels
from viz.around import around
from viz.cards import document_name, group_card, node_card
from viz.folds import Fold, fold
from viz.layout import Metrics, Placement, layout
from viz.links import links_between, roles_of_units
from viz.picture import Band, Card, CardKind, Link, Scene, Step, View, positions
from viz.rows import Box

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
    fixed: Mapping[str, tuple[float, float]] | None = None,
    lang: str = "vi",
    metrics: Metrics | None = None,
    clock: Callable[[], float] = perf_counter,
) -> Scene:
    """Draw ``subgraph`` (dựng cảnh).

    ``expanded``: group cards that show their tasks; ``steps``: node ids of a path, in order;
    ``hidden``: cards left out; ``warnings``: issues by node; ``fixed``: corners by card that the
    explore view keeps (``positions`` of the scene before). In the explore view nothing moves when
    a group opens or a card is hidden; the others are laid out anew.
    """
    began = clock()
    view, root = View(view), root or subgraph.root
    kept = {root, *steps}
    if view is View.EXPLORE and expanded and not fixed:
        folded_up = scene(subgraph, root=root, view=view, steps=steps, metrics=metrics)
        fixed = positions(folded_up)
    folded = fold(subgraph, expanded=expanded, kept=kept)
    cards = _cards(subgraph, folded, warnings or {}, lang)
    if view is not View.EXPLORE:
        cards, _ = _without(cards, (), hidden)
    links = links_between(subgraph, folded, {card.id for card in cards}, view)
    cards = _linked(cards, links, kept)
    cards, links, bands, size = _placed(cards, links, view, fixed or {}, metrics or Metrics())
    cards, links = _without(cards, links, hidden)
    walk = _walk(steps, cards, links)
    title, subtitle = _titles(cards, root, view, walk, lang)
    return Scene(
        root=root,
        view=view,
        title=title,
        subtitle=subtitle,
        width=size[0],
        height=size[1],
        bands=bands,
        cards=_numbered(cards, walk),
        links=links,
        steps=walk,
        truncated=subgraph.truncated,
        left_out=subgraph.left_out,
        ms=round((clock() - began) * 1000, 1),
    )


def _cards(
    subgraph: Subgraph, folded: Fold, warnings: Mapping[str, int], lang: str
) -> tuple[Card, ...]:
    """Documents, groups, tasks, units: unplaced."""
    nodes = {node.id: node for node in subgraph.nodes}
    roles = roles_of_units(subgraph)
    groups = [group_card(group, _name(nodes.get(group.document)), lang) for group in folded.groups]
    singles = [
        node_card(node, roles.get(node.id, {}), lang)
        for node in (
            *_of_kind(subgraph, NodeKind.DOCUMENT),
            *folded.cards,
            *_of_kind(subgraph, NodeKind.UNIT),
        )
    ]
    return tuple(
        replace(card, warnings=sum(warnings.get(id, 0) for id in {card.id, *card.members}))
        for card in (*groups, *singles)
    )


def _without(
    cards: tuple[Card, ...], links: tuple[Link, ...], hidden: Collection[str]
) -> tuple[tuple[Card, ...], tuple[Link, ...]]:
    """Cards and links that are not hidden."""
    shown = tuple(link for link in links if not {link.source, link.target} & set(hidden))
    return tuple(card for card in cards if card.id not in hidden), shown


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


def _placed(
    cards: tuple[Card, ...],
    links: tuple[Link, ...],
    view: View,
    fixed: Mapping[str, tuple[float, float]],
    metrics: Metrics,
) -> tuple[tuple[Card, ...], tuple[Link, ...], tuple[Band, ...], tuple[float, float]]:
    """Cards and links with their places; the explore view has no bands."""
    index = {card.id: number for number, card in enumerate(cards)}
    order = [row.id for row in levels()] + ["tasks", "units"]
    boxes = [Box(order.index(card.level), card.w, card.h) for card in cards]
    edges = [(index[link.source], index[link.target]) for link in links]
    kept = {index[id]: corner for id, corner in fixed.items() if id in index}
    if view is View.EXPLORE and kept:
        placement = around(boxes, edges, kept)
    else:
        placement = layout(boxes, edges, metrics)
    cards = tuple(
        replace(card, x=round(x, 1), y=round(y, 1))
        for card, (x, y) in zip(cards, placement.corners, strict=True)
    )
    links = tuple(
        replace(link, path=route.path, x=route.x, y=route.y) if route else link
        for link, route in zip(links, placement.routes, strict=True)
    )
    bands = () if view is View.EXPLORE else _bands(placement)
    return cards, links, bands, (placement.width, placement.height)


def _bands(placement: Placement) -> tuple[Band, ...]:
    names = [(row.id, row.label, row.label_en) for row in levels()]
    for id in ("tasks", "units"):
        names.append((id, render(f"scene.band.{id}", "vi"), render(f"scene.band.{id}", "en")))
    return tuple(
        Band(*names[strip.band], round(strip.y, 1), round(strip.height, 1))
        for strip in placement.strips
    )


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
