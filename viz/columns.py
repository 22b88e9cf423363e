"""The x of every vertex: near its neighbours, in the order of its row, never overlapping."""

from collections.abc import Sequence
from itertools import pairwise

from viz.rows import Grid

ROUNDS = 12  # passes down and up
STRAIGHT = 4.0  # how much more a dummy's wish weighs: long edges become straight


def columns(
    frame: Grid, order: Sequence[Sequence[int]], *, gap: float, lane: float, pull: float
) -> list[float]:
    """Centres by least squares: each vertex wishes for its neighbours' middle, pulled to 0."""
    spaces = [_spaces(frame, row, gap, lane) for row in order]
    centres = [0.0] * len(frame.row_of)
    for row, space in zip(order, spaces, strict=True):
        _place(centres, row, space, [0.0] * len(row), [1.0] * len(row))
    for turn in range(ROUNDS):
        rows = list(zip(order, spaces, strict=True))
        for row, space in rows if turn % 2 == 0 else reversed(rows):
            wishes = [_wish(frame, centres, vertex) * (1 - pull) for vertex in row]
            _place(centres, row, space, wishes, [_weight(frame, vertex) for vertex in row])
    return centres


def _spaces(frame: Grid, row: Sequence[int], gap: float, lane: float) -> list[float]:
    """The least distance of each vertex of a row from the one before it; 0 for the first."""
    spaces = [0.0]
    for left, right in pairwise(row):
        cards = (left < frame.boxes) + (right < frame.boxes)
        between = lane if cards == 0 else gap
        spaces.append((frame.widths[left] + frame.widths[right]) / 2 + between)
    return spaces


def _wish(frame: Grid, centres: list[float], vertex: int) -> float:
    """Where a vertex would stand if it were alone: the middle of its neighbours."""
    near = frame.up[vertex] + frame.down[vertex]
    if not near:
        return centres[vertex]
    weight = total = 0.0
    for other in near:
        share = STRAIGHT if vertex >= frame.boxes and other >= frame.boxes else 1.0
        total += share * centres[other]
        weight += share
    return total / weight


def _weight(frame: Grid, vertex: int) -> float:
    if vertex >= frame.boxes:
        return STRAIGHT
    return 1.0 + len(frame.up[vertex]) + len(frame.down[vertex])


def _place(
    centres: list[float],
    row: Sequence[int],
    spaces: Sequence[float],
    wishes: Sequence[float],
    weights: Sequence[float],
) -> None:
    """Pool adjacent violators: the nearest places to ``wishes`` that keep order and distance."""
    offset = 0.0
    offsets: list[float] = []
    blocks: list[tuple[float, float, int]] = []  # mean, weight, length
    for space, wish, weight in zip(spaces, wishes, weights, strict=True):
        offset += space
        offsets.append(offset)
        mean, length = wish - offset, 1
        while blocks and blocks[-1][0] >= mean:
            before, heavy, long = blocks.pop()
            mean = (before * heavy + mean * weight) / (heavy + weight)
            weight += heavy
            length += long
        blocks.append((mean, weight, length))
    index = 0
    for mean, _, length in blocks:
        for _ in range(length):
            centres[row[index]] = mean + offsets[index]
            index += 1
