"""The line of every edge: vertical inside rows, one curve in each gap, ports spread on cards.

A line meets a row only at its own end or at a dummy's free lane, and a curve never leaves its gap:
so no line runs across a card that is not its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from viz.rows import Box, Grid


@dataclass(frozen=True, slots=True)
class Route:
    """An edge as an SVG path from its source to its target, and the place of its label."""

    path: str
    x: float
    y: float


def routes(
    frame: Grid,
    boxes: Sequence[Box],
    edges: Sequence[tuple[int, int]],
    centres: Sequence[float],
    tops: Sequence[tuple[float, float]],
    port_gap: float,
) -> tuple[Route | None, ...]:
    """A route for each edge; None for a loop. ``tops``: (top, height) by row."""
    ports = _ports(frame, boxes, centres, port_gap)
    drawn: list[Route | None] = []
    for index, (start, _) in enumerate(edges):
        chain = frame.chains[index]
        if not chain:
            drawn.append(None)
            continue
        stations = _stations(frame, boxes, chain, index, centres, tops, ports)
        drawn.append(_route(stations, upward=chain[0] != start))
    return tuple(drawn)


def _ports(
    frame: Grid, boxes: Sequence[Box], centres: Sequence[float], port_gap: float
) -> dict[tuple[int, int], float]:
    """(edge, card) → x of the edge on that card, ordered by where the edge goes next."""
    leaving: dict[tuple[int, bool], list[tuple[float, float, int]]] = {}
    for edge, chain in enumerate(frame.chains):
        if chain:
            for card, near, far, down in (
                (chain[0], chain[1], chain[-1], True),
                (chain[-1], chain[-2], chain[0], False),
            ):
                leaving.setdefault((card, down), []).append((centres[near], centres[far], edge))
    ports: dict[tuple[int, int], float] = {}
    for (card, _), ends in leaving.items():
        step = min(port_gap, (boxes[card].w - 24) / max(1, len(ends) - 1))
        first = centres[card] - step * (len(ends) - 1) / 2
        for number, (_, _, edge) in enumerate(sorted(ends)):
            ports[edge, card] = first + step * number
    return ports


def _stations(
    frame: Grid,
    boxes: Sequence[Box],
    chain: tuple[int, ...],
    edge: int,
    centres: Sequence[float],
    tops: Sequence[tuple[float, float]],
    ports: dict[tuple[int, int], float],
) -> list[tuple[float, float, float]]:
    """From top to bottom: x, and the y where the line enters and leaves each row."""
    stations: list[tuple[float, float, float]] = []
    for vertex in chain:
        top, tall = tops[frame.row_of[vertex]]
        x = ports.get((edge, vertex), centres[vertex])
        if vertex < frame.boxes:
            inset = (tall - boxes[vertex].h) / 2
            if vertex == chain[0]:
                stations.append((x, top + tall - inset, top + tall))
            else:
                stations.append((x, top, top + inset))
        else:
            stations.append((x, top, top + tall))
    return stations


def _route(stations: list[tuple[float, float, float]], *, upward: bool) -> Route:
    """The path through the stations, from the source; its label stands next to the target."""
    if upward:
        stations = [(x, bottom, top) for x, top, bottom in reversed(stations)]
    x, enter, leave = stations[0]
    parts = [f"M{number(x)} {number(enter)}"]
    if leave != enter:
        parts.append(f"V{number(leave)}")
    for next_x, enter, exit_ in stations[1:]:
        middle = (leave + enter) / 2
        bend = (x, middle, next_x, middle, next_x, enter)
        parts.append("C" + " ".join(map(number, bend)))
        label = ((x + next_x) / 2, middle)
        if exit_ != enter:
            parts.append(f"V{number(exit_)}")
        x, leave = next_x, exit_
    return Route("".join(parts), round(label[0], 1), round(label[1], 1))


def number(value: float) -> str:
    """A coordinate of a path, with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
