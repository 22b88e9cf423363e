"""The signs of a pdf page by where they stand: columns, levels, letters written font by font.

A program that sets Vietnamese (LibreOffice does) may write the letters with marks from a second
font, after the rest of their line; PDFium then makes up blanks where the first left room for them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.readers.pages import Box, Lattice, Piece, around

#: a gap wider than this many letter heights parts two columns
COLUMN = 0.75
#: letters farther apart than this part of their height have a blank between them
BLANK = 0.12
#: two letters stand on one line when they share this part of their height
_LEVEL = 0.4
#: a stretch of text that begins so far before the end of the one before was written over it
_OVER = 0.35


def is_scrambled(boxes: Sequence[Box]) -> bool:
    """Whether a line goes back to the left: letters of another font were written afterwards."""
    return any(a.right - b.left > _OVER * a.height and is_level(a, b) for a, b in pairwise(boxes))


def pieces_of(
    signs: Sequence[tuple[Box, str]],
    level: Box,
    size: float,
    lattices: Sequence[Lattice],
    *,
    strong: bool,
) -> Iterator[Piece]:
    """The pieces of signs on one line, from left to right; gaps tell where blanks are."""
    held: list[tuple[Box, str]] = []
    for box, sign in signs:
        if held and not sign.isspace():
            last = next((b for b, other in reversed(held) if not other.isspace()), box)
            if is_apart(last, box, size, lattices):
                yield from _piece_of(held, level, size, strong=strong)
                held = []
            elif held[-1][0] is last and box.left - last.right > BLANK * size:
                held.append((Box(last.right, box.top, box.left, box.bottom), " "))
        held.append((box, sign))
    yield from _piece_of(held, level, size, strong=strong)


def _piece_of(
    signs: Sequence[tuple[Box, str]], level: Box, size: float, *, strong: bool
) -> Iterator[Piece]:
    """The piece of signs that stand beside each other; none where they are blanks."""
    words = "".join(sign for _, sign in signs)
    bare = words.strip()
    if bare:
        first = len(words) - len(words.lstrip())
        box = around(box for box, _ in signs[first : first + len(bare)])
        box = Box(box.left, level.top, box.right, level.bottom)
        yield Piece(bare, box, size, strong)


def is_level(one: Box, other: Box) -> bool:
    """Whether two boxes stand on one line."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _LEVEL * min(one.height, other.height)


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
