"""The characters of a pdf page as PDFium tells of them: where each stands, how it is set."""

import ctypes
from collections.abc import Iterator, Sequence
from ctypes import addressof, c_double, c_float, c_int, c_size_t, c_uint, c_ulong
from itertools import groupby, repeat
from math import hypot
from operator import itemgetter

import pypdfium2.raw as pdfium

from loaders.readers.pages.page import Box
from loaders.readers.pdf.bare import address_of, bare

_LOOSE = bare(pdfium.FPDFText_GetLooseCharBox, c_int, c_size_t)
_ORIGIN = bare(pdfium.FPDFText_GetCharOrigin, c_int, c_size_t, c_size_t)
_COUNT_RECTS = bare(pdfium.FPDFText_CountRects, c_int, c_int)
_RECT = bare(pdfium.FPDFText_GetRect, c_int, c_size_t, c_size_t, c_size_t, c_size_t)
_SIZE = bare(pdfium.FPDFText_GetFontSize, c_int, answer=c_double)
_MATRIX = bare(pdfium.FPDFText_GetMatrix, c_int, c_size_t)
_FONT = bare(pdfium.FPDFText_GetFontInfo, c_int, c_size_t, c_ulong, c_size_t, answer=c_ulong)
_COLOUR = bare(pdfium.FPDFText_GetFillColor, c_int, c_size_t, c_size_t, c_size_t, c_size_t)
_GENERATED = bare(pdfium.FPDFText_IsGenerated, c_int)
_INDEX = bare(pdfium.FPDFText_GetCharIndexFromTextIndex, c_int)


#: a character: left, top, right and bottom from the bottom left of the page, itself, its place in
#: the words of the page; there are thousands
Sign = tuple[float, float, float, float, str, int]


#: no name of a font is longer
_NAME = 128


