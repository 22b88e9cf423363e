"""The signs of a pdf page by where they stand: columns, levels, letters written font by font.

A program that sets Vietnamese (LibreOffice does) may write the letters with marks from a second
font, after the rest of their line; PDFium then makes up blanks where the first left room for them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from loaders.readers.pages.page import COLUMN, Box, Lattice
from loaders.readers.pdf.characters import Sign

#: letters farther apart than this part of their height have a blank between them
BLANK = 0.12
#: two letters stand on one line when they share this part of their height
_LEVEL = 0.4
#: a stretch of text that begins so far before the end of the one before was written over it
_OVER = 0.35
_HEIGHT: Callable[[Sign], tuple[float, float]] = itemgetter(1, 3)


def is_scrambled(boxes: Sequence[Box]) -> bool:
    """Whether a line goes back to the left: letters of another font were written afterwards."""
    return any(a.right - b.left > _OVER * a.height and is_level(a, b) for a, b in pairwise(boxes))


def levels_of(signs: Sequence[Sign]) -> list[list[Sign]]:
    """The signs that stand on one level, in the order in which they were written."""
    heights = dict.fromkeys(map(_HEIGHT, signs))  # letters have a few only
    firsts: list[tuple[float, float]] = []
    level = {}
    for high, low in heights:
        at = (n for n, (top, bottom) in enumerate(firsts) if _shares(-top, -bottom, -high, -low))
        level[high, low] = next(at, len(firsts))
        if level[high, low] == len(firsts):
            firsts.append((high, low))
    if len(firsts) == 1:
        return [list(signs)]
    levels: list[list[Sign]] = [[] for _ in firsts]
    for sign in signs:
        levels[level[_HEIGHT(sign)]].append(sign)
    return levels


def parts_of(
    signs: Iterable[Sign], size: float, cell_of: Callable[[Sign], object] | None
) -> Iterator[tuple[list[Sign], str]]:
    """The parts of a line, from left to right, and their words; gaps tell where blanks are.

    ``cell_of``: in which cell of a table a sign stands, where one may.
    """
    ordered = sorted(signs, key=itemgetter(0))
    words = [sign[4] for sign in ordered]
    narrow, wide = BLANK * size, COLUMN * size
    first, last = 0, -1  # of this part; the last that is no blank
    end, begin, high, low, cell = 0.0, 0.0, 0.0, 0.0, None
    for at, (left, top, right, bottom, word, _) in enumerate(ordered):
        if word == " " or word.isspace():
            continue
        here = cell_of(ordered[at]) if cell_of else None
        if last >= 0:
            gap = left - end
            away = gap > wide or right < begin or not _shares(-high, -low, -top, -bottom)
            if away or here != cell:
                yield ordered[first:at], "".join(words[first:at])
                first = at
            elif gap > narrow and last == at - 1:
                words[last] += " "
        begin, high, end, low, cell, last = left, top, right, bottom, here, at
    if last >= 0:
        yield ordered[first:], "".join(words[first:])


def is_level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line."""
    return _shares(one.top, one.bottom, other.top, other.bottom)


def _shares(top: float, bottom: float, high: float, low: float) -> bool:
    """Whether what reaches from ``top`` to ``bottom`` shares enough height with something else."""
    shared = (bottom if bottom < low else low) - (top if top > high else high)
    return shared >= _LEVEL * (bottom - top) or shared >= _LEVEL * (low - high)


def is_apart(before: Box, here: Box, size: float, lattices: Sequence[Lattice]) -> bool:
    """Whether two characters stand in different columns, cells or lines."""
    return is_away(before, here, size) or cells_of(before, lattices) != cells_of(here, lattices)


def is_away(before: Box, here: Box, size: float) -> bool:
    """Whether two characters stand in different columns or lines."""
    if here.left - before.right > COLUMN * size or here.right < before.left:
        return True
    return not is_level(before, here)


def cells_of(box: Box, lattices: Sequence[Lattice]) -> list[int | None]:
    """In which cell of each table a character stands."""
    return [one.place_at(*box.middle) for one in lattices] if lattices else []
