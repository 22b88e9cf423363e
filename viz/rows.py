"""Which row each card stands in, and the dummy vertices that carry long edges through rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, sqrt


@dataclass(frozen=True, slots=True)
class Box:
    """A card to be placed: the band it belongs to (0 is the highest) and its size."""

    band: int
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows from top to bottom over vertices: the boxes first, then the dummies.

    ``chains`` has for each edge its vertices from the upper to the lower end, one a row; empty
    for a loop. ``up``/``down`` are the neighbours of a vertex one row above and below.
    """

    boxes: int
    widths: tuple[float, ...]  # 0 for a dummy
    row_of: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    row_heights: tuple[float, ...]
    bands: tuple[tuple[int, int], ...]  # band, number of its rows
    chains: tuple[tuple[int, ...], ...]
    up: tuple[tuple[int, ...], ...]
    down: tuple[tuple[int, ...], ...]


def grid(boxes: Sequence[Box], edges: Sequence[tuple[int, int]], row_cap: int) -> Grid:
    """Rows by longest path in each band, wrapped at ``row_cap``, with dummies for long edges."""
    rows, bands = _rows(boxes, edges, max(row_cap, round(sqrt(len(boxes)))))
    heights = tuple(max(boxes[vertex].h for vertex in row) for row in rows)
    row_of = [0] * len(boxes)
    for index, row in enumerate(rows):
        for vertex in row:
            row_of[vertex] = index
    chains = _chains(edges, row_of, rows)
    rows = [_lanes_inside(row, len(boxes)) for row in rows]
    up: list[list[int]] = [[] for _ in row_of]
    down: list[list[int]] = [[] for _ in row_of]
    for chain in chains:
        for high, low in pairwise(chain):
            down[high].append(low)
            up[low].append(high)
    return Grid(
        boxes=len(boxes),
        widths=tuple(box.w for box in boxes) + (0.0,) * (len(row_of) - len(boxes)),
        row_of=tuple(row_of),
        rows=tuple(map(tuple, rows)),
        row_heights=heights,
        bands=bands,
        chains=chains,
        up=tuple(map(tuple, up)),
        down=tuple(map(tuple, down)),
    )


def _rows(
    boxes: Sequence[Box], edges: Sequence[tuple[int, int]], cap: int
) -> tuple[list[list[int]], tuple[tuple[int, int], ...]]:
    """Rows of box indices and the number of rows of each band."""
    ranks = _ranks(boxes, edges)
    lift = _lift(boxes, edges)
    places: dict[tuple[int, int], list[int]] = {}
    for index, box in enumerate(boxes):
        places.setdefault((box.band, ranks[index]), []).append(index)
    rows: list[list[int]] = []
    counts: dict[int, int] = {}
    for band, rank in sorted(places):
        members = places[band, rank]
        pieces = ceil(len(members) / cap)
        if pieces > 1:
            members = sorted(members, key=lambda index: (-lift[index], index))
        rows += _split(members, pieces)
        counts[band] = counts.get(band, 0) + pieces
    return rows, tuple(counts.items())


def _split(members: list[int], pieces: int) -> list[list[int]]:
    """``members`` in order, cut into ``pieces`` rows of nearly equal length."""
    size = len(members)
    cuts = [size * piece // pieces for piece in range(pieces + 1)]
    return [members[start:end] for start, end in pairwise(cuts)]


def _lanes_inside(row: list[int], boxes: int) -> list[int]:
    """The first order of a row: dummies in the middle, so that cards stand on both sides."""
    cards = [vertex for vertex in row if vertex < boxes]
    half = len(cards) // 2
    return [*cards[:half], *row[len(cards) :], *cards[half:]]


def _lift(boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> list[int]:
    """By box: edges to higher bands less edges to lower ones; the upper row takes the greatest."""
    lift = [0] * len(boxes)
    for start, end in edges:
        difference = boxes[start].band - boxes[end].band
        if difference:
            sign = 1 if difference > 0 else -1
            lift[start] += sign
            lift[end] -= sign
    return lift


def _ranks(boxes: Sequence[Box], edges: Sequence[tuple[int, int]]) -> list[int]:
    """Longest path to a box that rests on nothing in its band; an edge closing a cycle is cut."""
    targets: list[list[int]] = [[] for _ in boxes]
    for start, end in edges:
        if start != end and boxes[start].band == boxes[end].band:
            targets[start].append(end)
    ranks = [-1] * len(boxes)
    for first in range(len(boxes)):
        _rank_from(first, targets, ranks)
    return ranks


def _rank_from(first: int, targets: list[list[int]], ranks: list[int]) -> None:
    """Fill in ``ranks`` for ``first`` and all it rests on, depth first, without recursion."""
    if ranks[first] >= 0:
        return
    ranks[first] = 0
    stack = [(first, iter(targets[first]))]
    open_ = {first}
    while stack:
        vertex, rest = stack[-1]
        for end in rest:
            if end in open_:
                continue  # closes a cycle
            if ranks[end] < 0:
                ranks[end] = 0
                open_.add(end)
                stack.append((end, iter(targets[end])))
                break
            ranks[vertex] = max(ranks[vertex], ranks[end] + 1)
        else:
            stack.pop()
            open_.discard(vertex)
            if stack:
                above = stack[-1][0]
                ranks[above] = max(ranks[above], ranks[vertex] + 1)


def _chains(
    edges: Sequence[tuple[int, int]], row_of: list[int], rows: list[list[int]]
) -> tuple[tuple[int, ...], ...]:
    """Per edge its vertices from top to bottom; adds the dummies to ``row_of`` and ``rows``."""
    chains: list[tuple[int, ...]] = []
    for start, end in edges:
        if start == end:
            chains.append(())
            continue
        high, low = (end, start) if row_of[end] < row_of[start] else (start, end)
        chain = [high]
        for row in range(row_of[high] + 1, row_of[low]):
            chain.append(len(row_of))
            rows[row].append(len(row_of))
            row_of.append(row)
        chains.append((*chain, low))
    return tuple(chains)
