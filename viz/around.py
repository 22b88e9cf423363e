"""Room for new cards around those that stand (khám phá): what has a place keeps it to the pixel."""

from collections.abc import Iterator, Mapping, Sequence
from math import hypot

from viz.free_routes import Corner, free_routes
from viz.layout import Placement
from viz.rows import Box

CLEAR = 22.0  # free space around a card
STEP = 40.0  # distance between two places that are tried
MARGIN = 24.0
CELL = 240.0  # side of a square of the index of taken places


def around(
    boxes: Sequence[Box], edges: Sequence[tuple[int, int]], fixed: Mapping[int, Corner]
) -> Placement:
    """Keep ``fixed`` top-left corners and put every other box on the nearest free place."""
    taken = _Taken(boxes)
    corners = dict(fixed)
    for index, corner in fixed.items():
        taken.add(index, corner)
    near = _neighbours(len(boxes), edges)
    for index in _outwards(len(boxes), near, list(fixed)):
        corners[index] = _free_corner(boxes, taken, index, _wish(boxes, corners, near[index]))
        taken.add(index, corners[index])
    placed = tuple(corners[index] for index in range(len(boxes)))
    width = max((x + box.w for (x, _), box in zip(placed, boxes, strict=True)), default=0.0)
    height = max((y + box.h for (_, y), box in zip(placed, boxes, strict=True)), default=0.0)
    drawn = free_routes(boxes, placed, edges)
    return Placement(width + MARGIN, height + MARGIN, (), placed, drawn)


class _Taken:
    """The places that are taken, by square, so that a look costs the same in any picture."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.corners: dict[int, Corner] = {}
        self.squares: dict[tuple[int, int], list[int]] = {}

    def add(self, index: int, corner: Corner) -> None:
        """Take the place of a box."""
        self.corners[index] = corner
        for square in self._squares(self.boxes[index], corner):
            self.squares.setdefault(square, []).append(index)

    def free(self, box: Box, corner: Corner) -> bool:
        """Whether the box at this corner keeps clear of all that stand."""
        return not any(
            self._meets(box, corner, other)
            for square in self._squares(box, corner)
            for other in self.squares.get(square, ())
        )

    def _meets(self, box: Box, corner: Corner, other: int) -> bool:
        x, y = self.corners[other]
        wide = (corner[0] - x) < self.boxes[other].w + CLEAR and (x - corner[0]) < box.w + CLEAR
        high = (corner[1] - y) < self.boxes[other].h + CLEAR and (y - corner[1]) < box.h + CLEAR
        return wide and high

    def _squares(self, box: Box, corner: Corner) -> Iterator[tuple[int, int]]:
        """The squares a box with its clear space touches."""
        left, right = corner[0] - CLEAR, corner[0] + box.w + CLEAR
        top, bottom = corner[1] - CLEAR, corner[1] + box.h + CLEAR
        for column in range(int(left // CELL), int(right // CELL) + 1):
            for row in range(int(top // CELL), int(bottom // CELL) + 1):
                yield column, row


def _neighbours(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in range(count)]
    for start, end in edges:
        if start != end:
            near[start].append(end)
            near[end].append(start)
    return near


def _outwards(count: int, near: list[list[int]], standing: list[int]) -> list[int]:
    """The boxes without a place, nearest to those that stand first."""
    queue, seen = list(standing), set(standing)
    for first in range(count):
        for index in queue:
            for other in near[index]:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        if first not in seen:
            seen.add(first)
            queue.append(first)
    return queue[len(standing) :]


def _wish(boxes: Sequence[Box], corners: Mapping[int, Corner], near: list[int]) -> Corner:
    """The middle of the neighbours that stand, else the middle of the picture."""
    placed = [index for index in near if index in corners] or list(corners)
    if not placed:
        return (MARGIN, MARGIN)
    x = sum(corners[index][0] + boxes[index].w / 2 for index in placed) / len(placed)
    y = sum(corners[index][1] + boxes[index].h / 2 for index in placed) / len(placed)
    return (x, y)


def _free_corner(boxes: Sequence[Box], taken: _Taken, index: int, wish: Corner) -> Corner:
    """The free top-left corner whose card is nearest to ``wish``, ring by ring."""
    box = boxes[index]
    left, top = max(MARGIN, wish[0] - box.w / 2), max(MARGIN, wish[1] - box.h / 2)
    ring = 0
    while True:
        places = [
            (left + column * STEP, top + row * STEP)
            for column, row in _ring(ring)
            if left + column * STEP >= MARGIN and top + row * STEP >= MARGIN
        ]
        for place in sorted(places, key=lambda p: (hypot(p[0] - left, p[1] - top), p)):
            if taken.free(box, place):
                return place
        ring += 1


def _ring(size: int) -> Iterator[tuple[int, int]]:
    """The border of a square of steps around the middle."""
    for column in range(-size, size + 1):
        if abs(column) == size:
            yield from ((column, row) for row in range(-size, size + 1))
        else:
            yield from ((column, -size), (column, size))
