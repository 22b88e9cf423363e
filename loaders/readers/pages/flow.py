"""Pieces of one column to lines that a blank one parts where the page shows a new paragraph."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from loaders.layout.markers import read_marker
from loaders.readers.pages.page import Piece, around

#: a distance this much larger than the usual one parts paragraphs
_WIDER = 1.16
#: a raised mark pushes its line down by so much of its height
_PUSHED = 0.1
#: a first line is indented by more than this part of its height
_INDENT = 0.6
#: a line in the middle stands off both margins, by as much on either side, to this part
_OFF = 0.2
#: sizes that differ by more than this are another matter; what is recognised is not so exact
_OTHER_SIZE, _OTHER_READ = 0.12, 0.3
#: a column narrower than so many letter heights is no running text
_NARROW = 18


def width(words: str) -> int:
    """How wide words are set, about, in hundredths of the size of the font (độ rộng chữ)."""
    return sum(map(_width, words))


@cache
def _width(sign: str) -> int:
    letter = unicodedata.normalize("NFD", sign)[0]
    if letter in "ijltfI .,;:/()-'":
        return 29
    if letter in "mwMW":
        return 82
    return 67 if letter.isupper() else 46


class Column:
    """The margins of a column and the distance of its lines (lề và khoảng cách dòng)."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.box = around(piece.box for piece in pieces)
        self.size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
        lefts = Counter(round(piece.box.left / 2) for piece in pieces)
        common = [left * 2 for left, count in lefts.items() if count >= 3]
        self.left = min(common, default=self.box.left)
        steps = Counter(
            round(2 * (b.box.bottom - a.box.bottom))
            for a, b in pairwise(pieces)
            if 0 < b.box.bottom - a.box.bottom < 3 * self.size
        )
        # the distance within paragraphs is the shortest that is common
        often = max(steps.values(), default=0)
        self.step = min((s / 2 for s, count in steps.items() if 3 * count >= often), default=0.0)
        self.narrow = self.box.width < _NARROW * self.size

    def is_full(self, before: Piece, after: Piece) -> bool:
        """Whether the first word of ``after`` found no room behind ``before``."""
        first, words = after.words.split(" ", 1)[0], after.words
        left, usual = self.box.right - before.box.right, after.box.width / max(len(words), 1)
        if not 0.5 < left / max(usual * (len(first) + 1), 1) < 2:
            return left < usual * (len(first) + 1)
        return left < 0.95 * after.box.width * width(f"{first} ") / max(width(words), 1)

    def fills(self, before: Piece, after: Piece) -> bool | None:
        """As ``is_full``; None where lines end where they please: in titles and letterheads."""
        if self.narrow or self._is_title(before, after):
            return None
        return self.is_full(before, after)

    def parts(self, before: Piece, after: Piece) -> bool:
        """Whether the page shows that ``after`` begins a paragraph of its own."""
        step = after.box.bottom - before.box.bottom
        pushed = _PUSHED * after.size if after.marks else 0.0
        if step < 0 or (self.step and step > _WIDER * max(self.step, 0.9 * after.size) + pushed):
            return True
        other = _OTHER_READ if after.boxes else _OTHER_SIZE
        if abs(after.size - before.size) > other * before.size:
            return True
        if self.narrow or self._is_title(before, after):
            return False
        indented = after.box.left - self.left > _INDENT * self.size
        if indented and not self._hangs(before, after):
            return True
        return not self.is_full(before, after)

    def _is_title(self, before: Piece, after: Piece) -> bool:
        """Whether two lines stand in the middle, one of them away from the margins."""
        if not (self._is_even(before) and self._is_even(after)):
            return False
        away = self._is_away(before), self._is_away(after)
        if before.strong and after.strong:
            return any(away) or (self._is_centred(before) and self._is_centred(after))
        return all(away)

    def _is_even(self, piece: Piece) -> bool:
        left, right = piece.box.left - self.left, self.box.right - piece.box.right
        return abs(left - right) < max(0.25 * (left + right), 1.5 * self.size)

    def _is_centred(self, piece: Piece) -> bool:
        left, right = piece.box.left - self.left, self.box.right - piece.box.right
        return min(left, right) > _OFF * self.size and abs(left - right) < _OFF * self.size

    def _is_away(self, piece: Piece) -> bool:
        left, right = piece.box.left - self.left, self.box.right - piece.box.right
        return min(left, right) > 1.2 * self.size

    def _hangs(self, before: Piece, after: Piece) -> bool:
        """Whether lines go on under the words of an item and not under its number."""
        marked = read_marker(before.words) is not None
        deeper = after.box.left - before.box.left > _INDENT * self.size
        same = abs(after.box.left - before.box.left) < 0.3 * self.size
        return (marked and deeper) or (same and read_marker(after.words) is None and not marked)


def paragraphs(
    pieces: Sequence[Piece], column: Column
) -> Iterator[tuple[Piece, bool, bool | None]]:
    """Each line, whether a paragraph begins with it, and whether it reaches the margin."""
    following = [*pieces[1:], None]
    before: Piece | None = None
    for piece, after in zip(pieces, following, strict=True):
        opens = before is None or column.parts(before, piece)
        yield piece, opens, column.fills(piece, after) if after else None
        before = piece
