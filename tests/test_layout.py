"""The promises of the layout, on random graphs: levels in order, no overlap, no card crossed."""

import re
from itertools import combinations, pairwise
from random import Random

import networkx as nx
import pytest

from viz.around import around
from viz.crossings import crossings, fewest_crossings
from viz.layout import Metrics, Placement, layout
from viz.rows import Box, grid

SHAPES = ((142.0, 62.0), (140.0, 62.0), (156.0, 54.0))


def random_picture(seed: int, cards: int, links: int) -> tuple[list[Box], list[tuple[int, int]]]:
    """Cards over eight bands; links mostly upwards, some inside a band, some closing cycles."""
    random = Random(seed)
    boxes = [
        Box(random.choice((0, 1, 1, 2, 4, 4, 6, 7)), *random.choice(SHAPES)) for _ in range(cards)
    ]
    edges = []
    while len(edges) < links:
        start, end = random.randrange(cards), random.randrange(cards)
        if boxes[start].band >= boxes[end].band or random.random() < 0.2:
            edges.append((start, end))
    return boxes, edges


def points(path: str) -> list[tuple[float, float]]:
    """A route as a fine polyline."""
    x, y = 0.0, 0.0
    line: list[tuple[float, float]] = []
    for command, numbers in re.findall(r"([MCV])([^MCV]*)", path):
        values = [float(number) for number in numbers.split()]
        if command == "M":
            x, y = values
            line.append((x, y))
        elif command == "V":
            line += [(x, y + (values[0] - y) * step / 8) for step in range(1, 9)]
            y = values[0]
        else:
            x1, y1, x2, y2, x3, y3 = values
            for step in range(1, 17):
                t = step / 16
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                line.append((a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3))
            x, y = x3, y3
    return line


def overlaps(boxes: list[Box], placed: Placement) -> list[tuple[int, int]]:
    """Pairs of cards that share a pixel."""
    found = []
    for one, two in combinations(range(len(boxes)), 2):
        (x1, y1), (x2, y2) = placed.corners[one], placed.corners[two]
        beside = x1 >= x2 + boxes[two].w or x2 >= x1 + boxes[one].w
        below = y1 >= y2 + boxes[two].h or y2 >= y1 + boxes[one].h
        if not beside and not below:
            found.append((one, two))
    return found


def crossed_cards(
    boxes: list[Box], edges: list[tuple[int, int]], placed: Placement
) -> list[tuple[int, int]]:
    """(edge, card) where the edge runs through a card that is not its end."""
    found = []
    for number, route in enumerate(placed.routes):
        line = points(route.path) if route else []
        for card, (left, top) in enumerate(placed.corners):
            right, bottom = left + boxes[card].w, top + boxes[card].h
            inside = any(left < x < right and top < y < bottom for x, y in line)
            if inside and card not in edges[number]:
                found.append((number, card))
    return found


PICTURES = [(1, 1, 0), (2, 6, 9), (3, 29, 43), (4, 60, 100), (5, 80, 111), (6, 103, 192)]


@pytest.mark.parametrize(("seed", "cards", "links"), PICTURES)
def test_levels_stay_in_order_and_nothing_overlaps(seed: int, cards: int, links: int) -> None:
    boxes, edges = random_picture(seed, cards, links)
    placed = layout(boxes, edges)
    assert overlaps(boxes, placed) == []
    for one, two in combinations(range(cards), 2):
        if boxes[one].band < boxes[two].band:
            assert placed.corners[one][1] + boxes[one].h < placed.corners[two][1]
    for (x, y), box in zip(placed.corners, boxes, strict=True):
        strip = next(strip for strip in placed.strips if strip.band == box.band)
        assert strip.y < y and y + box.h < strip.y + strip.height
        assert x >= 0 and x + box.w <= placed.width


@pytest.mark.parametrize(("seed", "cards", "links"), PICTURES)
def test_no_edge_runs_across_a_card_that_is_not_its_end(seed: int, cards: int, links: int) -> None:
    boxes, edges = random_picture(seed, cards, links)
    assert crossed_cards(boxes, edges, layout(boxes, edges)) == []


@pytest.mark.parametrize(("seed", "cards", "links"), PICTURES)
def test_routes_begin_at_their_source_and_end_at_their_target(
    seed: int, cards: int, links: int
) -> None:
    boxes, edges = random_picture(seed, cards, links)
    placed = layout(boxes, edges)
    for (start, end), route in zip(edges, placed.routes, strict=True):
        if start == end:
            assert route is None
            continue
        assert route is not None
        line = points(route.path)
        for card, (x, y) in ((start, line[0]), (end, line[-1])):
            left, top = placed.corners[card]
            assert left <= x <= left + boxes[card].w
            assert min(abs(y - top), abs(y - top - boxes[card].h)) < 0.2


@pytest.mark.parametrize("seed", range(6))
def test_inside_a_band_the_target_is_above_unless_a_cycle_is_cut(seed: int) -> None:
    boxes, edges = random_picture(seed, 40, 70)
    placed = layout(boxes, edges)
    for band in {box.band for box in boxes}:
        inner = nx.DiGraph(
            (start, end)
            for start, end in edges
            if boxes[start].band == boxes[end].band == band and start != end
        )
        ring = {node for part in nx.strongly_connected_components(inner) for node in part
                if len(part) > 1}  # fmt: skip
        for start, end in inner.edges:
            assert placed.corners[start][1] != placed.corners[end][1]
            if start not in ring or end not in ring:
                assert placed.corners[start][1] > placed.corners[end][1]


