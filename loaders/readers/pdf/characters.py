"""The characters of a pdf page as PDFium tells of them: where each stands, how it is set."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double, c_float, c_int, c_uint, c_ulong
from itertools import groupby, repeat
from math import hypot
from operator import itemgetter
from threading import local

import pypdfium2.raw as pdfium

from loaders.readers.pages.page import Box
from loaders.readers.pdf.bare import Room, bare, ready

_LOOSE = bare(pdfium.FPDFText_GetLooseCharBox, answer=None)
_ORIGIN = bare(pdfium.FPDFText_GetCharOrigin, answer=None)
_COUNT_RECTS = bare(pdfium.FPDFText_CountRects)
_RECT = bare(pdfium.FPDFText_GetRect, answer=None)
_SIZE = bare(pdfium.FPDFText_GetFontSize, answer=c_double)
_MATRIX = bare(pdfium.FPDFText_GetMatrix)
_FONT = bare(pdfium.FPDFText_GetFontInfo, answer=c_ulong)
_COLOUR = bare(pdfium.FPDFText_GetFillColor, answer=None)
_GENERATED = bare(pdfium.FPDFText_IsGenerated)
_INDEX = bare(pdfium.FPDFText_GetCharIndexFromTextIndex)


#: a character: left, top, right and bottom from the bottom left of the page, itself, its place in
#: the words of the page; there are thousands
Sign = tuple[float, float, float, float, str, int]


#: no name of a font is longer
_NAME = 128
#: so many boxes are asked for in one go
_MANY = 128


class _Rooms(local):
    """Where PDFium writes what it is asked, made once for a thread (các ô nhớ)."""

    def __init__(self) -> None:
        self.corners = Room(c_double, 4)
        self.matrix = Room(c_float, 6)
        self.colour = Room(c_uint, 4)
        self.boxes = Room(c_float, 4 * _MANY, together=4)


_ROOMS = _Rooms()


class Characters:
    """The characters of one page, by their place in ``words`` (các ký tự trên trang)."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, left: float, top: float) -> None:
        self._page, self._ready = page, ready(page)
        self._left, self._top = left, top
        self._name, self._length = ctypes.create_string_buffer(_NAME), c_ulong(_NAME)
        self._flags = Room(c_int, 1).places[0]
        self._corners, self._matrix = _ROOMS.corners, _ROOMS.matrix
        self._colour, self._boxes = _ROOMS.colour, _ROOMS.boxes
        self.words, self._is_plain = self._text()

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
        return index if self._is_plain else max(_INDEX(self._ready, index), 0)

    def loose(self, index: int) -> Box:
        """The box of a character, as high as its font."""
        return self.each_loose((index,))[0]

    def each_loose(self, indices: Sequence[int]) -> list[Box]:
        """The boxes of some characters, each as high as its font."""
        across, down = self._left, self._top
        return [
            Box(left - across, down - top, right - across, down - bottom)
            for left, top, right, bottom in self._loose(indices)
        ]

    def _loose(self, indices: Sequence[int]) -> Iterator[tuple[float, float, float, float]]:
        for first in range(0, len(indices), _MANY):
            part = indices[first : first + _MANY]
            places: Iterable[int] = part if self._is_plain else map(self._at, part)
            for _ in map(_LOOSE, repeat(self._ready), places, self._boxes.places):
                pass
            numbers = iter(self._boxes.numbers(4 * len(part)))
            yield from zip(*(numbers,) * 4, strict=True)

    def signs(self, start: int, end: int) -> list[Sign]:
        """The characters of a stretch, each as high as its font, counted as PDFium does."""
        places = range(start, end)
        boxes = self._loose(places)
        found = [
            (*box, word, at)
            for box, word, at in zip(boxes, self.words[start:end], places, strict=True)
        ]
        runs = [next(run) for _, run in groupby(found, itemgetter(1, 3))]  # a font each, about
        return list(map(self._upright, found)) if any(map(self._slant, runs)) else found

    def _slant(self, sign: Sign) -> float:
        """How far a letter leans for its height where it is drawn aslant, for want of an italic
        font (chữ nghiêng giả)."""
        known = _MATRIX(self._ready, self._at(sign[5]), self._matrix.places[0])
        _, up, lean, high = self._matrix.numbers(4)
        return lean / high if known and lean and high and not up else 0.0

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
        ((left, top, right, bottom),) = self._loose((index,))
        for path in range(pdfium.FPDFClipPath_CountPaths(clip)):
            across, down = zip(*_points(clip, path), strict=True)
            if not min(across) <= (left + right) / 2 <= max(across):
                return True
            if not min(down) <= (top + bottom) / 2 <= max(down):
                return True
        return False

    def rects(self, start: int, end: int) -> list[Box]:
        """The boxes of characters, those that are set in one go as one."""
        page, first = self._ready, self._at(start)
        count = _COUNT_RECTS(page, first, self._at(end - 1) - first + 1)
        across, down = self._left, self._top
        found = []
        for index in range(count):  # one for most lines
            _RECT(page, index, *self._corners.places)
            left, top, right, bottom = self._corners.numbers(4)
            found.append(Box(left - across, down - top, right - across, down - bottom))
        return found

    def line(self, index: int) -> float:
        """How far down the page the line is on which a character stands."""
        across, down, _, _ = self._corners.places
        _ORIGIN(self._ready, self._at(index), across, down)
        height: float = self._corners.numbers(2)[1]
        return self._top - height

    def is_made_up(self, index: int) -> bool:
        """Whether PDFium put a character where a gap is."""
        return bool(_GENERATED(self._ready, self._at(index)) == 1)

    def size(self, index: int) -> float:
        """The size of a character's font as it is drawn."""
        at = self._at(index)
        size: float = _SIZE(self._ready, at)
        if _MATRIX(self._ready, at, self._matrix.places[0]):
            size *= hypot(*self._matrix.numbers(4)[2:])
        return size or self.loose(index).height

    def is_turned(self, index: int) -> bool:
        """Whether a character lies on its side."""
        _MATRIX(self._ready, self._at(index), self._matrix.places[0])
        along, up = self._matrix.numbers(2)
        return bool(abs(up) > abs(along))

    def font(self, index: int) -> bytes:
        """The name of the font of a character; empty where it has none."""
        length = _FONT(self._ready, self._at(index), self._name, self._length, self._flags)
        return self._name.value if 0 < length <= _NAME else b""

    def is_white(self, index: int) -> bool:
        """Whether a character is white."""
        _COLOUR(self._ready, self._at(index), *self._colour.places)
        return self._colour.numbers(3) == [255, 255, 255]


def _points(clip: pdfium.FPDF_CLIPPATH, path: int) -> Iterator[tuple[float, float]]:
    """The corners of what is shown."""
    across, down = c_float(), c_float()
    for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, across, down)
        yield across.value, down.value
