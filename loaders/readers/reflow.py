"""Lines back to paragraphs (nối dòng): what the page width, a page break or a footnote cut.

A line goes on in the next one unless the next opens something (a list item, an article, a label, a
title in capitals) or the line could have held more and did not.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.layout.markers import Style, read_marker
from loaders.layout.thethuc import decides, is_officer
from loaders.layout.words import (
    is_bound,
    is_bound_to,
    is_cut_at_hyphen,
    is_number_due,
    starters,
    takes_number,
)
from loaders.readers.drafts import Draft
from loaders.readers.line_ends import (
    begins_inside,
    counts_on,
    cuts_span,
    cuts_symbol,
    cuts_word,
    is_closed,
    is_marker_alone,
    is_open,
    is_open_basis,
    is_title,
    is_torn,
    is_within,
    is_years,
    runs_on,
)
from loaders.readers.lines import BLANK, CUT, WORDS, Line
from loaders.readers.strands import Strand, joined
from loaders.text import FOOTNOTE, HEADING, PARAGRAPH

_SYMBOL = re.compile(r"[-/][A-ZĐ]{1,6}[-/][A-ZĐ]")
_DATELINE = re.compile(r"[A-ZĐ][^,.;:]{1,40}, (?:ngày|Ngày)\b")
#: when a page was put online: "23/11/2022 - 10:33"
_ONLINE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W{1,4}\d{1,2}[:h]\d{2}(?!\w)")
_ABOUT = ("VỀ ", "V/V ", "BAN HÀNH ", "QUY ĐỊNH ")
#: a document by its number: "Thông tư số 5/2022/TT-BYT"
_NUMBERED = re.compile(r"[A-ZĐ][\w ]{2,30} số \d")
#: lines narrower than this do not tell a full line from a short one
_NARROW = 60
#: no line is wider, and none that is full so much wider than the others
_WIDEST, _BEYOND = 160, 1.4
#: a paragraph as long as this that stops after a comma goes on
_OPEN_LIST = 30
_SMALL_LISTS = {Style.DASH, Style.PLUS}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file breaks its lines: ``width`` of a full line."""

    width: int
    airy: bool  # marked up, so paragraphs stand apart by blank lines and first lines are short


def manner_of(lines: Sequence[Line]) -> Manner:
    """How these lines were broken, by the lines themselves."""
    words = [line for line in lines if line.kind is WORDS]
    lengths = sorted(len(line.strand.words) for line in words)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    if _are_whole(lengths, width):
        width = _WIDEST
    blanks = [line.kind for line in lines].count(BLANK)
    airy = blanks * 4 >= len(words) and any(line.emphasis or line.unclosed for line in words)
    return Manner(min(width, _WIDEST), airy)


def _are_whole(lengths: Sequence[int], width: int) -> bool:
    """Whether lines are paragraphs: more are longer than any full line than are about full.

    ``lengths``: in order.
    """
    full = bisect_right(lengths, 1.1 * width) - bisect_left(lengths, 0.8 * width)
    return len(lengths) - bisect_right(lengths, _BEYOND * width) > full


def reflow(lines: Sequence[Line], manner: Manner) -> list[Draft]:
    """The paragraphs, headings and footnotes of these lines."""
    drafts: list[Draft] = []
    notes: list[Draft] = []
    held: list[Line] = []
    gap = 0
    for line in _without_notes(lines, manner, notes):
        if line.kind is BLANK:
            gap += 1
        elif line.kind is not WORDS:
            gap += 100
        else:
            if held and not _goes_on(held, line, gap, manner):
                drafts.append(_paragraph(held))
                held = []
            held.append(line)
            gap = 0
    if held:
        drafts.append(_paragraph(held))
    return drafts + notes


def _without_notes(lines: Sequence[Line], manner: Manner, notes: list[Draft]) -> list[Line]:
    """The lines with footnotes lifted out; a cut stands where each was."""
    if not any(line.mark for line in lines):
        return list(lines)
    kept: list[Line] = []
    note: list[Line] = []
    for line in lines:
        if line.mark or (note and line.kind is not WORDS):
            if note:
                notes.append(_paragraph(note))
            note = [line] if line.mark else []
            kept.append(Line(CUT, line.start, line.end))
        elif note:
            note.append(line)
        else:
            kept.append(line)
    if note:
        notes.append(_paragraph(note))
    return kept


def _paragraph(lines: Sequence[Line]) -> Draft:
    first = lines[0]
    strand, bold = first.strand, first.emphasis
    if len(lines) > 1:
        strand = sewn([line.strand for line in lines])
        bold = bold and all(line.emphasis for line in lines)
    kind = HEADING if first.level else PARAGRAPH
    if first.mark:
        kind = FOOTNOTE
    return Draft(strand, kind, first.level, first.mark, emphasis=bold)


def sewn(strands: Sequence[Strand]) -> Strand:
    """Lines in one: a blank between them, none inside a symbol ("NĐ-" + "CP") or a word."""
    groups: list[list[Strand]] = [[strands[0]]]
    for before, strand in pairwise(strands):
        if cuts_symbol(before.words, strand.words) or cuts_word(before.words, strand.words):
            groups[-1].append(strand)
        else:
            groups.append([strand])
    if len(groups) == len(strands):
        return joined(strands)
    return joined(joined(group, "") if len(group) > 1 else group[0] for group in groups)