def test_the_same_picture_is_placed_the_same() -> None:
    boxes, edges = random_picture(7, 50, 80)
    assert layout(boxes, edges) == layout(list(boxes), list(edges))


def test_ordering_removes_crossings() -> None:
    boxes, edges = random_picture(8, 60, 90)
    frame = grid(boxes, edges, 6)
    assert crossings(frame, fewest_crossings(frame, 12)) < crossings(frame, frame.rows) / 3


def test_crossings_are_counted_one_by_one() -> None:
    boxes, edges = random_picture(9, 30, 45)
    frame = grid(boxes, edges, 6)
    place = {vertex: (row, spot) for row, line in enumerate(frame.rows)
             for spot, vertex in enumerate(line)}  # fmt: skip
    lines = [pair for chain in frame.chains for pair in pairwise(chain)]
    counted = sum(
        place[a][0] == place[c][0] and (place[a][1] - place[c][1]) * (place[b][1] - place[d][1]) < 0
        for (a, b), (c, d) in combinations(lines, 2)
    )
    assert crossings(frame, frame.rows) == counted


def test_a_planar_picture_is_drawn_without_crossings() -> None:
    boxes = [Box(band, 142.0, 62.0) for band in (0, 0, 0, 1, 1, 1)]
    frame = grid(boxes, [(3, 2), (4, 1), (5, 0)], 6)
    assert crossings(frame, frame.rows) == 3
    assert crossings(frame, fewest_crossings(frame, 1)) == 0


def test_a_wide_row_wraps_and_ports_keep_their_distance() -> None:
    boxes = [Box(0, 142.0, 62.0)] + [Box(1, 142.0, 62.0) for _ in range(14)]
    placed = layout(boxes, [(card, 0) for card in range(1, 15)])
    rows = {y for _, y in placed.corners[1:]}
    assert len(rows) == 3  # two rows of seven would be seen smaller
    assert max(sum(y == row for _, y in placed.corners[1:]) for row in rows) <= Metrics().row_cap
    ends = sorted(points(route.path)[-1][0] for route in placed.routes if route)
    assert all(0 < two - one <= 15.2 for one, two in pairwise(ends))


@pytest.mark.parametrize("cards, rows", [(5, 1), (6, 2), (7, 2), (10, 2), (11, 3)])
def test_rows_are_as_long_as_lets_a_desk_see_the_cards_largest(cards: int, rows: int) -> None:
    boxes = [Box(0, 142.0, 62.0)] + [Box(1, 142.0, 62.0) for _ in range(cards)]
    edges = [(card, 0) for card in range(1, cards + 1)]

    def seen(metrics: Metrics) -> float:
        placed = layout(boxes, edges, metrics)
        return min(1.0, metrics.stage[0] / placed.width, metrics.stage[1] / placed.height)

    assert len({y for _, y in layout(boxes, edges).corners[1:]}) == rows
    assert seen(Metrics()) == max(seen(Metrics(row_cap=n, least_cap=n)) for n in (5, 6, 7, 8))


def test_a_long_chain_inside_one_band_does_not_exhaust_the_stack() -> None:
    boxes = [Box(0, 142.0, 62.0) for _ in range(3000)]
    frame = grid(boxes, [(card, card + 1) for card in range(2999)], 6)
    assert frame.row_of[0] == 2999 and frame.row_of[2999] == 0


def test_nothing_at_all_is_a_picture_too() -> None:
    placed = layout([], [])
    assert placed.corners == () and placed.strips == () and placed.height == 0


def test_new_cards_find_room_and_the_others_do_not_move() -> None:
    boxes, edges = random_picture(10, 60, 90)
    first = layout(boxes[:40], [(a, b) for a, b in edges if a < 40 and b < 40])
    fixed = dict(enumerate(first.corners))
    placed = around(boxes, edges, fixed)
    assert placed.corners[:40] == first.corners
    assert overlaps(boxes, placed) == []
    assert all(x >= 0 and y >= 0 for x, y in placed.corners)


def test_a_new_card_stands_near_what_it_is_linked_to() -> None:
    boxes = [Box(0, 142.0, 62.0) for _ in range(4)]
    placed = around(boxes, [(3, 2), (3, 3)], {0: (30.0, 30.0), 1: (900.0, 30.0), 2: (900.0, 700.0)})
    distance = [abs(placed.corners[3][0] - x) + abs(placed.corners[3][1] - y)
                for x, y in placed.corners[:3]]  # fmt: skip
    assert distance[2] == min(distance)
    assert placed.routes[0] is not None and placed.routes[1] is None


def test_free_lines_begin_and_end_on_their_cards_beside_each_other() -> None:
    boxes, _ = random_picture(11, 12, 0)
    edges = [(0, 1), (0, 1), (1, 0), (2, 3), (3, 3), (4, 5), (4, 6), (4, 7)]
    fixed = {card: (200.0 * (card % 4), 150.0 * (card // 4)) for card in range(12)}
    placed = around(boxes, edges, fixed)
    starts = set()
    for (start, end), route in zip(edges, placed.routes, strict=True):
        assert (route is None) == (start == end)
        line = points(route.path) if route else []
        for card, (x, y) in ((start, line[0]), (end, line[-1])) if line else ():
            left, top = placed.corners[card]
            right, bottom = left + boxes[card].w, top + boxes[card].h
            assert left - 0.1 <= x <= right + 0.1 and top - 0.1 <= y <= bottom + 0.1
            assert min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) < 0.1
            starts.add((card, round(x), round(y)))
    assert len(starts) == 2 * (len(edges) - 1), "no two lines share a port"
