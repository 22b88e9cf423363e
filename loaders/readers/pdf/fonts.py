"""The fonts of a pdf page: whether they are bold or italic, whether they show an old encoding."""

import re
from functools import lru_cache
from itertools import groupby

from loaders.readers.legacy import font_encoding, horned, in_font
from loaders.readers.pdf.characters import Characters

_BOLD = re.compile(rb"(?i)bold|italic|oblique|black|heavy")
#: what stands before the name of a font of which only some letters were put into the file
_SUBSET = re.compile(rb"[A-Z]{6}\+")


def visible(characters: Characters, start: int, end: int) -> tuple[int, int]:
    """The characters without white ones at an end, which cannot be seen where others can."""
    white = characters.is_white(start), characters.is_white(end - 1)
    if white[0] == white[1]:
        return start, end  # on paper, or on a dark ground
    while start < end and white[0] and characters.is_white(start):
        start += 1
    while end > start and white[1] and characters.is_white(end - 1):
        end -= 1
    return start, end


def as_seen(characters: Characters, words: str, start: int, end: int) -> str:
    """The characters from ``start`` to ``end``, those of old fonts as they look."""
    runs = groupby(range(start, end), characters.font)
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
