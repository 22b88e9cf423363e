"""The signs of a pdf page by where they stand: columns, levels, letters written font by font.

A program that sets Vietnamese (LibreOffice does) may write the letters with marks from a second
font, after the rest of their line; PDFium then makes up blanks where the first left room for them.
"""

from bisect import bisect
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
_LEFT: Callable[[Sign], float] = itemgetter(0)
_WORD: Callable[[Sign], str] = itemgetter(4)


def is_scrambled(boxes: Sequence[Box]) -> bool:
    """Whether a line goes back to the left: letters of another font were written afterwards."""
    for (_, top, right, bottom), (left, high, _, low) in pairwise(boxes):
        if right - left > _OVER * (bottom - top) and _shares(top, bottom, high, low):
            return True
    return False


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
    ordered = sorted(signs, key=_LEFT)
    words = list(map(_WORD, ordered))
    inked = [at for at, word in enumerate(words) if not word.isspace()]
    narrow, wide = BLANK * size, COLUMN * size
    first = 0  # of this part
    cell = cell_of(ordered[inked[0]]) if cell_of and inked else None
    for at, after in pairwise(inked):
        (_, high, end, low, _, _), (left, top, _, bottom, _, _) = ordered[at], ordered[after]
        gap = left - end
        before, cell = cell, cell_of(ordered[after]) if cell_of else None
        level = (high == top and low == bottom) or _shares(-high, -low, -top, -bottom)
        if gap > wide or not level or cell != before:
            yield ordered[first:after], "".join(words[first:after])
            first = after
        elif gap > narrow and at == after - 1:
            words[at] += " "
    if inked:
        yield ordered[first:], "".join(words[first:])


def are_in_one(
    signs: Sequence[Sign], box_of: Callable[[Sign], Box], lattices: Iterable[Lattice]
) -> bool:
    """Whether all signs surely stand in the same column and row of each table."""
    ends = [sign[0] + sign[2] for sign in signs]
    across = [box_of(signs[ends.index(pick(ends))]).middle[0] for pick in (min, max)]
    heights = dict(zip(map(_HEIGHT, signs), signs, strict=True))  # a few only
    down = [box_of(sign).middle[1] for sign in heights.values()]
    return not any(
        bisect(one.posts, across[0]) != bisect(one.posts, across[1])
        or bisect(one.beams, min(down)) != bisect(one.beams, max(down))
        for one in lattices
    )


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
    first, top, end, bottom = before
    left, high, right, low = here
    if left - end > COLUMN * size or right < first:
        return True
    return not ((top == high and bottom == low) or _shares(top, bottom, high, low))


def cells_of(box: Box, lattices: Sequence[Lattice]) -> list[int | None]:
    """In which cell of each table a character stands."""
    if not lattices:
        return []
    left, top, right, bottom = box
    across, down = (left + right) / 2, (top + bottom) / 2
    return [one.place_at(across, down) for one in lattices]
