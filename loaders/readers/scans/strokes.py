"""Roman numbers of a scan, counted by their strokes (nét của số La Mã).

The engine takes the III of "Quý III/2026" for II, with a second stroke as wide as two. Half-way up
its letters, where no foot joins them, each I is one dark stroke beside paper.
"""

import re

import numpy as np
import numpy.typing as npt

from loaders.readers.pages.page import Box, around
from loaders.readers.scans.readwords import Word

Grey = npt.NDArray[np.uint8]

#: a word that is a Roman number, or begins with one; those of I alone can be counted
_STROKES = re.compile(r"\(?V?(I{1,3})(?=[/\u2044.):,;]|\Z)")
_MOST = 3
#: the sign behind is no wider than this part of their height
_NEXT = 0.45
#: the part of its height at which a number is looked at, and how much of that a stroke darkens
_FROM, _TO, _DARK = 0.35, 0.65, 0.6
#: ink is darker than paper by so much
_CONTRAST = 60


def count_strokes(word: Word, picture: Grey, scale: float) -> None:
    """Give a Roman number as many I as strokes are seen; ``scale``: points to a dot."""
    found = _STROKES.match(word.words)
    if not found or len(word.signs) != len(word.words):
        return
    first, last = found.span(1)
    box = around(word.boxes[first:last])
    if last < len(word.boxes):  # the sign behind may be told as wide as a stroke and itself
        box = box._replace(right=max(box.right, word.boxes[last].right - _NEXT * box.height))
    seen = _strokes(picture, box, scale)
    if last - first < seen <= _MOST:
        word.signs[first:last] = ["I"] * seen
        word.boxes[first:last] = [box] * seen


def _strokes(picture: Grey, box: Box, scale: float) -> int:
    """How many strokes go down through the middle of a box."""
    left, top, right, bottom = (round(value / scale) for value in box)
    high = bottom - top
    band = picture[top + round(_FROM * high) : top + round(_TO * high), left:right]
    if not band.size:
        return 0
    ink, paper = int(band.min()), int(band.max())
    if paper - ink < _CONTRAST:
        return 0
    dark = (band < (ink + paper) / 2).mean(axis=0) >= _DARK
    return int(np.count_nonzero(np.diff(np.pad(dark.astype(np.int8), 1)) == 1))
