"""Recognised words to pieces of lines: specks out, raised marks told apart, symbols mended (từ)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.readers.pages.page import COLUMN, DOWN, UP, Box, Piece, around, is_power
from loaders.readers.scans.repairs import mended, raised_digit, repaired

#: a mark is smaller than this part of the sign beside it, and ends above it by that part
_SMALL, _ABOVE = 0.78, 0.3
#: what is not sure and has fewer letters than this is a speck
_FEW = 3
_STROKE = re.compile(r"[_—–.…|~‹›«»`^*=]+")
#: a hyphen: how high its middle stands above the line, how high and how wide it is, by the letters
_RISE, _FLAT, _WIDE = (0.12, 0.5), 0.25, 0.8
_HYPHENS = "-‐‑‒–—"
#: what may stand behind a mark
_CLOSING = ".,;:"
#: the mark of an item, kept though it is short
_ITEM = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)]")
_WORD = re.compile(r"\w")


@dataclass(slots=True)
class Word:
    """A word while its signs come (từ đang đọc)."""

    sure: bool = False
    signs: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Its signs."""
        return "".join(self.signs)

    def is_speck(self) -> bool:
        """Whether it is nothing, or the trace of a ruled line."""
        words = self.words.strip()
        if not words or _STROKE.fullmatch(words):
            return True
        if _ITEM.fullmatch(words):
            return False
        return not self.sure and sum(map(str.isalnum, words)) < _FEW


@dataclass(slots=True)
class WordLine:
    """A line while its words come: the height of its letters, and where it stands (dòng)."""

    size: float = 0.0
    level: float = 0.0
    words: list[Word] = field(default_factory=list)

    def take(self, word: Word) -> None:
        """Add a word, unless it is a speck; a stroke where a hyphen stands is one."""
        if word.boxes and _STROKE.fullmatch(word.words.strip()) and self._is_hyphen(word):
            self.words.append(Word(True, ["-"], [around(word.boxes)]))
        elif not word.is_speck():
            self.words.append(word)

    def _is_hyphen(self, word: Word) -> bool:
        if not self.level or not self.size:
            return False
        box = around(word.boxes)
        low, high = (rise * self.size for rise in _RISE)
        flat = box.height < _FLAT * self.size and box.width < _WIDE * self.size
        return flat and box.width > box.height and low < self.level - box.middle[1] < high

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the line: a wide gap begins another."""
        held: list[Word] = []
        for word in self.words:
            if held and word.boxes[0].left - held[-1].boxes[-1].right > COLUMN * self.size:
                yield from self._piece(held)
                held = []
            held.append(word)
        yield from self._piece(held)

    def _piece(self, words: list[Word]) -> Iterator[Piece]:
        parts: list[str] = []
        boxes: list[tuple[int, int, Box]] = []
        marks: list[tuple[int, int]] = []
        at = 0
        for index, word in enumerate(words):
            after = words[index + 1] if index + 1 < len(words) else None
            shown, mark, behind = _split(word, after)
            whole = f"{shown}{mark}{behind}"
            if mark:
                marks.append((at + len(shown), at + len(shown) + len(mark)))
            boxes.append((at, at + len(whole), around(word.boxes)))
            parts.append(whole)
            at += len(whole) + 1
        text = " ".join(parts)
        if not _WORD.search(text):
            return
        box = around(box for _, _, box in boxes)
        if self.level:
            top, bottom = self.level - UP * self.size, self.level + DOWN * self.size
            box = Box(box.left, top, box.right, bottom)
        yield Piece(mended(text), box, self.size, marks=tuple(marks), boxes=tuple(boxes))


def _split(word: Word, after: Word | None) -> tuple[str, str, str]:
    """The word, the raised mark at its end and the signs that close it; a lone sign that is raised
    is a mark altogether."""
    signs, boxes = word.signs, word.boxes
    if len(signs) == 1 and after and _is_raised(boxes[0], after.boxes[0]):
        return "", raised_digit(signs[0]), ""
    last = len(signs) - 1
    while last > 1 and signs[last] in _CLOSING:
        last -= 1
    if last > 0 and _may_be_mark(signs[last], signs[last - 1]):
        mark = raised_digit(signs[last]) if _is_raised(boxes[last], boxes[last - 1]) else ""
        before = "".join(signs[:last])
        if mark and not is_power(before, mark):
            return repaired(before), mark, "".join(signs[last + 1 :])
    return repaired(word.words), "", ""


def _may_be_mark(sign: str, before: str) -> bool:
    """Whether a sign may be a raised mark: behind a letter marks of quotes are none."""
    if before.isdecimal() or before == ")":
        return sign not in _HYPHENS
    return before.isalpha() and (sign.isdecimal() or sign == "?")


def _is_raised(sign: Box, other: Box) -> bool:
    """Whether a sign is small and ends above the line that another stands on."""
    small = sign.height < _SMALL * other.height
    return small and other.bottom - sign.bottom > _ABOVE * other.height
