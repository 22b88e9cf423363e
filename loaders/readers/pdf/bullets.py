"""Signs of a list that are no letters (dấu đầu dòng): a browser draws a disc or a square, Word
takes them from a font of pictures."""

from collections.abc import Iterable, Sequence

from loaders.readers.pages.page import Box, Piece
from loaders.readers.strands import SIGNS_OF_FONTS

_SIGN = "• "
_OF_FONTS = frozenset(map(chr, SIGNS_OF_FONTS))
#: a sign stands no farther before the first letter than this, in sizes of the font; it is no larger
_FAR, _LARGE = 2.0, 0.6
#: how far above the line its middle is, in sizes of the font
_LOW, _HIGH = 0.1, 0.5


def with_bullets(pieces: Iterable[Piece], dots: Sequence[Box]) -> tuple[Piece, ...]:
    """The pieces, each with its sign as a letter, also where a dot is drawn before it."""
    found = [_lettered(piece) for piece in pieces]
    for dot in dots:
        beside = [at for at, piece in enumerate(found) if _is_level(dot, piece)]
        first = min(beside, key=lambda at: found[at].box.left, default=None)
        if first is not None and _is_before(dot, found[first]):
            found[first] = _signed(found[first], dot)
    return tuple(found)


def _lettered(piece: Piece) -> Piece:
    if piece.words[0] not in _OF_FONTS:
        return piece
    return piece._replace(words=piece.words.translate(SIGNS_OF_FONTS))


def _is_level(dot: Box, piece: Piece) -> bool:
    above = piece.line - dot.middle[1]
    return _LOW * piece.size < above < _HIGH * piece.size and piece.box.right > dot.left


def _is_before(dot: Box, piece: Piece) -> bool:
    gap = piece.box.left - dot.right
    return 0 < gap < _FAR * piece.size and dot.height < _LARGE * piece.size


def _signed(piece: Piece, dot: Box) -> Piece:
    move, box = len(_SIGN), piece.box._replace(left=dot.left)
    marks = tuple((start + move, end + move) for start, end in piece.marks)
    return piece._replace(words=_SIGN + piece.words, box=box, marks=marks)
