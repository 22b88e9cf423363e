"""The characters of a pdf page: lines as PDFium writes them, where they stand, what is raised.

PDFium puts U+FFFE or U+0002 for a hyphen at a line end and takes two lines for one there; a line of
its text may run over several columns. Only such lines are looked at character by character.
"""

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import hypot

import pypdfium2.raw as pdfium

from loaders.layout.letters import LOWER, UPPER
from loaders.readers.fonts import Fonts, is_old, is_strong
from loaders.readers.pages import Box, Lattice, Piece, around
from loaders.readers.signs import (
    BLANK,
    COLUMN,
    cells_of,
    is_apart,
    is_away,
    is_level,
    is_scrambled,
    pieces_of,
)

_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_HYPHEN = re.compile("[\ufffe\x02]")
#: a symbol that runs into a word ("93-KL/TWcủa"): the blank between them is only a gap
_GLUED = re.compile(rf"[-/][{UPPER}]{{2,8}}[{LOWER}]{{2}}")
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\S+")
#: a blank before a letter that a second font may hold
_BEFORE_MARKED = re.compile(r"(?<=\S) (?=[^\x00-\x7f])")
#: a mark is smaller than this part of the letters beside it
_RAISED = 0.8
#: how far letters reach above and below the line they stand on, in sizes of the font
UP, DOWN = 0.85, 0.25
#: text turned on its side is this much higher than wide
_TURNED = 2.5


