"""Placing: cards and links get their places, and the bands that lie behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.catalogue import render
from graph.vocabulary import levels
from viz.around import around
from viz.layout import Metrics, Placement, layout
from viz.picture import Band, Card, Link, View
from viz.rows import Box

OWN_BANDS = ("tasks", "units")  # below all levels


@dataclass(frozen=True, slots=True)
class Placed:
    """Cards and links where they stand in the picture."""

    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    bands: tuple[Band, ...]
    width: float
    height: float


def placed(
    cards: tuple[Card, ...],
    links: tuple[Link, ...],
    view: View,
    fixed: Mapping[str, tuple[float, float]],
    metrics: Metrics | None = None,
) -> Placed:
    """Place everything in bands; in the explore view without them, around ``fixed`` corners."""
    index = {card.id: number for number, card in enumerate(cards)}
    order = [*(row.id for row in levels()), *OWN_BANDS]
    boxes = [Box(order.index(card.level), card.w, card.h) for card in cards]
    edges = [(index[link.source], index[link.target]) for link in links]
    kept = {index[id]: corner for id, corner in fixed.items() if id in index}
    if view is View.EXPLORE and kept:
        placement = around(boxes, edges, kept)
    else:
        placement = layout(boxes, edges, metrics)
    bands = () if view is View.EXPLORE else _bands(placement)
    standing = tuple(
        replace(card, x=round(x, 1), y=round(y, 1))
        for card, (x, y) in zip(cards, placement.corners, strict=True)
    )
    return Placed(standing, _drawn(links, placement), bands, placement.width, placement.height)


def _drawn(links: tuple[Link, ...], placement: Placement) -> tuple[Link, ...]:
    return tuple(
        replace(link, path=route.path, x=route.x, y=route.y) if route else link
        for link, route in zip(links, placement.routes, strict=True)
    )


def _bands(placement: Placement) -> tuple[Band, ...]:
    names = [(row.id, row.label, row.label_en) for row in levels()]
    for id in OWN_BANDS:
        names.append((id, render(f"scene.band.{id}", "vi"), render(f"scene.band.{id}", "en")))
    return tuple(
        Band(*names[strip.band], round(strip.y, 1), round(strip.height, 1))
        for strip in placement.strips
    )
