"""Where each card stands: authority levels as bands, rows inside them, edges in between.

``layout`` is deterministic and keeps three promises that tests check: a card of a higher level is
above every card of a lower one, no two cards overlap, and no edge runs across a card that is not
its end. Method: rows by longest path, wrapped; dummy vertices; fewest crossings over seeded
starts; x by order-preserving least squares; edges vertical inside rows, curved between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from viz.columns import columns
from viz.crossings import fewest_crossings
from viz.routing import Route, routes
from viz.rows import Box, Grid, grid


@dataclass(frozen=True, slots=True)
class Metrics:
    """The measures of the picture, in pixels (kích thước)."""

    gap: float = 11  # between two cards of a row
    lane: float = 4  # between two edges that pass through a row
    row_gap: float = 44
    band_padding: float = 26
    margin: float = 24  # left and right of everything
    row_cap: int = 8  # cards in a row before it wraps; grows with the square root of the picture
    least_cap: int = 5  # the shortest rows that are tried for a small picture
    stage: tuple[float, float] = (850, 660)  # what a desk has for the picture: width, height
    port_gap: float = 15  # at most, between two edges at one side of a card
    pull: float = 0.1  # towards the middle
    tries: int = 12  # seeded starts of a small picture
    small: int = 60  # cards up to which a picture is small


@dataclass(frozen=True, slots=True)
class Strip:
    """A band of the picture (dải cấp ban hành): its place from top to bottom."""

    band: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Placement:
    """The finished layout: top-left corners by box, a route by edge (None for a loop)."""

    width: float
    height: float
    strips: tuple[Strip, ...]
    corners: tuple[tuple[float, float], ...]
    routes: tuple[Route | None, ...]


def layout(
    boxes: Sequence[Box], edges: Sequence[tuple[int, int]], metrics: Metrics | None = None
) -> Placement:
    """Place ``boxes`` in their bands and route ``edges``, pairs of indices into ``boxes``.

    An edge points from a text to what it rests on; inside a band its target is drawn above.
    """
    measure = metrics or Metrics()
    frame = _frame(boxes, edges, measure)
    tries = measure.tries if len(boxes) <= measure.small else 1
    order = fewest_crossings(frame, tries)
    centres = columns(frame, order, gap=measure.gap, lane=measure.lane, pull=measure.pull)
    centres, width = _shifted(frame, centres, measure.margin)
    strips, tops = _heights(frame, measure)
    corners = _corners(boxes, frame, centres, tops)
    drawn = routes(frame, boxes, edges, centres, tops, measure.port_gap)
    height = strips[-1].y + strips[-1].height if strips else 0.0
    return Placement(width, height, strips, corners, drawn)


def _frame(boxes: Sequence[Box], edges: Sequence[tuple[int, int]], measure: Metrics) -> Grid:
    """The rows; of a small picture as long as lets its cards be seen largest on a desk."""
    shortest = measure.least_cap if len(boxes) <= measure.small else measure.row_cap
    caps = range(measure.row_cap, shortest - 1, -1)
    frames = {frame.rows: frame for frame in (grid(boxes, edges, cap) for cap in caps)}
    if len(frames) == 1:
        return next(iter(frames.values()))
    return max(frames.values(), key=lambda frame: _seen(frame, measure))


def _seen(frame: Grid, measure: Metrics) -> float:
    """The scale, at most 1, at which a desk shows the whole, before the rows are put in order."""
    order = fewest_crossings(frame, 1)
    centres = columns(frame, order, gap=measure.gap, lane=measure.lane, pull=measure.pull)
    _, width = _shifted(frame, centres, measure.margin)
    strips, _ = _heights(frame, measure)
    height = strips[-1].y + strips[-1].height
    return min(1.0, measure.stage[0] / width, measure.stage[1] / height)


def _shifted(frame: Grid, centres: list[float], margin: float) -> tuple[list[float], float]:
    """Centres moved so that the leftmost thing stands at ``margin``, and the whole width."""
    if not centres:
        return centres, 2 * margin
    halves = [width / 2 for width in frame.widths]
    left = min(x - half for x, half in zip(centres, halves, strict=True))
    right = max(x + half for x, half in zip(centres, halves, strict=True))
    return [x - left + margin for x in centres], right - left + 2 * margin


def _heights(frame: Grid, measure: Metrics) -> tuple[tuple[Strip, ...], list[tuple[float, float]]]:
    """The strips, and (top, height) of every row."""
    strips: list[Strip] = []
    tops: list[tuple[float, float]] = []
    y = 0.0
    for band, count in frame.bands:
        start = y
        y += measure.band_padding
        for _ in range(count):
            tall, room = frame.row_heights[len(tops)], _room(frame, len(tops))
            tops.append((y, tall))
            y += tall + measure.row_gap + room
        y += measure.band_padding - measure.row_gap
        strips.append(Strip(band, start, y - start))
    return tuple(strips), tops


def _room(frame: Grid, row: int) -> float:
    """What the gap below a row gets beyond its least height: more edges need flatter curves."""
    edges = sum(len(frame.down[vertex]) for vertex in frame.rows[row])
    return min(80.0, max(0.0, (edges - 24) * 0.6))


def _corners(
    boxes: Sequence[Box], frame: Grid, centres: list[float], tops: list[tuple[float, float]]
) -> tuple[tuple[float, float], ...]:
    """Top-left corners; a card lower than its row stands in the row's middle."""
    corners = []
    for index, box in enumerate(boxes):
        top, tall = tops[frame.row_of[index]]
        corners.append((centres[index] - box.w / 2, top + (tall - box.h) / 2))
    return tuple(corners)
