"""Lines back to paragraphs (nối dòng): what the page width, a page break or a footnote cut.

A line goes on in the next one unless the next opens something (a list item, an article, a label, a
title in capitals) or the line could have held more and did not.
"""

from collections.abc import Sequence
from itertools import pairwise

from loaders.readers.drafts import Draft
from loaders.readers.going_on import goes_on
from loaders.readers.line_ends import cuts_symbol, cuts_word
from loaders.readers.lines import BLANK, CUT, WORDS, Line
from loaders.readers.manners import Manner
from loaders.readers.strands import Strand, joined
from loaders.text import FOOTNOTE, HEADING, PARAGRAPH


def reflow(lines: Sequence[Line], manner: Manner) -> list[Draft]:
    """The paragraphs, headings and footnotes of these lines."""
    drafts: list[Draft] = []
    notes: list[Draft] = []
    held: list[Line] = []
    gap = 0
    for line in _without_notes(lines, notes):
        if line.kind is BLANK:
            gap += 1
        elif line.kind is not WORDS:
            gap += 100
        else:
            if held and not goes_on(held, line, gap, manner):
                drafts.append(_paragraph(held))
                held = []
            held.append(line)
            gap = 0
    if held:
        drafts.append(_paragraph(held))
    return drafts + notes


def _without_notes(lines: Sequence[Line], notes: list[Draft]) -> list[Line]:
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
