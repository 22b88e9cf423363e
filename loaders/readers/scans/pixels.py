"""A picture of a page as ink: what is dark, how it is turned, which lines are ruled (điểm ảnh)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from loaders.readers.pages.page import Rule
from loaders.readers.scans.paper import AFAR, FAINT

Ink = npt.NDArray[np.bool_]
Dots = npt.NDArray[np.float64]

#: darker than what is around it by so much is ink
_CONTRAST = 24
_AROUND = 20
#: a page is turned by no more than this (degrees); more is another orientation
TURNED = 15.0
#: more than the usual must be so much sharper: sheets that are cut askew lie straight (degrees)
_USUAL, _SURELY = 5.0, 2.0
_COARSE, _FINE = 0.5, 0.05
#: points of ink looked at to tell how a page is turned
_POINTS, SAMPLE = 60_000, 15_000
#: a ruled line is at least so long across and down, and at most so thick (inches); letters of
#: one word touch each other over shorter stretches
_LONG, _HIGH, _THICK = 0.5, 0.25, 0.06
#: lines down the page tell its slant when they are longer than this altogether (inches)
_TELLING = 6.0
#: only lines that are longer than this are taken out, across and down (inches)
_ERASED = (1.0, 0.6)
#: a line shorter than this (inches) has ink beside it along no more than this part
_SURE, _BESIDE = 1.0, 0.5
#: a row of dots is a line's own where over this length (inches) so much of it is ink
_ALONG, _MOSTLY = 0.08, 0.7
#: so much of a line is ink, the rest is where the scanner lost it
_DENSE = 0.93


def ink_of(image: Image.Image) -> Ink:
    """Where a grey picture is dark, by what is around, so that shadows are none."""
    return _darker(image, _AROUND, _CONTRAST)


def _darker(image: Image.Image, around: int, by: int) -> Ink:
    near = image.filter(ImageFilter.BoxBlur(around))
    dark = np.asarray(image, np.int16) < np.asarray(near, np.int16) - by
    return np.asarray(dark, np.bool_)


def is_blank(image: Image.Image) -> bool:
    """Whether nothing can stand on a picture, looked at from afar, where grain is none (trắng)."""
    return not _darker(image.reduce(AFAR), _AROUND // AFAR, FAINT).any()


def skew_of(ink: Ink) -> float:
    """By how many degrees, counted clockwise, the lines of a page fall to the right."""
    places = np.argwhere(ink)
    if not len(places):
        return 0.0
    down, across = places[:: max(1, len(places) // _POINTS)].astype(np.float64).T
    sharpness = partial(sharpness_at, down, across)
    some = max(1, len(down) // SAMPLE)
    roughly = partial(sharpness_at, down[::some], across[::some])
    best = max(np.arange(-_USUAL, _USUAL + _COARSE, _COARSE), key=sharpness)
    beyond = max(np.arange(-TURNED, TURNED + _COARSE, _COARSE), key=roughly)
    if roughly(beyond) > _SURELY * roughly(best):
        best = beyond
    fine = np.arange(best - _COARSE, best + _COARSE + _FINE, _FINE)
    return round(float(max(fine, key=sharpness)), 2)


def sharpness_at(down: Dots, across: Dots, angle: float, power: int = 2) -> float:
    """How sharply ink gathers in rows when the page is turned back by an angle.

    The first power takes many rows for more than one long edge, the second tells angles better.
    """
    rows = down - across * np.tan(np.radians(angle))
    counts = np.bincount(((rows - rows.min()) / 2).astype(np.int64))
    return float((np.abs(np.diff(counts)) ** power).sum())


@dataclass(frozen=True, slots=True)
class Ruled:
    """The ruled lines of a page in points, the ink without the long ones, and their slant.

    ``slant``: by how many degrees the lines down the page lean to the right.
    """

    rules: tuple[Rule, ...]
    ink: Ink
    slant: float


def ruled(ink: Ink, dpi: float) -> Ruled:
    """The ruled lines of a page (đường kẻ trên ảnh)."""
    small, dpi = halved(ink), dpi / 2
    thick = round(_THICK * dpi)
    flat = strokes(small, round(_LONG * dpi), thick)
    upright = strokes(small.T, round(_HIGH * dpi), thick).T
    scale, rules = 72 / dpi, []
    flats, posts = np.zeros_like(small), np.zeros_like(small)
    for across, lines, erased in ((True, flat, _ERASED[0]), (False, upright.T, _ERASED[1])):
        page = small if across else small.T
        for first, last, start, end in _runs(lines, thick):
            if end - start < _SURE * dpi and not _is_free(page[:, start:end], first, last):
                continue
            at = (first + last) / 2
            rules.append(Rule(across, at * scale, start * scale, end * scale))
            if end - start >= erased * dpi:
                target = flats if across else posts.T
                target[max(0, first - 1) : last + 2, start:end] |= lines[
                    max(0, first - 1) : last + 2, start:end
                ]
    drawn = _inked_by(flats, ink, 2 * dpi) | _inked_by(posts.T, ink.T, 2 * dpi).T
    length = sum(rule.end - rule.start for rule in rules if not rule.across) / 72
    slant = -skew_of(upright.T) if length > _TELLING else 0.0
    return Ruled(tuple(rules), ink & ~drawn, slant)


def _inked_by(lines: Ink, ink: Ink, dpi: float) -> Ink:
    """What lines across have inked: of the rows near them those that are ink nearly all along, and
    their blurred edges. A dot under a letter may stand right above the border of its cell."""
    near = grown(lines, 1).repeat(2, axis=0).repeat(2, axis=1)[: ink.shape[0], : ink.shape[1]]
    long = round(_ALONG * dpi)
    solid = _spread(_sums(near & ink, long) >= _MOSTLY * long, long, ink.shape[1])
    return np.asarray(near & _grown_down(solid, 1), np.bool_)


def _is_free(ink: Ink, first: int, last: int) -> bool:
    """Whether paper is on both sides of a line; bold letters that touch make no rule."""
    above, below = ink[max(0, first - 4) : max(0, first - 2)], ink[last + 3 : last + 5]
    return all(side.any(axis=0).mean() <= _BESIDE for side in (above, below) if side.size)


def halved(ink: Ink) -> Ink:
    """Ink at half the resolution: a dot where any of four was dark."""
    padded = np.pad(ink, ((0, ink.shape[0] % 2), (0, ink.shape[1] % 2)))
    return padded[::2, ::2] | padded[1::2, ::2] | padded[::2, 1::2] | padded[1::2, 1::2]


def strokes(ink: Ink, long: int, thick: int) -> Ink:
    """What belongs to lines across: long enough, and nothing above or below but a thin stroke."""
    near = _grown_down(ink, 1)
    span = _sums(near, long)
    solid = span >= _DENSE * long
    lines = _spread(solid, long, ink.shape[1]) & near
    heights = _sums(lines.T, 2 * thick)
    blocks = _spread(heights >= 2 * thick, 2 * thick, ink.shape[0]).T
    return np.asarray(lines & ~blocks, np.bool_)


def _sums(mask: Ink, length: int) -> npt.NDArray[np.int32]:
    """How much ink stands in each stretch of ``length`` along the rows."""
    totals = np.zeros((mask.shape[0], mask.shape[1] + 1), np.int32)
    np.cumsum(mask, axis=1, out=totals[:, 1:])
    if mask.shape[1] < length:
        return totals[:, :0]
    return totals[:, length:] - totals[:, :-length]


def _spread(starts: Ink, length: int, width: int) -> Ink:
    """All places of the stretches that start where ``starts`` is set."""
    edges = np.zeros((starts.shape[0], width + 1), np.int32)
    edges[:, : starts.shape[1]] += starts
    edges[:, length : length + starts.shape[1]] -= starts[:, : width + 1 - length]
    return np.asarray(np.cumsum(edges, axis=1)[:, :width] > 0, np.bool_)


def _grown_down(mask: Ink, by: int) -> Ink:
    grown = mask.copy()
    for step in range(1, by + 1):
        grown[step:] |= mask[:-step]
        grown[:-step] |= mask[step:]
    return grown


def grown(mask: Ink, by: int) -> Ink:
    """The mask with so many dots around each of its own (nới vùng)."""
    return _grown_down(_grown_down(mask, by).T, by).T


def _runs(mask: Ink, thick: int) -> Iterator[tuple[int, int, int, int]]:
    """The lines of a mask: first and last row, start and end; rows that touch are one line."""
    edges = np.diff(np.pad(mask.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    open_lines: list[list[int]] = []  # first row, last row, start, end
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    for (row, start), (_, end) in zip(starts.tolist(), ends.tolist(), strict=True):
        for line in open_lines:
            if row - line[1] <= 2 and start <= line[3] and end >= line[2]:
                line[1], line[2], line[3] = row, min(line[2], start), max(line[3], end)
                break
        else:
            still = [line for line in open_lines if row - line[1] <= 2]
            yield from _closed([line for line in open_lines if row - line[1] > 2], thick)
            open_lines = [*still, [row, row, start, end]]
    yield from _closed(open_lines, thick)


def _closed(lines: list[list[int]], thick: int) -> Iterator[tuple[int, int, int, int]]:
    for first, last, start, end in lines:
        if last - first <= 2 * thick:
            yield first, last, start, end
