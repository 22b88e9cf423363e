"""Ruled lines to tables: lines that cross, the places between them, places merged (khung bảng).

A line that is missing between two places makes them one cell, over columns or rows. Lines that
stop where no other crosses them stand for the border that a page or a printer left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loaders.readers.pages.page import Box, Lattice, Place, Rule

#: lines nearer than this are one (points)
_NEAR = 3.0
#: so much of a border is drawn where there is one
_DRAWN = 0.6
#: how far beyond the last crossing a line goes on before it needs a border there
_BEYOND = 8.0
#: a table of more crossings than this is a drawing
_MOST = 40_000


def lattices_of(rules: Sequence[Rule]) -> tuple[Lattice, ...]:
    """The ruled tables of a page, from top to bottom; frames of one column are none."""
    across = _merged(rule for rule in rules if rule.across)
    down = _merged(rule for rule in rules if not rule.across)
    if len(across) * len(down) > _MOST:
        return ()
    found = [_lattice(*group) for group in _groups(across, down)]
    return tuple(sorted((one for one in found if one), key=lambda one: one.box.top))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines that stand at one place and touch, as one."""
    whole: list[Rule] = []
    for level in _levels(rules):
        at = sum(rule.at for rule in level) / len(level)
        start, end = level[0].start, level[0].end
        for rule in level[1:]:
            if rule.start > end + _NEAR:
                whole.append(Rule(rule.across, at, start, end))
                start = rule.start
            end = max(end, rule.end)
        whole.append(Rule(level[0].across, at, start, end))
    return whole


def _levels(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Lines that stand at one place, by where they start."""
    level: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if level and rule.at - level[0].at > _NEAR:
            yield sorted(level, key=lambda r: r.start)
            level = []
        level.append(rule)
    if level:
        yield sorted(level, key=lambda r: r.start)


def _groups(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that cross each other, directly or over others."""
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, flat in enumerate(across):
        for j, post in enumerate(down):
            if _cross(flat, post):
                group[root(i)] = root(len(across) + j)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate((*across, *down)):
        pair = members.setdefault(root(index), ([], []))
        pair[0 if rule.across else 1].append(rule)
    return [pair for pair in members.values() if pair[0] and pair[1]]


def _cross(flat: Rule, post: Rule) -> bool:
    return (
        flat.start - _NEAR <= post.at <= flat.end + _NEAR
        and post.start - _NEAR <= flat.at <= post.end + _NEAR
    )


def _lattice(flats: Sequence[Rule], posts: Sequence[Rule]) -> Lattice | None:
    xs, ys = _stops(posts, flats), _stops(flats, posts)
    if len(xs) < 3 or len(ys) < 2:
        return None
    wide, high = len(xs) - 1, len(ys) - 1
    parts = list(range(wide * high))

    def root(index: int) -> int:
        while parts[index] != index:
            parts[index] = parts[parts[index]]
            index = parts[index]
        return index

    walls, floors = _drawn(posts, xs), _drawn(flats, ys)
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            here = row * wide + column
            if column + 1 < wide and not _covers(walls[column + 1], top, bottom):
                parts[root(here + 1)] = root(here)
            if row + 1 < high and not _covers(floors[row + 1], left, right):
                parts[root(here + wide)] = root(here)
    cells: dict[int, list[tuple[int, int]]] = {}
    for index in range(wide * high):
        cells.setdefault(root(index), []).append(divmod(index, wide))
    order = {cell: index for index, cell in enumerate(cells)}  # by their first crossing
    owners = tuple(order[root(index)] for index in range(wide * high))
    places = tuple(_place(cell, xs, ys) for cell in cells.values())
    return Lattice(tuple(xs), tuple(ys), places, owners)


def _place(cell: Sequence[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> Place:
    top, bottom = min(row for row, _ in cell), max(row for row, _ in cell)
    left, right = min(column for _, column in cell), max(column for _, column in cell)
    box = Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1])
    return Place(box, top, left, bottom - top + 1, right - left + 1)


def _stops(rules: Sequence[Rule], others: Sequence[Rule]) -> list[float]:
    """Where the lines stand, and where those across them end without one."""
    stops: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not stops or at - stops[-1] > _NEAR:
            stops.append(at)
    first, last = min(r.start for r in others), max(r.end for r in others)
    if first < stops[0] - _BEYOND:
        stops.insert(0, first)
    if last > stops[-1] + _BEYOND:
        stops.append(last)
    return stops


def _drawn(rules: Sequence[Rule], stops: Sequence[float]) -> list[list[Rule]]:
    """The lines that stand at each stop."""
    return [[rule for rule in rules if abs(rule.at - stop) <= _NEAR] for stop in stops]


def _covers(rules: Sequence[Rule], start: float, end: float) -> bool:
    """Whether lines stand along most of the way from ``start`` to ``end``."""
    drawn = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules)
    return drawn >= _DRAWN * (end - start)
