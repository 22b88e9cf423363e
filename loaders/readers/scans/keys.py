"""The numbers of rows in a scanned table: read side by side, as one line (số thứ tự).

A lone digit says too little to the engine; numbers in a row it reads well. What is no number then,
or does not count on, is looked at once more by itself.
"""

import re
from collections.abc import Sequence
from time import monotonic

from PIL import Image

from loaders.readers.pages.page import Box, Piece
from loaders.readers.scans.repairs import row_key
from loaders.readers.scans.tesseract import Manner, Recogniser

_KEY = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6}|[a-zđA-HĐ])[.)]?|S?TT")
#: so many numbers are read at once, with so many dots between
_TOGETHER, _APART = 25, 30


def read_keys(
    page: Image.Image, cells: Sequence[Box], dpi: float, recogniser: Recogniser, stop: float
) -> list[Piece] | None:
    """The words of cells that hold a number or a letter; None when the time is up.

    ``page`` is shown to the recogniser again afterwards.
    """
    pieces: list[Piece] = []
    last = 0
    for first in range(0, len(cells), _TOGETHER):
        some = cells[first : first + _TOGETHER]
        read = _together(page, some, dpi, recogniser, stop)
        recogniser.show(page, dpi)
        for cell, words in zip(some, read or (), strict=False):
            if not _KEY.fullmatch(words) or _breaks(words, last):
                alone = recogniser.pieces(cell, Manner.LINE, stop - monotonic()) or []
                again = row_key(" ".join(piece.words for piece in alone)) or words
                if not _KEY.fullmatch(words) or not _breaks(again, last):
                    words = again
            last = _number(words, last)
            if words:
                pieces.append(Piece(words, cell, cell.height, boxes=((0, len(words), cell),)))
        if read is None:
            return None
    recogniser.show(page, dpi)
    counted = counting([piece.words for piece in pieces])
    return [
        piece._replace(words=words, boxes=((0, len(words), piece.box),))
        for piece, words in zip(pieces, counted, strict=True)
    ]


def counting(keys: Sequence[str]) -> list[str]:
    """Numbers in which the engine saw a digit twice, put right between those before and after:
    "22" between 1 and 3 is 2 (số thứ tự)."""
    found = list(keys)
    for at in range(1, len(keys) - 1):
        before, after = _number(found[at - 1], -1), _number(keys[at + 1], -1)
        due = str(before + 1)
        if before > 0 and after == before + 2 and keys[at] != due and set(keys[at]) == set(due):
            found[at] = due
    return found


def _number(words: str, last: int) -> int:
    """The number that a key is; the last one after a number of parts or a letter."""
    digits = words.rstrip(".)")
    return int(digits) if digits.isdecimal() else last


def _breaks(words: str, last: int) -> bool:
    """Whether a number neither counts on nor begins anew: the engine may have seen a digit more."""
    return _number(words, last) not in (last, last + 1, 1)


def _together(
    page: Image.Image, cells: Sequence[Box], dpi: float, recogniser: Recogniser, stop: float
) -> list[str] | None:
    """What each cell says when they are laid side by side."""
    crops = [_crop(page, cell, dpi) for cell in cells]
    high = max(crop.height for crop in crops)
    strip = Image.new("L", (sum(c.width + _APART for c in crops) + _APART, high + 40), 255)
    spans, at = [], _APART
    for crop in crops:
        strip.paste(crop, (at, 20 + high - crop.height))
        spans.append((at * 72 / dpi, (at + crop.width) * 72 / dpi))
        at += crop.width + _APART
    recogniser.show(strip, dpi)
    everything = Box(0, 0, strip.width * 72 / dpi, strip.height * 72 / dpi)
    found = recogniser.pieces(everything, Manner.LINE, stop - monotonic())
    if found is None:
        return None
    words = [(box.middle[0], p.words[a:b]) for p in found for a, b, box in p.boxes]
    return [
        row_key("".join(word for across, word in words if left <= across <= right))
        for left, right in spans
    ]


def _crop(page: Image.Image, cell: Box, dpi: float) -> Image.Image:
    scale = dpi / 72
    left, top = round(cell.left * scale), round(cell.top * scale)
    return page.crop((left, top, round(cell.right * scale), round(cell.bottom * scale)))
