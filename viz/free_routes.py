"""Lines between cards that stand freely: from facing side to facing side, ports spread."""

from collections.abc import Sequence
from typing import TypeAlias

from viz.routing import Route, number
from viz.rows import Box

PORT_GAP = 15.0  # at most, between two lines at one side of a card
INSET = 12.0  # between a port and the corner of its card

Corner: TypeAlias = tuple[float, float]
Side: TypeAlias = tuple[int, int]  # (0, -1) above, (0, 1) below, (-1, 0) left, (1, 0) right


def free_routes(
    boxes: Sequence[Box], corners: Sequence[Corner], edges: Sequence[tuple[int, int]]
) -> tuple[Route | None, ...]:
    """A curve for each edge; None for a loop. Lines of one pair run beside each other."""
    middles = [(x + box.w / 2, y + box.h / 2) for (x, y), box in zip(corners, boxes, strict=True)]
    sides: dict[tuple[int, Side], list[tuple[float, int]]] = {}
    ends: list[tuple[Side, Side] | None] = []
    for index, (start, end) in enumerate(edges):
        facing = _facing(boxes, middles, start, end) if start != end else None
        ends.append(facing)
        if facing:
            for card, side, other in ((start, facing[0], end), (end, facing[1], start)):
                along = middles[other][0 if side[1] else 1]
                sides.setdefault((card, side), []).append((along, index))
    ports = _ports(boxes, middles, sides)
    return tuple(
        _curve(ports[index, start], ports[index, end], facing[0]) if facing else None
        for index, ((start, end), facing) in enumerate(zip(edges, ends, strict=True))
    )


def _facing(
    boxes: Sequence[Box], middles: Sequence[Corner], start: int, end: int
) -> tuple[Side, Side]:
    """The sides by which two cards see each other: above and below wherever there is room."""
    (x1, y1), (x2, y2) = middles[start], middles[end]
    if abs(y2 - y1) >= (boxes[start].h + boxes[end].h) / 2:
        return ((0, 1), (0, -1)) if y2 > y1 else ((0, -1), (0, 1))
    return ((1, 0), (-1, 0)) if x2 > x1 else ((-1, 0), (1, 0))


def _ports(
    boxes: Sequence[Box],
    middles: Sequence[Corner],
    sides: dict[tuple[int, Side], list[tuple[float, int]]],
) -> dict[tuple[int, int], Corner]:
    """(edge, card) → where the edge meets the card."""
    ports: dict[tuple[int, int], Corner] = {}
    for (card, (right, down)), lines in sides.items():
        length = boxes[card].w if down else boxes[card].h
        step = min(PORT_GAP, (length - 2 * INSET) / max(1, len(lines) - 1))
        x = middles[card][0] + right * boxes[card].w / 2
        y = middles[card][1] + down * boxes[card].h / 2
        for place, (_, edge) in enumerate(sorted(lines)):
            shift = step * (place - (len(lines) - 1) / 2)
            ports[edge, card] = (x + shift, y) if down else (x, y + shift)
    return ports


def _curve(start: Corner, end: Corner, side: Side) -> Route:
    (x1, y1), (x2, y2) = start, end
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    bends = (x1, middle_y, x2, middle_y) if side[1] else (middle_x, y1, middle_x, y2)
    points = " ".join(number(value) for value in (*bends, x2, y2))
    path = f"M{number(x1)} {number(y1)}C{points}"
    return Route(path, round(middle_x, 1), round(middle_y, 1))
