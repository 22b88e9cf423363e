"""Texts in which a blank line follows each line, whatever it holds (cách dòng).

Programs that turn a page into text write them so. A paragraph then ends where two blank lines
stand, or none tells; without the first of them the lines are those of any other text.
"""

from collections.abc import Sequence

from loaders.readers.line_ends import cuts_sentence
from loaders.readers.lines import BLANK, WORDS, Line
from loaders.readers.page_numbers import without_page_numbers

#: places where a blank line stands between two of words that tell the habit of a file
_MANY = 8
#: sentences cut by blank lines, one in so many of these places, where lines stand side by side too
_CUT = 4
#: the same where every second line is blank, and blank lines besides, one in so many lines
_CUT_OF_DOUBLED, _LEFT = 8, 16


def unspaced(lines: Sequence[Line]) -> list[Line]:
    """The lines, page numbers cut out, without the blank line that follows each, where one does."""
    cut_out = without_page_numbers(lines)
    whole, cut = _blanks_between(cut_out)
    if whole < _MANY:
        return cut_out
    if all(line.kind is BLANK for line in lines[1::2]):
        left = sum(line.kind is BLANK for line in lines[::2])
        doubled = left * _LEFT >= len(lines) or cut * _CUT_OF_DOUBLED > whole
        return unspaced(lines[::2]) if doubled else cut_out
    return _thinned(cut_out) if cut * _CUT > whole else cut_out


def _blanks_between(lines: Sequence[Line]) -> tuple[int, int]:
    """How often blank lines stand between two of words, and how often they cut a sentence."""
    whole = cut = 0
    previous: Line | None = None
    blank = False
    for line in lines:
        if line.kind is not WORDS:
            blank = line.kind is BLANK
            continue
        if previous is not None and blank:
            whole += 1
            cut += cuts_sentence(previous.strand.words, line.strand.words)
        previous, blank = line, False
    return whole, cut


def _thinned(lines: Sequence[Line]) -> list[Line]:
    """The lines without the first blank one behind each."""
    kept: list[Line] = []
    spaced = True
    for line in lines:
        if line.kind is not BLANK or spaced:
            kept.append(line)
        spaced = line.kind is BLANK
    return kept
