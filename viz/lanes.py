"""Lanes: a link's route for vis-network, which knows no routes: invisible stops on the way.

Between two stops a line is straight inside a row and curved in a gap, as in the explorer, so it
runs across no card here either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from viz.picture import Link, Scene

STOPS = 3000  # beyond these the page would be slow: links then run straight to their ends
COMMAND = re.compile(r"([MCV])([-\d. ]+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a link between two stops or cards (đoạn)."""

    id: str
    source: str
    target: str
    curved: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """An invisible point that a link runs through (điểm dừng)."""

    id: str
    x: float
    y: float


def lanes(scene: Scene) -> tuple[list[Stop], list[tuple[Link, list[Stretch]]]]:
    """All stops of a scene and the stretches of each link."""
    ways = [list(_stops(link)) for link in scene.links]
    if sum(map(len, ways)) > STOPS:
        ways = [[] for _ in scene.links]
    pairs = zip(scene.links, ways, strict=True)
    return [stop for way in ways for stop in way], [(k, _stretches(k, way)) for k, way in pairs]


def _stops(link: Link) -> Iterator[Stop]:
    """Where the route of a link enters and leaves each row that it passes."""
    x = 0.0
    ends: list[tuple[str, float, float]] = []
    for command, numbers in COMMAND.findall(link.path):
        values = [float(number) for number in numbers.split()]
        x = x if command == "V" else values[-2]
        ends.append((command, x, values[-1]))
    while ends and ends[0][0] != "C":
        ends.pop(0)  # beginning and end inside the row of a card
    while ends and ends[-1][0] != "C":
        ends.pop()
    for number, (_, stop_x, stop_y) in enumerate(ends[:-1]):
        yield Stop(f"{link.id}#{number}", stop_x, stop_y)


def _stretches(link: Link, way: list[Stop]) -> list[Stretch]:
    """Curves and straight pieces in turn, beginning and ending with a curve at a card."""
    ids = [link.source, *(stop.id for stop in way), link.target]
    return [
        Stretch(f"{link.id}@{number}", ids[number], ids[number + 1], number % 2 == 0, last)
        for number, last in ((n, n == len(ids) - 2) for n in range(len(ids) - 1))
    ]
