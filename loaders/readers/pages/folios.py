"""What a page bears beside its text: running heads, page numbers, stamps, notes at its foot."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile

from loaders.layout.words import furniture
from loaders.readers.pages.page import Page, Piece, mark_said, may_be_mark

#: running heads and page numbers stand in these parts of the page's height
_HEAD, _FOOT = 0.09, 0.92
_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—.\s]*\Z")
#: words are neighbours on a line by these parts of their size
_LEVEL, _BLANKS = 0.1, 2.0
_NUMBER_BEFORE, _NUMBER_BEHIND = re.compile(r"\A\s*(?:\d{1,4}\s+)?"), re.compile(r"\s+\d{1,4}\Z")
_DIGITS = re.compile(r"\d+")
_ORNAMENT = re.compile(r"[-_=*~—–.…·\s]{3,}|[*_]+")
_RULED = re.compile(r"\s*[_.…\-–—=*]{5,}\s*\Z")
#: said in the same place on so many of pages near each other, or on all of a few, a line is a
#: running head; no sign of an item is longer
_OFTEN, _NEAR = 3, 6
_SIGN = 4
#: what matches no page number is no longer than this
_LONGEST = 160
#: the notes of a page are set smaller than its text
_SMALL = 0.93
_GLUED = re.compile(r"\d{1,2}(?=[^\W\d_]{2})")
_MARKED = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?(?:[.\s]|(?=[^\W\d_]))")


def without_folios(pages: Sequence[Page]) -> tuple[list[Page], list[tuple[int, Piece]]]:
    """The pages without what every page repeats, and each of these once, with its page."""
    running = _running(pages)
    bare: list[Page] = []
    repeated: dict[tuple[str, int], tuple[int, Piece]] = {}
    for page in pages:
        kept = []
        for piece in page.pieces:
            if _is_furniture(piece) or _is_number(page, piece) or not _is_on(page, piece):
                continue
            if _ORNAMENT.fullmatch(piece.words) and not _is_in_table(page, piece):
                continue
            if _is_edge(page, piece) and _key(page, piece) in running:
                repeated.setdefault(_key(page, piece), (page.number, piece))
            elif not piece.size:
                repeated.setdefault((_key(page, piece)[0], -1), (page.number, piece))
            else:
                kept.append(_unruled(piece))
        bare.append(replace(page, pieces=tuple(p for p in kept if p.words)))
    return bare, list(repeated.values())


def _running(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """What pages near each other say at an edge; the end of a sentence may stand there twice."""
    said: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, page in enumerate(pages):
        edge = (p for p in page.pieces if _is_edge(page, p) and not _is_sign(page, p))
        for key in {_key(page, piece) for piece in edge}:
            said[key].append(at)
    more = max(2, min(_OFTEN, len(pages))) - 1
    return {
        key
        for key, places in said.items()
        if any(last - first < _NEAR for first, last in zip(places, places[more:], strict=False))
    }


def _is_sign(page: Page, piece: Piece) -> bool:
    """Whether it is the sign of an item, which stands in a line with its words."""
    return len(piece.words) <= _SIGN and _has_neighbour(page, piece)


def _key(page: Page, piece: Piece) -> tuple[str, int]:
    """What a line says but for its numbers, and where down the page."""
    return _DIGITS.sub("#", piece.words), round(50 * piece.box.middle[1] / page.height)


def _is_edge(page: Page, piece: Piece) -> bool:
    _, top, _, bottom = piece.box
    inside = _HEAD < (top + bottom) / 2 / page.height < _FOOT
    return not inside and not _is_in_table(page, piece)


def _is_in_table(page: Page, piece: Piece) -> bool:
    return any(lattice.place_at(*piece.box.middle) is not None for lattice in page.lattices)


def _is_furniture(piece: Piece) -> bool:
    if len(piece.words) > _LONGEST:
        return False
    words = unicodedata.normalize("NFC", piece.words).rstrip()
    if words[:1].isdigit() or words[:1].isspace():
        words = _NUMBER_BEFORE.sub("", words, 1)
    if words[-1:].isdigit():
        words = _NUMBER_BEHIND.sub("", words)
    return furniture().match(words) is not None


def _is_number(page: Page, piece: Piece) -> bool:
    """Whether it is a page number; no word of a line has one for a neighbour (dòng giãn đều)."""
    if not (_NUMBER.match(piece.words) and _is_edge(page, piece)):
        return False
    return not _has_neighbour(page, piece)


def _has_neighbour(page: Page, piece: Piece) -> bool:
    line, near = piece.line, _LEVEL * piece.size
    level = (other for other in page.pieces if abs(line - other.line) < near)
    return any(_is_next(piece, other) for other in level if other is not piece)


def _is_next(piece: Piece, other: Piece) -> bool:
    """Whether a word on its level stands beside it: as large, a blank or two away."""
    gap = max(piece.box.left - other.box.right, other.box.left - piece.box.right)
    return gap < _BLANKS * piece.size and abs(piece.size - other.size) < 1


def _is_on(page: Page, piece: Piece) -> bool:
    """Whether it stands on the page at all, and not beyond its border."""
    left, top, right, bottom = piece.box
    return 0 <= (left + right) / 2 <= page.width and 0 <= (top + bottom) / 2 <= page.height


def _unruled(piece: Piece) -> Piece:
    """The piece without a line of underscores behind its words."""
    found = _RULED.search(piece.words) if "__" in piece.words else None
    return piece._replace(words=piece.words[: found.start()]) if found else piece


def body_size(pages: Sequence[Page]) -> float:
    """The height of the letters that most of the text is set in."""
    sizes: dict[float, int] = defaultdict(int)
    for page in pages:
        for piece in page.pieces:
            sizes[piece.size] += len(piece.words)
    half = sum(sizes.values()) / 2
    for size in sorted(sizes):
        half -= sizes[size]
        if half <= 0:
            return size
    return 0.0


def bracketed(pages: Sequence[Page], size: float) -> frozenset[str]:
    """The marks in brackets on all pages: a printed page of the web has its notes at its end."""
    small = (p.words for page in pages for p in page.pieces if p.size < _SMALL * size)
    marks = (p.words[a:b] for page in pages for p in page.pieces for a, b in p.marks)
    return frozenset(m for m in (*small, *marks) if m.startswith("[") and may_be_mark(m))


def notes_of(lines: Sequence[Piece], size: float, page: Page, marks: Set[str]) -> int:
    """How many lines at the end of a page are its notes; ``marks``: those in brackets on all pages
    (chú thích chân trang)."""
    raised = next((i for i, p in enumerate(lines) if p.marks and p.marks[0][0] == 0), None)
    if raised is not None and all(piece.size <= 1.02 * size for piece in lines[raised:]):
        return len(lines) - raised
    small = list(takewhile(lambda piece: piece.size < _SMALL * size, reversed(lines)))
    here = {mark_said(p.words[a:b]) for p in page.pieces for a, b in p.marks}  # in its tables too
    for count in range(len(small), 0, -1):
        first = small[count - 1]
        mark = mark_of(first)
        if mark and (first.marks[:1] == ((0, len(mark)),) or _is_told(mark, here)):
            return count
    return _plain_notes(lines, page, marks)


def _is_told(mark: str, marks: Set[str]) -> bool:
    """Whether a note's mark was seen in the text, or that of the note below it: of a scan, the
    raised mark behind a year may be read as its last digit."""
    return mark in marks or (mark.isdecimal() and str(int(mark) + 1) in marks)


def _plain_notes(lines: Sequence[Piece], page: Page, marks: Set[str]) -> int:
    """As ``notes_of`` where notes are set like the text: their marks stand at their first word, or
    in brackets before it."""
    raised = {piece.words[a:b] for piece in page.pieces for a, b in piece.marks}
    for index, line in enumerate(lines if raised or marks else ()):
        if marks and line.words.split(" ", 1)[0] in marks:
            return len(lines) - index
        glued = _GLUED.match(line.words)
        if glued and glued.group() in raised:
            return len(lines) - index
    return 0


def mark_of(piece: Piece) -> str:
    """The mark a line begins with as a note, empty where it begins none."""
    if piece.marks and piece.marks[0][0] == 0:
        return mark_said(piece.words[: piece.marks[0][1]])
    found = _MARKED.match(piece.words)
    return found.group(1) if found else ""
