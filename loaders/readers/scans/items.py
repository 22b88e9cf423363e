"""The marks of items at the beginning of recognised lines, put right where those beside them tell.

The engine takes the point of "2." for a comma and "c)" for "e)" or "©)". Only what counts on from
the item before, or leads to the one behind, on the same page is changed (dấu mục, điểm).
"""

import re
from collections.abc import Iterable, Sequence

from loaders.readers.pages.page import Piece

_NUMBERED = re.compile(r"(Điều )?(\d{1,3})([.,]) (?=[^\W\d_])(?!Điều|Khoản|Điểm|Mục|Chương|Phụ)")
_LETTERED = re.compile(r"([^\W\d_]|[©€¢])([)}\]]) (?=\w)")
#: the letters of points in their order, and what each is taken for
_POINTS = "abcdđeghiklmnopqrstuvxy"
_ALIKE = {"c": "e©€¢o", "d": "đ", "đ": "d", "e": "c©€¢"}


def items_put_right(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The lines of a page with the marks of their items as they are printed; none is longer."""
    lines = [piece.words for piece in pieces]
    marks = _points(lines) | _numbers(lines)
    return tuple(
        piece._replace(words=marks[at] + piece.words[len(marks[at]) :]) if at in marks else piece
        for at, piece in enumerate(pieces)
    )


def _numbers(lines: Sequence[str]) -> dict[int, str]:
    """By line, the mark of one whose number a comma follows and that has a neighbour."""
    matches = ((at, _NUMBERED.match(line)) for at, line in enumerate(lines))
    found = {at: match for at, match in matches if match and _begins(match)}
    known = {(match[1], int(match[2])) for match in found.values()}
    return {
        at: f"{match[1] or ''}{match[2]}."
        for at, match in found.items()
        if match[3] == "," and known & {(match[1], int(match[2]) + step) for step in (-1, 1)}
    }


def _begins(match: re.Match[str]) -> bool:
    """Whether what follows a number begins an item: with a capital letter."""
    return match.string[match.end() : match.end() + 1].isupper()


def _points(lines: Iterable[str]) -> dict[int, str]:
    """By line, the letter of one that breaks the order of those before and behind it."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _LETTERED.match(line))]
    letters = [match[1] for _, match in found]
    marks: dict[int, str] = {}
    for place, (at, match) in enumerate(found):
        due = _after(letters[place - 1]) if place else ""
        behind = letters[place + 1] if place + 1 < len(letters) else ""
        led_on = bool(due) and behind == _after(due)
        if match[1] in _ALIKE.get(due, "") and (led_on or not match[1].isalpha()):
            letters[place] = due
        if letters[place] in _POINTS and match[0][:2] != f"{letters[place]})":
            marks[at] = f"{letters[place]})"
    return marks


def _after(letter: str) -> str:
    at = _POINTS.find(letter) + 1 if letter else 0
    return _POINTS[at] if 0 < at < len(_POINTS) else ""
