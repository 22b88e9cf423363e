"""Where on a picture columns stand side by side: each is recognised by itself (vùng chữ).

The engine takes a line of two columns for one line of text, and loses letters where their lines are
not level. Rows of ink with a wide corridor free of ink between them are columns; the rest of the
page is one region after the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from PIL import Image, ImageFilter

from loaders.readers.pages.page import Box
from loaders.readers.scans.pixels import Ink

#: a corridor is at least so wide, and no narrower over all its rows (inches)
_WIDE, _NARROW = 0.3, 0.02
#: blank rows between two rows of ink (inches)
_BLANK = 0.015
#: rows farther apart than this are not the same columns (inches)
_FAR = 0.45
#: ink is dense where so much of the dots around is ink
_DOTS, _DENSE = 5, 0.13
_MARGIN = 6  # dots around a region

Gap = tuple[int, int]


@dataclass(slots=True)
class _Group:
    """Rows of ink from the top: the corridors that are free in all of them."""

    top: int
    bottom: int
    gaps: list[Gap] = field(default_factory=list)


def regions_of(dense: Ink, dpi: float) -> list[tuple[Box, bool]]:
    """The regions of a page in points, and of each whether it is a column beside others."""
    scale = 72 / dpi
    found = []
    for group in _groups(dense, dpi):
        edges = [0, *(edge for gap in group.gaps for edge in gap), dense.shape[1]]
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            columns = np.flatnonzero(dense[group.top : group.bottom, left:right].any(axis=0))
            if len(columns):
                box = Box(
                    max(0, left + columns[0] - _MARGIN) * scale,
                    max(0, group.top - _MARGIN) * scale,
                    min(dense.shape[1], left + columns[-1] + 2 + _MARGIN) * scale,
                    min(dense.shape[0], group.bottom + 1 + _MARGIN) * scale,
                )
                found.append((box, bool(group.gaps)))
    return found


def solid(ink: Ink) -> Ink:
    """Where ink is dense, and not single specks (vùng có chữ)."""
    image = Image.fromarray(ink.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(_DOTS))
    return np.asarray(np.asarray(image) > _DENSE * 255, np.bool_)


def _groups(dense: Ink, dpi: float) -> Iterator[_Group]:
    held: _Group | None = None
    for top, bottom in _runs(np.any(dense, axis=1), round(_BLANK * dpi)):
        row = _Group(top, bottom, _gaps(dense[top:bottom], round(_WIDE * dpi)))
        if held is None:
            held = row
        elif (joined := _joined(held, row, dense, dpi)) is not None:
            held = joined
        else:
            yield held
            held = row
    if held:
        yield held


def _joined(held: _Group, row: _Group, dense: Ink, dpi: float) -> _Group | None:
    """Both as one, with the corridors they share; None where they are apart."""
    if not held.gaps and not row.gaps:
        return _Group(held.top, row.bottom)
    if row.top - held.bottom > _FAR * dpi or not held.gaps:
        return None
    free = _gaps(dense[held.top : row.bottom], round(_NARROW * dpi))
    kept: list[Gap] = []
    for gap in held.gaps:
        within = [other for other in free if _overlap(gap, other)]
        if not within:
            return None
        kept.append(max(within, key=lambda other: other[1] - other[0]))
    return _Group(held.top, row.bottom, kept)


def _overlap(one: Gap, other: Gap) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _gaps(rows: Ink, wide: int) -> list[Gap]:
    """The stretches free of ink between the first and the last ink of these rows."""
    runs = list(_runs(np.any(rows, axis=0), wide))
    return [(a[1], b[0]) for a, b in pairwise(runs)]


def _runs(profile: Ink, blank: int) -> Iterator[Gap]:
    """Where a profile is set, over blanks shorter than ``blank``."""
    places = np.flatnonzero(profile)
    if not len(places):
        return
    breaks = np.flatnonzero(np.diff(places) > max(blank, 1))
    firsts, lasts = [0, *(breaks + 1).tolist()], [*breaks.tolist(), len(places) - 1]
    for first, last in zip(firsts, lasts, strict=True):
        yield int(places[first]), int(places[last]) + 1
