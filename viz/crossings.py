"""The order of the vertices in each row: as few crossing edges as can be found quickly."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from random import Random

from viz.rows import Grid

SWEEPS = 12  # passes down and up over one start
PATIENCE = 3  # passes without gain before a start is given up


def fewest_crossings(frame: Grid, tries: int) -> list[list[int]]:
    """The best order over ``tries`` seeded starts; the first start is the order as given."""
    best: list[list[int]] = [list(row) for row in frame.rows]
    least = crossings(frame, best)
    for seed in range(tries):
        order = [list(row) for row in frame.rows]
        if seed:
            shuffle = Random(seed).shuffle
            for row in order:
                shuffle(row)
        found, count = _settled(frame, order)
        if count < least:
            best, least = found, count
        if least == 0:
            break
    return best


def crossings(frame: Grid, order: Sequence[Sequence[int]]) -> int:
    """How many pairs of edges cross between neighbouring rows."""
    place = _places(frame, order)
    total = 0
    for row in order:
        seen: list[int] = []
        for vertex in row:
            ends = sorted(place[low] for low in frame.down[vertex])
            for end in ends:
                total += len(seen) - bisect_right(seen, end)
            for end in ends:
                insort(seen, end)
    return total


def _settled(frame: Grid, order: list[list[int]]) -> tuple[list[list[int]], int]:
    """Sweep and swap until nothing gets better; the best order seen and its crossings."""
    best, least, idle = order, crossings(frame, order), 0
    for sweep in range(SWEEPS):
        order = [list(row) for row in order]
        _sweep(frame, order, downward=sweep % 2 == 0, median=sweep % 4 >= 2)
        _swap_neighbours(frame, order)
        count = crossings(frame, order)
        idle = 0 if count < least else idle + 1
        if count < least:
            best, least = order, count
        if least == 0 or idle >= PATIENCE:
            break
    return best, least


def _sweep(frame: Grid, order: list[list[int]], *, downward: bool, median: bool) -> None:
    """Order each row by where its neighbours in the row before it stand."""
    place = _places(frame, order)
    sides = frame.up if downward else frame.down
    middle = _median if median else _mean
    for row in order if downward else reversed(order):
        wish = {v: middle([place[n] for n in sides[v]]) for v in row if sides[v]}
        wished = sorted(wish, key=lambda vertex: wish[vertex])
        rest = iter(wished)  # a vertex without neighbours keeps its place
        row[:] = [next(rest) if vertex in wish else vertex for vertex in row]
        for index, vertex in enumerate(row):
            place[vertex] = index


def _mean(places: list[int]) -> float:
    return sum(places) / len(places)


def _median(places: list[int]) -> float:
    places.sort()
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


def _swap_neighbours(frame: Grid, order: list[list[int]]) -> None:
    """Exchange neighbours in a row where that removes crossings, until none does."""
    place = _places(frame, order)
    for row in order:
        above = {v: sorted(place[n] for n in frame.up[v]) for v in row}
        below = {v: sorted(place[n] for n in frame.down[v]) for v in row}
        changed, rounds = True, 0
        while changed and rounds < 6:
            changed, rounds = False, rounds + 1
            for index in range(len(row) - 1):
                left, right = row[index], row[index + 1]
                gain = _gain(above[left], above[right]) + _gain(below[left], below[right])
                if gain > 0:
                    row[index], row[index + 1] = right, left
                    changed = True
        for index, vertex in enumerate(row):
            place[vertex] = index


def _gain(left: list[int], right: list[int]) -> int:
    """Crossings saved by exchanging a left and a right vertex with these sorted neighbours."""
    if not left or not right or left[-1] <= right[0]:
        return -1 if left and right and left[0] < right[-1] else 0
    gain = 0
    for place in left:
        gain += bisect_left(right, place) - (len(right) - bisect_right(right, place))
    return gain


def _places(frame: Grid, order: Sequence[Sequence[int]]) -> list[int]:
    """The index of each vertex in its row."""
    place = [0] * len(frame.row_of)
    for row in order:
        for index, vertex in enumerate(row):
            place[vertex] = index
    return place
