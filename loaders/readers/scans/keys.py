"""Numbers alone in their cells, of rows and amounts, read side by side as one line (số đứng riêng).

A lone digit says too little to the engine; numbers in a row it reads well. What is no number then,
or the number of a row that does not count on, is looked at once more by itself.
"""

import re
from collections.abc import Sequence
from time import monotonic

from PIL import Image

from loaders.readers.pages.page import Box, Piece
from loaders.readers.scans.paper import whitened
from loaders.readers.scans.repairs import row_key
from loaders.readers.scans.tesseract import Manner, Recogniser

_KEY = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6}|[a-zđA-HĐ])[.)]?|S?TT")
_AMOUNT = re.compile(r"\d{1,2}")
#: a digit is at least so wide, by its height; darker than this is ink
_DIGIT, _DARK = 0.45, 128
_INKED = [255 if value < _DARK else 0 for value in range(256)]
#: so many numbers are read at once, with so many dots between; the second time other ones
_TOGETHER, _APART = 25, (45, 60)


def read_keys(
    page: Image.Image, cells: Sequence[Box], dpi: float, recogniser: Recogniser, stop: float
) -> list[Piece] | None:
    """The words of cells that hold the number of a row or a letter; None when the time is up.

    ``page`` is shown to the recogniser again afterwards.
    """
    read = _side_by_side(page, cells, dpi, recogniser, stop)
    if read is None:
        return None
    pieces: list[Piece] = []
    last = 0
    for cell, words in zip(cells, read, strict=True):
        if not _KEY.fullmatch(words) or _breaks(words, last):
            alone = recogniser.pieces(cell, Manner.LINE, stop - monotonic()) or []
            again = row_key(" ".join(piece.words for piece in alone)) or words
            if not _KEY.fullmatch(words) or not _breaks(again, last):
                words = again
        last = _number(words, last)
        if words:
            pieces.append(_piece(words, cell))
    counted = counting([piece.words for piece in pieces])
    return [_piece(words, piece.box) for piece, words in zip(pieces, counted, strict=True)]


def read_amounts(
    page: Image.Image, cells: Sequence[Box], dpi: float, recogniser: Recogniser, stop: float
) -> list[Piece] | None:
    """The words of cells too narrow for more than two digits; None when the time is up.

    ``page`` is shown to the recogniser again afterwards.
    """
    read = _side_by_side(page, cells, dpi, recogniser, stop)
    if read is None:
        return None
    pieces: list[Piece] = []
    for cell, words in zip(cells, read, strict=True):
        if _AMOUNT.fullmatch(words):
            pieces.append(_piece(words, cell))
        else:
            pieces += recogniser.pieces(cell, Manner.LINE, stop - monotonic()) or []
    return pieces


def _piece(words: str, cell: Box) -> Piece:
    return Piece(words, cell, cell.height, boxes=((0, len(words), cell),))


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


def _side_by_side(
    page: Image.Image, cells: Sequence[Box], dpi: float, recogniser: Recogniser, stop: float
) -> list[str] | None:
    """What each cell says; where it is no number, read once more with other distances between."""
    white = whitened(page)
    found: list[str] = []
    for first in range(0, len(cells), _TOGETHER):
        crops = [_crop(white, cell, dpi) for cell in cells[first : first + _TOGETHER]]
        read = [""] * len(crops)
        for apart in _APART:
            if not all(map(_may_say, crops, read)):
                again = _together(crops, apart, dpi, recogniser, stop)
                if again is None:
                    return None
                every = zip(crops, read, again, strict=True)
                read = [was if _may_say(crop, was) else now for crop, was, now in every]
        found += (
            words if _may_say(crop, words) else "" for crop, words in zip(crops, read, strict=True)
        )
    recogniser.show(page, dpi)
    return found


def _may_say(crop: Image.Image, words: str) -> bool:
    """Whether words are a number, and as wide as the ink: the engine may see a digit too many."""
    if not _KEY.fullmatch(words):
        return False
    digits = sum(map(str.isdecimal, words))
    box = crop.point(_INKED).getbbox()
    if digits < 2 or not box:
        return True
    left, top, right, bottom = box
    return right - left > _DIGIT * digits * (bottom - top)


def _together(
    crops: Sequence[Image.Image], apart: int, dpi: float, recogniser: Recogniser, stop: float
) -> list[str] | None:
    """What each part of a page says when they are laid in one line; None when the time is up."""
    high = max(crop.height for crop in crops)
    strip = Image.new("L", (sum(c.width + apart for c in crops) + apart, high + 40), 255)
    spans, at = [], apart
    for crop in crops:
        strip.paste(crop, (at, 20 + high - crop.height))
        spans.append((at * 72 / dpi, (at + crop.width) * 72 / dpi))
        at += crop.width + apart
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
