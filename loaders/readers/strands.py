"""``Strand``: clean characters that remember where in the original each run of them stood.

Cleaning is one pass over a stretch of the original: NFC, Ð → Đ, NBSP → blank, zero-width signs
gone, runs of white space one blank, typographic hyphens plain, as dashes inside a symbol. Markup
goes in the same pass when the reader names it (``loaders.readers.markup``).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct

Run: TypeAlias = tuple[int, int, int]  # (at, origin, length): as Segment, relative to the strand
Edit: TypeAlias = tuple[int, int, str]  # original[start:end] becomes these characters


class Strand(Struct, frozen=True, gc=False):
    """Clean characters and the runs that lead back to the original (đoạn chữ có dấu vết gốc)."""

    words: str
    runs: tuple[Run, ...]
    notes: tuple[tuple[int, str], ...] = ()  # footnote marks: (before words[at], mark)

    def part(self, start: int, end: int) -> "Strand":
        """The strand of ``words[start:end]``."""
        runs = []
        for at, origin, length in self.runs:
            first, last = max(at, start), min(at + length, end)
            if first < last:
                runs.append((first - start, origin + first - at, last - first))
        notes = tuple((at - start, mark) for at, mark in self.notes if start <= at <= end)
        return Strand(self.words[start:end], tuple(runs), notes)

    def noted(self, marks: Iterable[tuple[int, str]]) -> "Strand":
        """The strand with footnote marks: (where it ends in the original, mark), in order."""
        notes, index = list(self.notes), 0
        for origin, mark in marks:
            while index < len(self.runs) and sum(self.runs[index][1:]) <= origin:
                index += 1
            place = len(self.words)
            if index < len(self.runs):
                at, start, _ = self.runs[index]
                place = at + max(0, origin - start)
            while place and self.words[place - 1].isspace():
                place -= 1
            notes.append((place, mark))
        return Strand(self.words, self.runs, tuple(notes))

    def moved(self, by: int) -> "Strand":
        """The strand of characters that stand so many further on in the original."""
        if len(self.runs) == 1:  # as most have
            ((at, origin, length),) = self.runs
            return Strand(self.words, ((at, origin + by, length),), self.notes)
        runs = [(at, origin + by, length) for at, origin, length in self.runs]
        return Strand(self.words, tuple(runs), self.notes)

    @property
    def stripped(self) -> "Strand":
        """The strand without white space at its ends."""
        if self.words == self.words.strip():
            return self
        start = len(self.words) - len(self.words.lstrip())
        return self.part(start, len(self.words.rstrip()))


EMPTY = Strand("", ())
#: the same, in a place that the cell above reaches over; told by identity
COVERED = Strand("", ())

#: characters that stand for another one, one for one
TRANSLATED = {0xD0: "Đ", 0xF0: "đ", 0xA0: " ", 0x9: " ", 0xB: " ", 0xC: " ", 0xD: " ", 0xA: " "}
TRANSLATED |= {0x2044: "/", 0x2215: "/", 0x2010: "-", 0x2011: "-"}
TRANSLATED |= dict.fromkeys((0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x202F, 0x3000), " ")
#: signs of items as the fonts of pictures of Word have them, where no letter has its place
SIGNS_OF_FONTS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF06E), "•")
SIGNS_OF_FONTS |= {0xF02D: "-", 0xF02B: "+", 0xF0FC: "✓"}
TRANSLATED |= SIGNS_OF_FONTS
_ODD = re.compile(f"[{''.join(map(chr, TRANSLATED))}]")
_HIDDEN = re.compile("[\xad\u200b-\u200f\u2060\ufeff\ufffe\x00-\x08\x0e-\x1f\x7f]+")
_HYPHEN = re.compile(
    "[\u2012-\u2015](?:(?<=[0-9A-ZĐ].)(?=[0-9A-ZĐ])|(?<=[0-9]{4}\u2013)(?=[0-9]{4}))"
)
_BLANK = "[ \t\v\f\r\n\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000]"
_BLANKS = re.compile(f"{_BLANK}{_BLANK}+")
#: the signs that cleaning is for, as they stand in a set of a pattern
NEEDY = (
    "\x00-\x1f\x7f\xa0\xadÐð\u0300-\u036f\u2000-\u200f\u2010-\u2015\u202f\u2044\u2060\u2215"
    "\u3000\uf02b-\uf0fc\ufeff\ufffe"
)
_NEEDY = re.compile(f"[{NEEDY}]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


def clean(
    original: str,
    start: int,
    end: int,
    edits: Callable[[str], Sequence[Edit]] | None = None,
) -> Strand:
    """The clean strand of ``original[start:end]``; ``edits`` says which stretches are markup."""
    raw = original[start:end]
    tidy = "  " not in raw and not _NEEDY.search(raw)
    if edits is None:
        if tidy:
            return as_it_stands(raw, start)
        changes: Sequence[Edit] = _changes(raw)
    else:
        changes = edits(raw) if tidy else _merged(_changes(raw), edits(raw))
    words, runs = _apply(raw, start, changes)
    return Strand(_plain(words), runs).stripped


def as_it_stands(raw: str, start: int) -> Strand:
    """The strand of words that need no cleaning but at their ends (chữ đã sạch)."""
    words = raw.strip()
    return Strand(words, ((0, start + raw.index(words), len(words)),)) if words else EMPTY


def joined(strands: Iterable[Strand], glue: str = " ") -> Strand:
    """Strands one after the other with ``glue`` between; empty ones are left out."""
    pieces: list[str] = []
    runs: list[Run] = []
    notes: list[tuple[int, str]] = []
    at = begin = begin_origin = size = end_origin = 0
    end = -2
    for strand in strands:
        if not strand.words:
            notes += [(at, mark) for _, mark in strand.notes]
            continue
        if pieces and glue:
            pieces.append(glue)
            at += len(glue)
        for first, origin, length in strand.runs:
            gap = at + first - end
            if gap <= 1 and origin - end_origin == gap:  # it goes on where the last run stopped
                size += gap + length
            else:
                if size:
                    runs.append((begin, begin_origin, size))
                begin, begin_origin, size = at + first, origin, length
            end, end_origin = begin + size, origin + length
        if strand.notes:
            notes += [(at + place, mark) for place, mark in strand.notes]
        pieces.append(strand.words)
        at += len(strand.words)
    if size:
        runs.append((begin, begin_origin, size))
    return Strand("".join(pieces), tuple(runs), tuple(notes))


def _append(runs: list[Run], run: Run) -> None:
    """Add a run; one that goes on where the last stopped, across one blank at most, prolongs it."""
    if runs:
        at, origin, length = runs[-1]
        gap = run[0] - at - length
        if gap <= 1 and run[1] - origin - length == gap:
            runs[-1] = (at, origin, run[0] + run[2] - at)
            return
    runs.append(run)


def _changes(raw: str) -> list[Edit]:
    """Where characters go or come together: hidden signs, runs of blanks, decomposed letters."""
    changes: list[Edit] = [(m.start(), m.end(), " ") for m in _BLANKS.finditer(raw)]
    if not raw.isascii():
        hidden = [(m.start(), m.end(), "") for m in _HIDDEN.finditer(raw)]
        changes = _merged(changes, hidden) if hidden else changes
        if not unicodedata.is_normalized("NFC", raw):
            changes = _merged(changes, _compositions(raw))
    return changes


def _compositions(raw: str) -> list[Edit]:
    found = []
    for match in _CLUSTER.finditer(raw):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            found.append((match.start(), match.end(), composed))
    return found


def _merged(changes: Sequence[Edit], others: Sequence[Edit]) -> list[Edit]:
    """Both lists in order, the later of two that overlap left out."""
    if not others:
        return list(changes)
    kept: list[Edit] = []
    for edit in sorted([*changes, *others]):
        if kept and edit[0] < kept[-1][1]:
            continue
        kept.append(edit)
    return kept


def _apply(raw: str, start: int, changes: Sequence[Edit]) -> tuple[str, tuple[Run, ...]]:
    if not changes:
        return raw, ((0, start, len(raw)),) if raw else ()
    pieces: list[str] = []
    runs: list[Run] = []
    at = position = 0
    blank = False
    for first, last, words in (*changes, (len(raw), len(raw), "")):
        for piece, origin in ((raw[position:first], position), (words, first)):
            if blank and piece[:1].isspace():
                piece, origin = piece[1:], origin + 1
            if piece:
                pieces.append(piece)
                _append(runs, (at, start + origin, min(len(piece), max(last - origin, 1))))
                at += len(piece)
                blank = piece[-1].isspace()
        position = last
    return "".join(pieces), tuple(runs)


def _plain(words: str) -> str:
    """One sign for one sign: Ð, NBSP, tabs, typographic hyphens, and dashes inside a symbol."""
    if _ODD.search(words):
        words = words.translate(TRANSLATED)
    if not words.isascii():
        words = _HYPHEN.sub("-", words)
    return words
