"""The cells of a ruled table on a picture: where their words stand, how they are read (ô)."""

from collections.abc import Iterator, Sequence
from enum import Enum
from time import monotonic

import numpy as np
from PIL import Image

from loaders.readers.pages.page import Box, Lattice, Piece
from loaders.readers.scans.keys import read_amounts, read_keys
from loaders.readers.scans.pixels import Ink
from loaders.readers.scans.tesseract import Manner, Recogniser

#: dots inside of a cell that belong to its border, on its sides and above and below, where letters
#: stand near it, and that are left around its ink
_BORDER, _EDGE, _PAPER = 4, 2, 8
#: what is lower than this is one line (points)
_LINE = 21
#: a line in the first column that is narrower than this is a number, in others what is no wider
#: than two digits may be one (points)
_KEY, _AMOUNT = 36, 20
#: a cell with less ink than this is empty: parts of its area, or square points of a digit
_EMPTY, _DIGIT = 0.002, 4.0


class _Number(Enum):
    """What stands alone in a cell (số đứng riêng)."""

    KEY = "key"
    AMOUNT = "amount"


def read_cells(
    page: Image.Image,
    lattices: Sequence[Lattice],
    ink: Ink,
    dpi: float,
    recogniser: Recogniser,
    stop: float,
) -> Iterator[list[Piece] | None]:
    """What the cells of tables say; None when the time is up. ``page`` is what is shown then."""
    cells = list(_cells(lattices, ink, dpi))
    keys, amounts = ([part for part, how in cells if how is kind] for kind in _Number)
    yield read_keys(page, keys, dpi, recogniser, stop)
    yield read_amounts(page, amounts, dpi, recogniser, stop)
    for part, how in cells:
        if isinstance(how, Manner):
            yield recogniser.pieces(part, how, stop - monotonic())


def _cells(
    lattices: Sequence[Lattice], ink: Ink, dpi: float
) -> Iterator[tuple[Box, Manner | _Number]]:
    """What stands in each cell that holds ink: a number, a line or more."""
    scale = dpi / 72
    for place in (place for lattice in lattices for place in lattice.places):
        inside = _inside(place.box, ink, scale, _EDGE, _BORDER)
        if inside is None:
            continue
        if inside.height >= _LINE:
            yield inside, Manner.BLOCK
        elif inside.width >= (_KEY if place.column == 0 else _AMOUNT):
            yield inside, Manner.LINE
        else:
            number = _Number.AMOUNT if place.column else _Number.KEY
            yield _inside(place.box, ink, scale, _BORDER, 0) or inside, number


def _inside(cell: Box, ink: Ink, scale: float, edge: int, hang: int) -> Box | None:
    """Where in a cell ink stands; None where there is less than that of a digit.

    ``hang``: how far what hangs from the last line may reach into the border.
    """
    left, top, right, bottom = (round(value * scale) for value in cell)
    left, top = max(0, left + _BORDER), max(0, top + edge)
    right, bottom = right - _BORDER, bottom - edge
    held = ink[top:bottom, left:right]
    if held.sum() < min(_EMPTY * held.size, _DIGIT * scale * scale) or not held.any():
        return None
    down, across = np.flatnonzero(held.any(axis=1)), np.flatnonzero(held.any(axis=0))
    return Box(
        max(left, left + across[0] - _PAPER) / scale,
        max(top, top + down[0] - _PAPER) / scale,
        min(right, left + across[-1] + _PAPER) / scale,
        min(bottom + hang, top + down[-1] + _PAPER) / scale,
    )
