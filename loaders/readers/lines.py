"""A decoded text file as clean lines: what each is, and what its markup said."""

import re
import unicodedata
from collections.abc import Container, Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from loaders.layout.words import furniture, furniture_start
from loaders.readers.markup import ODD, SIGNS, edits, emphasis, has_letters, note_marks
from loaders.readers.strands import EMPTY, Edit, Strand, as_it_stands, clean


class LineKind(StrEnum):
    """What a line is."""

    WORDS = "words"
    BLANK = "blank"
    CUT = "cut"  # page break, page number, running head, ruled line
    BAR = "bar"  # "|" alone: the border of a cell


#: asked for by name an Enum is slow, and each line is asked what it is many times
WORDS, BLANK, CUT, BAR = LineKind


class Line(Struct, frozen=True, gc=False):
    """A line: ``original[start:end]``, its clean words, and what its markup said of them."""

    kind: LineKind
    start: int
    end: int
    strand: Strand = EMPTY
    level: int = 0  # md heading level
    emphasis: bool = False  # all of it bold or italic
    unclosed: bool = False  # its bold or italics go on in the next line
    mark: str = ""  # the footnote mark it begins with
    full: bool | None = None  # whether it reaches the margin, where the reader saw the page
    halves: tuple[Strand, Strand] | None = None  # before and behind its tabs, in Word


_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:[A-Za-z_][\w-]*:[^\n]*\n|[ \t]+[^\n]*\n|\r?\n){1,60}"
    r"---[ \t]*(?:\r?\n|$)"
)
_EMPTY = frozenset({"** **", "* *", "**", "\\"})
_RULE_START = r"(?:\\?[-_=*~—–.…][ \t]*+){3}"
_RULE = re.compile(rf"(?:{_RULE_START})(?:\\?[-_=*~—–.…][ \t]*+)*+\\?\Z")
#: what stands around a line and is no part of it
_MARGIN = " \t\r\f\v\xa0\ufeff\u200b"
#: a ruled line between the words of a letterhead
_RULED = re.compile(r"\w\s*-{5,}\s*(?:Số|SỐ|\|)|-{5,}\s*\|?\s*CỘNG H")
_RULE_OR_BAR = re.compile(r"\s*(?:-{5,}|\||(?=Độc lập -))\s*")
_HEADING = re.compile(r"(#{1,6})(?:[ \t\xa0]+|$)")
_BULLET = re.compile(r"\*[ \t]+(?=[^*\s])")
#: a parenthesis in italics, over a few lines: "* (Có" / "Phụ lục đính kèm)*"
_ASIDE = re.compile(r"\*[ \t]+\([^()\n]{0,200}(?:\n[^()\n]{1,200}){0,3}\)\*(?!\*)")
#: a message that quotes another sets its sign before each line, as many in a row as this at least
_QUOTED = 3
_QUOTE = re.compile(r"^>(?:[> ]*>)?[ \t]?", re.MULTILINE)
_QUOTES = re.compile(rf"(?:^>[^\n]*+(?:\n|\Z)){{{_QUOTED},}}+", re.MULTILINE)
_NOTE = re.compile(r"<sup[^<>]{0,60}>\s*[\[(]?(\d{1,3}|\*{1,3})[\])]?\s*</sup>|\[(\d{1,3})\](?=\s)")


def read_lines(original: str) -> list[Line]:
    """The lines of a text or markdown file (các dòng), front matter left out."""
    return list(_lines(original))


def _lines(original: str) -> Iterator[Line]:
    front = _FRONT_MATTER.match(original)
    at = front.end() if front else 0
    opened = False
    paged = "\f" in original
    doubtful = _doubtful(original, at)
    quoted = _quoted(original)
    for raw in original[at:].split("\n"):
        if at in quoted and (sign := _QUOTE.match(raw)):
            at, raw = at + sign.end(), raw[sign.end() :]
        if paged and "\f" in raw:
            yield Line(CUT, at, at)
        bare = raw.strip(_MARGIN)
        end = at + len(raw)
        if "-----" in bare and _RULED.search(bare):  # a letterhead that a page set in one line
            yield from _parts(original, at, raw)
            at, opened = end + 1, False
            continue
        if not bare:
            line = Line(BLANK, at, end)
            opened = False
        elif at in doubtful or "  " in bare:
            line = _line(original, at, raw, opened=opened)
            opened = line.unclosed
        elif ODD.search(bare):
            line = _starred(at, raw, bare, opened=opened) or _line(original, at, raw, opened=opened)
            opened = line.unclosed
        else:
            strand = Strand(bare, ((0, at + raw.index(bare), len(bare)),))
            line = Line(WORDS, at, end, strand, 0, opened, opened)
        yield line
        at = end + 1