def _goes_on(held: Sequence[Line], line: Line, gap: int, manner: Manner) -> bool:
    """Whether ``line`` continues the paragraph of ``held``; ``gap``: blank lines, 100 for a cut."""
    if line.level or held[0].level:
        return False
    previous = held[-1]
    before, after = previous.strand.words, line.strand.words
    if gap:
        return before[-1] not in ".;:" and _goes_on_after_gap(held, line, gap, manner)
    if previous.emphasis == line.emphasis and runs_on(before, after):
        return True
    last = before[-1]
    if cuts_symbol(before, after) or is_marker_alone(before):
        return True
    if (last.isdigit() and cuts_span(before, after)) or cuts_word(before, after):
        return True
    if held[-1].unclosed and is_open(before) and not starters().match(after):
        return read_marker(after) is None or is_number_due(before, after)
    if is_cut_at_hyphen(before, after):
        return True
    if is_open_basis(held[0].strand.words, before, after):
        return True
    if begins_inside(after):
        return _is_carried(held, line)
    if after[0] == "(" and counts_on(" ".join(line.strand.words for line in held), after):
        return True
    full = _is_full(held[-1], after, manner)
    if _opens(before, after, full=full) or is_closed(held[0].strand.words, before):
        return False
    if not is_open(before):
        cut = full and not _fits(held[-1], after, manner)
        ends = ".;:" if previous.full else ".;"  # the page shows that the next word had no room
        return is_within(after) or (cut and after[:1].isalnum() and last in ends)
    if is_title(before) and is_title(after):
        return _is_one_title(held[-1], line, full=full)
    return _is_same_kind(held[-1], line) and (
        full or manner.airy or is_within(after) or is_bound_to(before, after) or _names_more(held)
    )


def _is_carried(held: Sequence[Line], line: Line) -> bool:
    """Whether a line that begins inside a sentence goes on the one before."""
    before = held[-1].strand.words
    if is_closed(held[0].strand.words, before):
        return False
    return not is_open(before) or _is_same_kind(held[-1], line)


def _is_full(before: Line, after: str, manner: Manner) -> bool:
    """Whether a line had no room for the next word."""
    if before.full is not None:
        return before.full
    if manner.width < _NARROW:
        return False
    room = len(before.strand.words) + len(after.split(" ", 1)[0]) + 1
    return room > manner.width * 0.86


def _fits(before: Line, after: str, manner: Manner) -> bool:
    """Whether the next word would have had room, so that the paragraph ended on purpose."""
    room = len(before.strand.words) + len(after.split(" ", 1)[0]) + 1
    return before.full is None and room <= manner.width


def _names_more(held: Sequence[Line]) -> bool:
    """Whether a paragraph stops after a comma: the next line names another unit."""
    words = held[-1].strand.words
    return words[-1] == "," and sum(len(line.strand.words) for line in held) >= _OPEN_LIST


def _goes_on_after_gap(held: Sequence[Line], line: Line, gap: int, manner: Manner) -> bool:
    """Across blank lines, page breaks and lifted footnotes only an open sentence goes on."""
    before, after = held[-1].strand.words, line.strand.words
    if gap < 100 and _goes_on_with_number(held, before, after):
        return True
    if not is_open(before) or len(before) < 30 or before.isupper():
        return False
    if cuts_symbol(before, after):
        return True
    if read_marker(after) or starters().match(after) or line.emphasis != held[-1].emphasis:
        return False
    if gap >= 100:
        within = is_within(after) or after[:1] in '(“"'
        return within or _is_cut_by_page(held, after, manner)
    return after[:1].islower() or (is_bound(before) and _NUMBERED.match(after) is not None)


def _is_cut_by_page(held: Sequence[Line], after: str, manner: Manner) -> bool:
    """Whether a page ended inside a sentence, though a name in capitals begins the next one."""
    several = len(held) > 1 and not is_title(after)
    return several and _is_full(held[-1], after, manner) and len(after) >= _NARROW


def _goes_on_with_number(held: Sequence[Line], before: str, after: str) -> bool:
    """Whether a page sets a number on a line of its own: "… số", "412", "/BC-UB ngày", "03"."""
    if takes_number(before):
        return after[0].isdigit()
    if not before.isdigit() or len(held) < 2:
        return False
    return after[0].islower() or _SYMBOL.match(after) is not None


def _opens(before: str, after: str, *, full: bool) -> bool:
    """Whether ``after`` begins something of its own."""
    if starters().match(after) or _ONLINE.match(after):
        return True
    if len(before) < 60 and _DATELINE.match(after):
        return True
    marker = read_marker(after)
    if marker is None:
        return False
    if marker.style in _SMALL_LISTS:
        return not (full and is_open(before))
    return not is_number_due(before, after)


def _is_one_title(before: Line, after: Line, *, full: bool) -> bool:
    """Whether two lines in capitals are one title; letterheads and who signs stand apart."""
    words = before.strand.words
    apart = before.emphasis != after.emphasis and not before.unclosed
    if apart or (is_officer(words) and is_officer(after.strand.words)):
        return False
    if not full and not is_bound(words.lower()) and decides(after.strand.words, alone=False):
        return False
    if words.startswith(_ABOUT):
        return True
    return full or len(words) > 40 or is_bound(words.lower()) or is_torn(words)


def _is_same_kind(before: Line, after: Line) -> bool:
    """Titles in capitals do not run into what follows, nor bold into plain; years suit both."""
    goes_on = is_within(after.strand.words)
    if before.emphasis == after.emphasis and is_years(after.strand.words):
        return True
    if is_title(before.strand.words) != is_title(after.strand.words):
        return not is_title(before.strand.words) and goes_on
    if before.emphasis != after.emphasis:
        return goes_on and not before.emphasis
    return True
