"""The lines of a pdf page as PDFium writes them, where they stand, what is raised.

PDFium puts U+FFFE or U+0002 for a hyphen at a line end and takes two lines for one there; a line of
its text may run over several columns. Only such lines are looked at character by character.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from operator import itemgetter

import pypdfium2.raw as pdfium

from loaders.layout.letters import LOWER, UPPER
from loaders.readers.pages.page import COLUMN, DOWN, UP, Box, Lattice, Piece, around
from loaders.readers.pdf.characters import Characters, Sign
from loaders.readers.pdf.fonts import as_seen, is_old, is_strong, visible
from loaders.readers.pdf.raised import marks_among, marks_within
from loaders.readers.pdf.signs import (
    BLANK,
    are_in_one,
    cells_of,
    is_apart,
    is_away,
    is_level,
    is_scrambled,
    levels_of,
    parts_of,
)

_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_HYPHEN = re.compile("[\ufffe\x02]")
#: a symbol that runs into a word ("93-KL/TWcủa"): the blank between them is only a gap
_GLUED = re.compile(rf"[-/][{UPPER}]{{2,8}}[{LOWER}]{{2}}")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")
#: a blank before a letter that a second font may hold
_BEFORE_MARKED = re.compile(r"(?<=\S) (?=[^\x00-\x7f])")
#: a browser draws a high letter on the page before its own too, where it is cut off
_LETTER_OR_TWO = 2
#: so many lines shorter than this, one after the other, may be letters
_MANY, _SHORT = 4, 5
#: text turned on its side is this much higher than wide
_TURNED = 2.5


_RIGHT: Callable[[Sign], float] = itemgetter(2)


class Glyphs:
    """The lines of one page (các dòng chữ trên trang)."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, left: float, top: float) -> None:
        self._characters = Characters(page, left, top)
        self.words = self._characters.words

    def pieces(self, lattices: Sequence[Lattice]) -> Iterator[Piece]:
        """The lines of the page, cut at the columns of tables and where wide gaps are."""
        for start, end in self._whole(self._lines()):
            if end - start > _LETTER_OR_TWO or not self._characters.is_hidden(start):
                yield from self._line(start, end, lattices)

    def _lines(self) -> Iterator[tuple[int, int]]:
        """Where each line begins and ends, without blanks."""
        for match in _LINE.finditer(self.words):
            start, end = match.span()
            while start < end and self.words[start].isspace():
                start += 1
            while start < end and self.words[end - 1].isspace():
                end -= 1
            if start < end:
                yield start, end

    def _whole(self, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The lines, those whose letters PDFium took for lines of their own as one: it does so
        where the cells of a table are narrow and high."""
        for short, group in groupby(lines, lambda line: line[1] - line[0] < _SHORT):
            spans = list(group)
            if not short or len(spans) < _MANY:
                yield from spans
                continue
            start, end = spans[0]
            for begin, stop in spans[1:]:
                last, here = self._characters.loose(end - 1), self._characters.loose(begin)
                if not is_level(last, here) or here.left < last.left:
                    yield start, end
                    start = begin
                end = stop
            yield start, end

    def _line(self, start: int, end: int, lattices: Sequence[Lattice]) -> Iterator[Piece]:
        boxes = self._characters.rects(start, end)
        if not boxes:
            return
        first = self._first(start, end)
        size = self._characters.size(first)
        whole = around(boxes) if len(boxes) > 1 else boxes[0]
        lattices = [one for one in lattices if _is_beside(one, whole, size)] if lattices else ()
        narrow = whole.height > _TURNED * max(whole.width, size)
        if narrow and self._characters.is_turned(first):
            if end - start > 3:
                yield Piece(self._shown(start, end), whole, 0.0)
        elif narrow or self._is_unordered(start, end, boxes, size):
            yield from self._sorted(start, end, size, lattices)
        elif self._is_loose(boxes, whole, size, lattices):
            for begin, stop in self._parts(start, end, size, lattices):
                boxes = self._characters.rects(begin, stop)
                if boxes:
                    letter = self._first(begin, stop)
                    box = around(boxes) if len(boxes) > 1 else boxes[0]
                    high = self._characters.size(letter)
                    yield self._piece(begin, stop, box, letter, high, in_one=len(boxes) == 1)
        else:
            yield self._piece(start, end, whole, first, size, in_one=len(boxes) == 1)

    def _is_unordered(self, start: int, end: int, boxes: Sequence[Box], size: float) -> bool:
        """Whether only the places of its letters tell what a line says."""
        if self.words.find("\n", start, end) >= 0 or _GLUED.search(self.words, start, end):
            return True
        return len(boxes) > 1 and (is_scrambled(boxes) or self._is_sundered(start, end, size))

    def _piece(
        self, start: int, end: int, box: Box, first: int, size: float, *, in_one: bool
    ) -> Piece:
        """A line or a part of one; what is set in one go is seen as a whole and of one font."""
        characters = self._characters
        if end - start <= _LETTER_OR_TWO:  # their ink is narrower than they are
            box = around(characters.each_loose((start, end - 1)))
        box = self._levelled(box, first, size)
        if in_one:
            fonts: tuple[bytes, ...] = (characters.font(start),)
        else:
            start, end = visible(characters, start, end)
            fonts = characters.font(start), characters.font(end - 1)
        words = self._shown(start, end)
        strong = all(map(is_strong, fonts))
        if any(map(is_old, fonts)):
            return Piece(as_seen(characters, words, start, end), box, size, strong)
        return Piece(
            words,
            box,
            size,
            strong,
            () if in_one else marks_within(characters, start, end, size, first),
        )

    def _levelled(self, box: Box, index: int, size: float) -> Box:
        """The box from what stands highest to what hangs lowest on the line of a character."""
        line = self._characters.line(index)
        return Box(box.left, line - UP * size, box.right, line + DOWN * size)

    def _sorted(
        self, start: int, end: int, size: float, lattices: Sequence[Lattice]
    ) -> Iterator[Piece]:
        """The pieces of a line whose letters were written font by font, by where they stand.

        PDFium may have taken the end of the line below for a part of it.
        """
        characters = self._characters
        strong = all(is_strong(characters.font(index)) for index in (start, end - 1))

        def cell_of(sign: Sign) -> object:
            return cells_of(characters.box(sign), lattices)

        found = self._signs(start, end, size)
        cut = bool(lattices and found) and not are_in_one(found, characters.box, lattices)
        for signs in levels_of(found):
            line = characters.line(signs[0][-1])
            top, bottom = line - UP * size, line + DOWN * size
            for part, words in parts_of(signs, size, cell_of if cut else None):
                inked = [sign for sign in part if not sign[4].isspace()]
                left = characters.box(inked[0]).left
                right = characters.box(max(inked, key=_RIGHT)).right
                words = _HYPHEN.sub("-", words.strip())
                marks = marks_among(characters, inked, words, size)
                yield Piece(words, Box(left, top, right, bottom), size, strong, marks)

    def _signs(self, start: int, end: int, size: float) -> list[Sign]:
        """The characters of a line that have a width. A blank that PDFium made up has that of the
        gap before the next letter, and none where that stands beside it, before it or far away."""
        signs = self._characters.signs(start, min(end + 1, len(self.words)))
        inked = [sign for sign in signs[: end - start] if sign[2] > sign[0]]
        if len(inked) == end - start:
            return inked
        narrow, wide = BLANK * size, COLUMN * size
        found: list[Sign] = []
        for sign, after in zip_longest(signs[: end - start], signs[1:]):
            if sign[2] > sign[0]:
                found.append(sign)
            elif after and sign[4] == " " and narrow < after[0] - sign[0] <= wide:
                found.append((*sign[:2], after[0], *sign[3:]))
        return found

    def _is_sundered(self, start: int, end: int, size: float) -> bool:
        """Whether PDFium made up a blank where none is: the letter after it is of another font and
        was written later (chữ bị tách vì khác phông)."""
        return any(
            self._is_no_gap(blank.start(), size)
            for blank in _BEFORE_MARKED.finditer(self.words, start, end)
        )

    def _is_no_gap(self, index: int, size: float) -> bool:
        """Whether PDFium made up a blank between letters that stand beside each other."""
        if not self._characters.is_made_up(index):
            return False
        blank, after = self._characters.loose(index), self._characters.loose(index + 1)
        return blank.width <= 0 and after.left - blank.left <= BLANK * size

    def _shown(self, start: int, end: int) -> str:
        words = self.words[start:end]
        return _HYPHEN.sub("-", words) if "\ufffe" in words or "\x02" in words else words

    def _is_loose(
        self, boxes: Sequence[Box], whole: Box, size: float, lattices: Sequence[Lattice]
    ) -> bool:
        """Whether a line may run over several columns, cells or levels."""
        if whole.height > 1.8 * size or (lattices and _is_cut(whole, lattices)):
            return True
        gap = COLUMN * size
        for (first, _, end, _), (left, _, right, _) in pairwise(boxes):
            if left - end > gap or right < first:
                return True
        return False

    def _parts(
        self, start: int, end: int, size: float, lattices: Sequence[Lattice]
    ) -> Iterator[tuple[int, int]]:
        """The parts of a line that stand in one column each."""
        first, last, cell = start, None, None
        spans = [match.span() for match in _WORD.finditer(self.words, start, end)]
        boxes = iter(self._characters.each_loose([i for a, b in spans for i in (a, b - 1)]))
        for (begin, stop), head, tail in zip(spans, boxes, boxes, strict=True):
            at = cells_of(head, lattices)
            if last and (cell != at or is_away(last, head, size)):
                yield first, self._stripped(first, begin)
                first = begin
            cell = at if stop - begin == 1 else cells_of(tail, lattices)
            if cell != at or is_away(head, tail, 2 * size * (stop - begin)):
                for index in range(begin + 1, stop):
                    here = self._characters.loose(index)
                    if is_apart(head, here, size, lattices):
                        yield first, index
                        first = index
                    head = here
            last = tail
        yield first, end

    def _stripped(self, start: int, end: int) -> int:
        while end > start and self.words[end - 1].isspace():
            end -= 1
        return end

    def _first(self, start: int, end: int) -> int:
        """The first letter; the first character where there is none."""
        found = _LETTER.search(self.words, start, end)
        return found.start() if found else start


def _is_beside(lattice: Lattice, line: Box, size: float) -> bool:
    """Whether a line stands at the height of a table, or some of it may."""
    return lattice.beams[0] - size < line.bottom and line.top < lattice.beams[-1] + size


def _is_cut(box: Box, lattices: Sequence[Lattice]) -> bool:
    """Whether a line runs over a border between two cells."""
    left, right, middle = box.left + 1, box.right - 1, box.middle[1]
    for one in lattices:
        apart = bisect(one.posts, left) != bisect(one.posts, right)
        if apart and one.place_at(left, middle) != one.place_at(right, middle):
            return True
    return False
