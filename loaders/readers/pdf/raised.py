"""Raised digits in the lines of a pdf page: footnote marks (dấu chú thích); m² and H₂O are none."""

import re
from collections.abc import Sequence

from loaders.readers.pages.page import is_power, is_raised
from loaders.readers.pdf.characters import Characters, Sign

_DIGITS = re.compile(r"\d+")

Marks = tuple[tuple[int, int], ...]


def marks_within(characters: Characters, start: int, end: int, size: float, letter: int) -> Marks:
    """Where digits of a stretch, counted from its start, are raised beside one of its letters."""
    words, marks = characters.words, []
    for match in _DIGITS.finditer(words, start, end):
        first, last = match.span()
        while first < last and _is_raised(characters, last - 1, size, letter):
            last -= 1
        digits = words[last : match.end()]
        if digits and not is_power(words[start:last], digits):
            marks.append(_bracketed(words[start:end], last - start, match.end() - start))
    return tuple(marks)


def marks_among(characters: Characters, inked: Sequence[Sign], words: str, size: float) -> Marks:
    """Where digits of words are raised whose signs, all but blanks, were put in order."""
    digits = [sign for sign in inked if sign[4].isdecimal()]
    if not digits:  # as on most lines
        return ()
    tallest = max(inked, key=_height)
    high = _height(tallest)
    low = {sign[5] for sign in digits if _height(sign) < high}
    if not low:
        return ()
    places = (at for at, word in enumerate(words) if not word.isspace())
    marks: list[tuple[int, int]] = []
    for at, sign in zip(places, inked, strict=True):
        if sign[5] in low and _is_raised(characters, sign[5], size, tallest[5]):
            start = marks.pop()[0] if marks and marks[-1][1] == at else at
            marks.append((start, at + 1))
    return tuple(_bracketed(words, a, b) for a, b in marks if not is_power(words[:a], words[a:b]))


def _bracketed(words: str, start: int, end: int) -> tuple[int, int]:
    """A mark with the brackets around it, as pages of the web print it."""
    if words[max(start - 1, 0)] == "[" and words[end : end + 1] == "]":
        return start - 1, end + 1
    return start, end


def _height(sign: Sign) -> float:
    return sign[1] - sign[3]


def _is_raised(characters: Characters, index: int, size: float, letter: int) -> bool:
    """Whether a digit is raised beside a letter; most are as large as that."""
    small = characters.size(index)
    return small < size and is_raised(small, characters.line(index), size, characters.line(letter))
