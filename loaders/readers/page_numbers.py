"""The numbers of pages among the lines of a text (số trang)."""

import re
from collections.abc import Sequence

from loaders.layout.words import is_number_due
from loaders.readers.lines import BAR, BLANK, CUT, Line

_NUMBER = re.compile(r"\d{1,4}\Z")


def without_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines, cut at the numbers of pages: bare, between blank lines, away from any table."""
    kept = list(lines)
    short = [i for i, line in enumerate(lines) if 0 < len(line.strand.words) <= 4]
    for index in short:
        line = lines[index]
        if not _NUMBER.match(line.strand.words):
            continue
        if _is_awaited(lines, index):
            continue
        before = lines[index - 1].kind if index else CUT
        after = lines[index + 1].kind if index + 1 < len(lines) else CUT
        loose = {BLANK, CUT}
        if BAR not in (before, after) and (before in loose or after in loose):
            kept[index] = Line(CUT, line.start, line.end)
    return kept


def _is_awaited(lines: Sequence[Line], index: int) -> bool:
    """Whether a bare number is the one that the words before it wait for: "… số" 412 "/BC-UB", and
    a year for "NĂM" in a title."""
    before = _words_from(lines, range(index - 1, -1, -1))
    if not is_number_due(before.lower(), lines[index].strand.words):
        return False
    after = _words_from(lines, range(index + 1, len(lines)))
    return bool(after) and not after[0].isdigit()


def _words_from(lines: Sequence[Line], order: range) -> str:
    """The next words in this order, across blank lines alone."""
    for at in order:
        if lines[at].kind is not BLANK:
            return lines[at].strand.words
    return ""