class Glyphs:
    """The characters of one page, by index (các chữ trên trang)."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, left: float, top: float) -> None:
        self.page = page
        self.left = left
        self.top = top
        self._corners = [ctypes.c_double() for _ in range(4)]
        self._places = [ctypes.byref(corner) for corner in self._corners]
        self._loose = pdfium.FS_RECTF()
        self._looseness = ctypes.byref(self._loose)
        self._matrix = pdfium.FS_MATRIX()
        self._matrices = ctypes.byref(self._matrix)
        self.words, self.at = self._text()
        self._fonts = Fonts(page, self.at)

    def _text(self) -> tuple[str, Callable[[int], int]]:
        """All characters, and how the place of one in the string leads to its index."""
        page, count = self.page, pdfium.FPDFText_CountChars(self.page)
        buffer = ctypes.create_string_buffer(2 * count + 2)
        units = pdfium.FPDFText_GetText(
            page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        )
        words = buffer.raw[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")
        if len(words) == count:
            return words, int
        return words, lambda index: max(pdfium.FPDFText_GetCharIndexFromTextIndex(page, index), 0)

    def pieces(self, lattices: Sequence[Lattice]) -> Iterator[Piece]:
        """The lines of the page, cut at the columns of tables and where wide gaps are."""
        for match in _LINE.finditer(self.words):
            start, end = match.span()
            while start < end and self.words[start].isspace():
                start += 1
            while start < end and self.words[end - 1].isspace():
                end -= 1
            if start < end:
                yield from self._line(start, end, lattices)

    def _line(self, start: int, end: int, lattices: Sequence[Lattice]) -> Iterator[Piece]:
        boxes = self._rects(start, end)
        if not boxes:
            return
        first = self._first(start, end)
        size = self.size(first)
        whole = around(boxes) if len(boxes) > 1 else boxes[0]
        lattices = [one for one in lattices if _is_beside(one, whole, size)] if lattices else ()
        if whole.height > _TURNED * max(whole.width, size):
            if end - start > 3:
                yield Piece(self._shown(start, end), whole, 0.0)
        elif _GLUED.search(self.words, start, end) or (
            len(boxes) > 1 and (is_scrambled(boxes) or self._is_sundered(start, end, size))
        ):
            yield from self._sorted(start, end, size, lattices)
        elif self._is_loose(boxes, whole, size, lattices):
            for begin, stop in self._parts(start, end, size, lattices):
                boxes = self._rects(begin, stop)
                if boxes:
                    letter = self._first(begin, stop)
                    box = around(boxes) if len(boxes) > 1 else boxes[0]
                    if len(boxes) > 1:
                        begin, stop = self._fonts.visible(begin, stop)
                    yield self._piece(begin, stop, box, letter, self.size(letter))
        else:
            if len(boxes) > 1:  # what is set in one way is seen as a whole
                start, end = self._fonts.visible(start, end)
            yield self._piece(start, end, whole, first, size)

    def _piece(self, start: int, end: int, box: Box, first: int, size: float) -> Piece:
        fonts = self._fonts.of(start), self._fonts.of(end - 1)
        words, box = self._shown(start, end), self._levelled(box, first, size)
        strong = all(map(is_strong, fonts))
        if any(map(is_old, fonts)):
            return Piece(self._fonts.shown(words, start, end), box, size, strong)
        return Piece(words, box, size, strong, self._marks(start, end, size))

    def _levelled(self, box: Box, index: int, size: float) -> Box:
        """The box from what stands highest to what hangs lowest on the line of a character."""
        _across, down = self._corners[:2]
        pdfium.FPDFText_GetCharOrigin(self.page, self.at(index), *self._places[:2])
        line = self.top - down.value
        return Box(box.left, line - UP * size, box.right, line + DOWN * size)

    def _sorted(
        self, start: int, end: int, size: float, lattices: Sequence[Lattice]
    ) -> Iterator[Piece]:
        """The pieces of a line whose letters were written font by font, by where they stand.

        PDFium may have taken the end of the line below for a part of it.
        """
        levels: list[list[tuple[Box, int]]] = []
        for index in range(start, end):
            box = self._wide(index, size)
            if box.width > 0:
                at = next((one for one in levels if is_level(one[0][0], box)), None)
                if at is None:
                    levels.append([(box, index)])
                else:
                    at.append((box, index))
        strong = is_strong(self._fonts.of(start)) and is_strong(self._fonts.of(end - 1))
        for signs in levels:
            level = self._levelled(signs[0][0], signs[0][1], size)
            signs.sort(key=lambda sign: sign[0].left)
            boxes = [(box, self.words[index]) for box, index in signs]
            yield from pieces_of(boxes, level, size, lattices, strong=strong)

    def _is_sundered(self, start: int, end: int, size: float) -> bool:
        """Whether PDFium made up a blank where none is: the letter after it is of another font and
        was written later (chữ bị tách vì khác phông)."""
        return any(
            pdfium.FPDFText_IsGenerated(self.page, self.at(index)) == 1
            and self._wide(index, size).width <= 0
            for index in (
                blank.start() for blank in _BEFORE_MARKED.finditer(self.words, start, end)
            )
        )

    def _wide(self, index: int, size: float) -> Box:
        """The box of a character; a blank that PDFium made up has the gap before the next letter,
        and no width where that stands beside it or before it."""
        box = self.loose(index)
        if box.width > 0 or index + 1 >= len(self.words):
            return box
        right = self.loose(index + 1).left
        return Box(box.left, box.top, right, box.bottom) if right - box.left > BLANK * size else box

    def _shown(self, start: int, end: int) -> str:
        return _HYPHEN.sub("-", self.words[start:end])

    def _is_loose(
        self, boxes: Sequence[Box], whole: Box, size: float, lattices: Sequence[Lattice]
    ) -> bool:
        """Whether a line may run over several columns, cells or levels."""
        if whole.height > 1.8 * size or _is_cut(whole, lattices):
            return True
        gap = COLUMN * size
        return any(b.left - a.right > gap or b.right < a.left for a, b in pairwise(boxes))

    def _parts(
        self, start: int, end: int, size: float, lattices: Sequence[Lattice]
    ) -> Iterator[tuple[int, int]]:
        """The parts of a line that stand in one column each."""
        first, last, cell = start, None, None
        for match in _WORD.finditer(self.words, start, end):
            begin, stop = match.span()
            head = self.loose(begin)
            tail = self.loose(stop - 1) if stop - begin > 1 else head
            at = cells_of(head, lattices)
            if last and (cell != at or is_away(last, head, size)):
                yield first, self._stripped(first, begin)
                first = begin
            cell = at if tail is head else cells_of(tail, lattices)
            if cell != at or is_away(head, tail, 2 * size * (stop - begin)):
                for index in range(begin + 1, stop):
                    here = self.loose(index)
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

    def _rects(self, start: int, end: int) -> list[Box]:
        first = self.at(start)
        count = pdfium.FPDFText_CountRects(self.page, first, self.at(end - 1) - first + 1)
        boxes = []
        across, down = self.left, self.top
        left, top, right, bottom = self._corners
        for index in range(count):
            pdfium.FPDFText_GetRect(self.page, index, *self._places)
            boxes.append(
                Box(
                    left.value - across,
                    down - top.value,
                    right.value - across,
                    down - bottom.value,
                )
            )
        return boxes

    def loose(self, index: int) -> Box:
        """The box of a character, as high as its font."""
        pdfium.FPDFText_GetLooseCharBox(self.page, self.at(index), self._looseness)
        box = self._loose
        return Box(
            box.left - self.left, self.top - box.top, box.right - self.left, self.top - box.bottom
        )

    def size(self, index: int) -> float:
        """The size of a character's font as it is drawn."""
        at = self.at(index)
        size = float(pdfium.FPDFText_GetFontSize(self.page, at))
        if pdfium.FPDFText_GetMatrix(self.page, at, self._matrices):
            size *= hypot(self._matrix.c, self._matrix.d)
        return size or self.loose(index).height

    def _first(self, start: int, end: int) -> int:
        """The first letter; the first character where there is none."""
        found = _LETTER.search(self.words, start, end)
        return found.start() if found else start

    def _marks(self, start: int, end: int, size: float) -> tuple[tuple[int, int], ...]:
        """The digits that are smaller than the letters: footnote marks."""
        marks = []
        for match in _DIGITS.finditer(self.words, start, end):
            first, last = match.span()
            while first < last and self.size(last - 1) < _RAISED * size:
                last -= 1
            if last < match.end():
                marks.append((last - start, match.end() - start))
        return tuple(marks)


def _is_beside(lattice: Lattice, line: Box, size: float) -> bool:
    """Whether a line stands at the height of a table, or some of it may."""
    return lattice.beams[0] - size < line.bottom and line.top < lattice.beams[-1] + size


def _is_cut(box: Box, lattices: Sequence[Lattice]) -> bool:
    """Whether a line runs over a border between two cells."""
    middle = box.middle[1]
    return any(
        one.place_at(box.left + 1, middle) != one.place_at(box.right - 1, middle)
        for one in lattices
    )
