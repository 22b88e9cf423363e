"""The fonts of a pdf page: whether they are bold or italic, whether they show an old encoding."""

import ctypes
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

import pypdfium2.raw as pdfium

from loaders.readers.legacy import font_encoding, horned, in_font

_BOLD = re.compile(rb"(?i)bold|italic|oblique|black|heavy")
#: what stands before the name of a font of which only some letters were put into the file
_SUBSET = re.compile(rb"[A-Z]{6}\+")


class Fonts:
    """In which font each character of a page is set (phông chữ); ``at``: as in ``Glyphs``."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, at: Callable[[int], int]) -> None:
        self._page = page
        self._at = at
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._parts = [ctypes.c_uint() for _ in range(4)]
        self._colours = [ctypes.byref(part) for part in self._parts]

    def of(self, index: int) -> bytes:
        """The name of the font of a character; empty where it has none."""
        length = pdfium.FPDFText_GetFontInfo(
            self._page, self._at(index), self._name, len(self._name), ctypes.byref(self._flags)
        )
        return self._name.value if 0 < length <= len(self._name) else b""

    def visible(self, start: int, end: int) -> tuple[int, int]:
        """The characters without white ones at an end, which cannot be seen where others can."""
        white = self._is_white(start), self._is_white(end - 1)
        if white[0] == white[1]:
            return start, end  # on paper, or on a dark ground
        while start < end and white[0] and self._is_white(start):
            start += 1
        while end > start and white[1] and self._is_white(end - 1):
            end -= 1
        return start, end

    def _is_white(self, index: int) -> bool:
        pdfium.FPDFText_GetFillColor(self._page, self._at(index), *self._colours)
        red, green, blue, _ = self._parts
        return red.value == green.value == blue.value == 255

    def shown(self, words: str, start: int, end: int) -> str:
        """The characters from ``start`` to ``end``, those of old fonts as they look."""
        runs = groupby(range(start, end), self.of)
        return "".join(
            in_font(_signs("".join(words[index - start] for index in run), font), family(font))
            for font, run in runs
        )


def _signs(words: str, font: bytes) -> str:
    encoding = font_encoding(family(font))
    return horned(words, encoding[0]) if encoding else words


@lru_cache(maxsize=512)
def is_strong(font: bytes) -> bool:
    """Whether a font is bold or italic by its name (đậm, nghiêng)."""
    return _BOLD.search(font) is not None


@lru_cache(maxsize=512)
def is_old(font: bytes) -> bool:
    """Whether a font shows its signs as letters of an old encoding (phông TCVN3, VNI)."""
    return font_encoding(family(font)) is not None


def family(font: bytes) -> str:
    """The name of a font as its maker gave it."""
    return _SUBSET.sub(b"", font).decode("latin-1")