def _quoted(original: str) -> Container[int]:
    """Where the lines begin that a message quotes, each behind ">" (dòng trích trong thư)."""
    if original.count("\n>") < _QUOTED:
        return ()
    return {
        line.start()
        for run in _QUOTES.finditer(original)
        for line in _QUOTE.finditer(original, *run.span())
    }


def _doubtful(original: str, at: int) -> Container[int]:
    """Where the lines begin that may be no words, for all that their signs tell."""
    if not unicodedata.is_normalized("NFC", original):
        return range(len(original))
    return {at, *(match.start() + 1 for match in _cut_starts().finditer(original, at))}


@cache
def _cut_starts() -> re.Pattern[str]:
    return re.compile(rf"\n[{_MARGIN}]*+(?=\||{_RULE_START}|{furniture_start()})")


def _starred(at: int, raw: str, bare: str, *, opened: bool) -> Line | None:
    """A line whose only markup are asterisks at its ends, as most have; None for others."""
    words = bare.strip("*")
    if not words or ODD.search(words) or (words[0] == " " and bare[1] != "*"):
        return None
    first, last = bare[0] == "*", bare[-1] == "*"
    inside = opened != first
    strand = as_it_stands(words, at + raw.index(words))
    lettered = has_letters(words)
    return (
        Line(WORDS, at, at + len(raw), strand, 0, inside and lettered, inside != last)
        if strand.words
        else None
    )


def _line(original: str, at: int, raw: str, *, opened: bool) -> Line:
    end = at + len(raw)
    bare = raw.strip(_MARGIN)
    if not bare or bare in _EMPTY:
        return Line(BLANK, at, end)
    if bare == "|":
        return Line(BAR, at, end)
    if _is_cut(bare):
        return Line(CUT, at, end)
    if SIGNS.search(bare):
        return _marked(original, at, raw, opened=opened)
    strand = clean(original, at, end)
    kind = WORDS if strand.words else BLANK
    return Line(kind, at, end, strand, 0, opened, opened)


def _is_cut(bare: str) -> bool:
    if bare[0] in "-_=*~—–.…\\" and _RULE.match(bare) and not bare.startswith("..."):
        return True
    if len(bare) >= 120:
        return False
    return furniture().match(unicodedata.normalize("NFC", bare)) is not None


def _marked(original: str, at: int, raw: str, *, opened: bool) -> Line:
    """A line with markup signs."""
    first = at + len(raw) - len(raw.lstrip())
    end = at + len(raw.rstrip())
    level, mark = 0, ""
    heading = _HEADING.match(original, first, end)
    if heading:
        first, level = heading.end(), len(heading.group(1))
    note = _NOTE.match(original, first, end)
    if note:
        first, mark = note.end(), note.group(1) or note.group(2)
    body = original[first:end]
    bullet = not opened and _BULLET.match(body) and not _ASIDE.match(original, first)
    look = emphasis(body[1:] if bullet else body, opened=opened)
    strand = clean(original, first, end, _bulleted if bullet else edits)
    marks = note_marks(body)
    if marks:
        strand = strand.noted((first + offset, sign) for offset, sign in marks)
    if not strand.words:
        return Line(BLANK, at, end, unclosed=look.open and not opened and body != "*")
    return Line(WORDS, at, end, strand, level, look.whole, look.open, mark)


def _bulleted(raw: str) -> list[Edit]:
    """The edits of a line whose first asterisk is the sign of a list item."""
    return [(0, 1, "-"), *(edit for edit in edits(raw) if edit[0])]


def clean_line(original: str, start: int, end: int) -> Line:
    """A stretch of a line as a line of its own (một phần dòng)."""
    return _line(original, start, original[start:end], opened=False)


def _parts(original: str, at: int, raw: str) -> Iterator[Line]:
    """The lines of a letterhead in one line, between its ruled lines and the bars of its cells."""
    start = 0
    for sign in _RULE_OR_BAR.finditer(raw):
        yield _line(original, at + start, raw[start : sign.start()], opened=False)
        start = sign.end()
    yield _line(original, at + start, raw[start:], opened=False)