class Characters:
    """The characters of one page, by their place in ``words`` (các ký tự trên trang)."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, left: float, top: float) -> None:
        self._page = page
        self._address = address_of(page)
        self._left, self._top = left, top
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_NAME)
        self._corners = (c_double * 4)()
        start = addressof(self._corners)
        self._places = (start, start + 8, start + 16, start + 24)
        self._colour = (c_uint * 4)()
        start = addressof(self._colour)
        self._shares = (start, start + 4, start + 8, start + 12)
        self.words, self._is_plain = self._text()
        boxes = (c_float * (4 * len(self.words) + 4))()
        self._box, self._edges = addressof(boxes), memoryview(boxes).cast("B").cast("f")

    def _text(self) -> tuple[str, bool]:
        """All characters, and whether each stands in the string where PDFium counts it."""
        page, count = self._page, pdfium.FPDFText_CountChars(self._page)
        buffer = ctypes.create_string_buffer(2 * count + 2)
        units = pdfium.FPDFText_GetText(
            page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        )
        words = buffer.raw[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")
        return words, len(words) == count

    def _at(self, index: int) -> int:
        return index if self._is_plain else max(_INDEX(self._address, index), 0)

    def loose(self, index: int) -> Box:
        """The box of a character, as high as its font."""
        _LOOSE(self._address, self._at(index), self._box)
        left, top, right, bottom = self._edges[:4]
        return Box(left - self._left, self._top - top, right - self._left, self._top - bottom)

    def each_loose(self, indices: Sequence[int]) -> list[Box]:
        """The boxes of some characters, each as high as its font."""
        count = len(indices)
        rooms = range(self._box, self._box + 16 * count, 16)
        places = indices if self._is_plain else map(self._at, indices)
        for _ in map(_LOOSE, repeat(self._address), places, rooms):
            pass
        across, down = self._left, self._top
        edges = self._edges[: 4 * count].tolist()
        return [
            Box(left - across, down - top, right - across, down - bottom)
            for left, top, right, bottom in zip(*(iter(edges),) * 4, strict=True)
        ]

    def signs(self, start: int, end: int) -> list[Sign]:
        """The characters of a stretch, each as high as its font, counted as PDFium does."""
        places = range(start, end) if self._is_plain else map(self._at, range(start, end))
        length = end - start
        rooms = range(self._box, self._box + 16 * length, 16)
        for _ in map(_LOOSE, repeat(self._address), places, rooms):
            pass
        edges = [self._edges[at : 4 * length : 4].tolist() for at in range(4)]
        found = list(zip(*edges, self.words[start:end], range(start, end), strict=True))
        runs = [next(run) for _, run in groupby(found, itemgetter(1, 3))]  # a font each, about
        return list(map(self._upright, found)) if any(map(self._slant, runs)) else found

    def _slant(self, sign: Sign) -> float:
        """How far a letter leans for its height where it is drawn aslant, for want of an italic
        font (chữ nghiêng giả)."""
        matrix = self._matrix
        known = _MATRIX(self._address, self._at(sign[5]), addressof(matrix))
        upright = not known or not matrix.c or not matrix.d or matrix.b
        return 0.0 if upright else float(matrix.c / matrix.d)

    def _upright(self, sign: Sign) -> Sign:
        """A letter as wide as if it stood upright."""
        slant = self._slant(sign)
        if not slant:
            return sign
        left, top, right, bottom, word, index = sign
        line = self._top - self.line(index)
        return (
            left + slant * (line - bottom),
            top,
            right - slant * (top - line),
            bottom,
            word,
            index,
        )

    def box(self, sign: Sign) -> Box:
        """Where a character of a stretch stands."""
        left, top, right, bottom, _, _ = sign
        return Box(left - self._left, self._top - top, right - self._left, self._top - bottom)

    def is_hidden(self, index: int) -> bool:
        """Whether a character stands where what is drawn with it is cut off (bị che khuất)."""
        written = pdfium.FPDFText_GetTextObject(self._page, self._at(index))
        clip = pdfium.FPDFPageObj_GetClipPath(written) if written else None
        if not clip:
            return False
        _LOOSE(self._address, self._at(index), self._box)
        left, top, right, bottom = self._edges[:4]
        for path in range(pdfium.FPDFClipPath_CountPaths(clip)):
            across, down = zip(*_points(clip, path), strict=True)
            if not min(across) <= (left + right) / 2 <= max(across):
                return True
            if not min(down) <= (top + bottom) / 2 <= max(down):
                return True
        return False

    def rects(self, start: int, end: int) -> list[Box]:
        """The boxes of characters, those that are set in one go as one."""
        address, first = self._address, self._at(start)
        count = _COUNT_RECTS(address, first, self._at(end - 1) - first + 1)
        across, down = self._left, self._top
        if count == 1:  # most lines
            _RECT(address, 0, *self._places)
            left, top, right, bottom = self._corners
            return [Box(left - across, down - top, right - across, down - bottom)]
        found = []
        for index in range(count):
            _RECT(address, index, *self._places)
            left, top, right, bottom = self._corners
            found.append(Box(left - across, down - top, right - across, down - bottom))
        return found

    def line(self, index: int) -> float:
        """How far down the page the line is on which a character stands."""
        _ORIGIN(self._address, self._at(index), *self._places[:2])
        return self._top - self._corners[1]

    def is_made_up(self, index: int) -> bool:
        """Whether PDFium put a character where a gap is."""
        return bool(_GENERATED(self._address, self._at(index)) == 1)

    def size(self, index: int) -> float:
        """The size of a character's font as it is drawn."""
        at = self._at(index)
        size: float = _SIZE(self._address, at)
        if _MATRIX(self._address, at, addressof(self._matrix)):
            size *= hypot(self._matrix.c, self._matrix.d)
        return size or self.loose(index).height

    def is_turned(self, index: int) -> bool:
        """Whether a character lies on its side."""
        _MATRIX(self._address, self._at(index), addressof(self._matrix))
        return bool(abs(self._matrix.b) > abs(self._matrix.a))

    def font(self, index: int) -> bytes:
        """The name of the font of a character; empty where it has none."""
        name, flags = addressof(self._name), self._places[0]
        length = _FONT(self._address, self._at(index), name, _NAME, flags)
        return self._name.value if 0 < length <= _NAME else b""

    def is_white(self, index: int) -> bool:
        """Whether a character is white."""
        _COLOUR(self._address, self._at(index), *self._shares)
        return self._colour[:3] == [255, 255, 255]


def _points(clip: pdfium.FPDF_CLIPPATH, path: int) -> Iterator[tuple[float, float]]:
    """The corners of what is shown."""
    across, down = c_float(), c_float()
    for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, across, down)
        yield across.value, down.value
