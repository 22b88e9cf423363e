"""How a file breaks its lines: how wide a full one is, and whether blank lines part paragraphs."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.readers.lines import BLANK, WORDS, Line

#: no line is wider, and none that is full so much wider than the others
_WIDEST, _BEYOND = 160, 1.4


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file breaks its lines: ``width`` of a full line."""

    width: int
    airy: bool  # marked up, so paragraphs stand apart by blank lines and first lines are short


def manner_of(lines: Sequence[Line]) -> Manner:
    """How these lines were broken, by the lines themselves."""
    words = [line for line in lines if line.kind is WORDS]
    lengths = sorted(len(line.strand.words) for line in words)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if _are_whole(lengths, width):
        width = _WIDEST
    blanks = [line.kind for line in lines].count(BLANK)
    airy = blanks * 4 >= len(words) and any(line.emphasis or line.unclosed for line in words)
    return Manner(min(width, _WIDEST), airy)


def _are_whole(lengths: Sequence[int], width: int) -> bool:
    """Whether lines are paragraphs: more are longer than any full line than are about full.

    ``lengths``: in order.
    """
    full = bisect_right(lengths, 1.1 * width) - bisect_left(lengths, 0.8 * width)
    return len(lengths) - bisect_right(lengths, _BEYOND * width) > full
