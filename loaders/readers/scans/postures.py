"""How a picture of pages lies: on its side, or two pages side by side (tư thế của ảnh)."""

import numpy as np
from PIL import Image, ImageFilter

from loaders.readers.scans.pixels import (
    SAMPLE,
    TURNED,
    Ink,
    grown,
    halved,
    ink_of,
    sharpness_at,
    strokes,
)

#: lines of text down the page are so much sharper than across when it lies on its side
_SIDE = 1.2
#: a ruled line is longer and thinner than this, in dots of a quarter
_RUN, _THICK = 25, 2
#: two pages are together wider than high by this, their fold lies in this part of the width, and
#: the corridor along it is at least so wide (inches)
_SPREAD, _MIDDLE, _FOLD = 1.2, (0.4, 0.6), 0.35
#: of a dot and its eight neighbours more are ink than of a speck; columns with less hold specks
_BESIDE, _SPECKS = 0.4, 0.005
#: each of two pages has ink in so many of its rows
_WRITTEN = 0.1


def lies_on_side(image: Image.Image) -> bool:
    """Whether lines of text run up or down a picture (trang nằm ngang)."""
    small = _quarter(image)
    bare = small & ~grown(_flat(small) | _flat(small.T).T, 1)
    return _sharpest(bare.T) > _SIDE * _sharpest(bare)


def gutter_of(image: Image.Image, dpi: float) -> float | None:
    """Where the fold between two pages side by side is, in points; None for a single page (gáy)."""
    if image.width < _SPREAD * image.height:
        return None
    small = _quarter(image)
    bare = _without_specks(small & ~grown(_flat(small.T).T, 1))
    wide = bare.shape[1]
    first, last = (round(wide * part) for part in _MIDDLE)
    inked = np.sum(bare, axis=0)[first:last] > _SPECKS * bare.shape[0]
    places = np.flatnonzero(np.pad(inked, 1, constant_values=True))
    gaps = np.diff(places)
    widest = int(gaps.argmax())
    if gaps[widest] <= _FOLD * dpi / 4:
        return None
    at = first - 1 + int(places[widest]) + int(gaps[widest]) // 2
    if min(np.any(side, axis=1).mean() for side in (bare[:, :at], bare[:, at:])) < _WRITTEN:
        return None
    return float(at * 4 * 72 / dpi)


def _without_specks(ink: Ink) -> Ink:
    """The dots that others are beside."""
    near = Image.fromarray(ink.astype(np.uint8) * 255).filter(ImageFilter.BoxBlur(1))
    return np.asarray(ink & (np.asarray(near) > 255 * _BESIDE), np.bool_)


def _quarter(image: Image.Image) -> Ink:
    return halved(halved(ink_of(image)))


def _flat(ink: Ink) -> Ink:
    return strokes(ink, _RUN, _THICK)


def _sharpest(ink: Ink) -> float:
    """How sharply ink gathers in rows at the angle at which it does most."""
    places = np.argwhere(ink)
    if not len(places):
        return 0.0
    down, across = places[:: max(1, len(places) // SAMPLE)].astype(np.float64).T
    return max(sharpness_at(down, across, angle, 1) for angle in np.arange(-TURNED, TURNED + 1))
