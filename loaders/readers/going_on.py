"""Whether a line goes on the paragraph above it (dòng nối tiếp đoạn).

Asked in this order: what was cut inside a word or symbol, what an open sign or a basis still waits
for, what begins something of its own, and whether the line above had no room for the next word.
"""

import re
from collections.abc import Sequence

from loaders.layout.letters import UPPER
from loaders.layout.markers import Style, read_marker
from loaders.layout.signing import (
    decides,
    is_officer,
)
from loaders.layout.words import (
    is_bound,
    is_bound_to,
    is_cut_at_hyphen,
    is_number_due,
    starters,
    takes_number,
)
from loaders.readers.line_ends import (
    begins_inside,
    counts_on,
    cuts_provision,
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
from loaders.readers.lines import Line
from loaders.readers.manners import Manner

_SYMBOL = re.compile(r"[-/][A-ZĐ]{1,6}[-/][A-ZĐ]")
_DATELINE = re.compile(r"[A-ZĐ][^,.;:]{1,40}, (?:ngày|Ngày)\b")
#: when a page was put online: "23/11/2022 - 10:33"
_ONLINE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W{1,4}\d{1,2}[:h]\d{2}(?!\w)")
#: a page's number glued to its first line
_PAGED = re.compile(rf"Trang \d{{1,4}}(?=[{UPPER}]{{2}})")
_ABOUT = ("VỀ ", "V/V ", "BAN HÀNH ", "QUY ĐỊNH ")
#: a document by its number: "Thông tư số 5/2022/TT-BYT"
_NUMBERED = re.compile(r"[A-ZĐ][\w ]{2,30} số \d")
#: lines narrower than this do not tell a full line from a short one
_NARROW = 60
#: no page breaks a line that is longer than this: it is a whole paragraph
_WHOLE = 140
#: a line in capitals is full with this part of the letters of another
_CAPITALS = 0.6
#: a paragraph as long as this that stops after a comma goes on
_OPEN_LIST = 30
_SMALL_LISTS = {Style.DASH, Style.PLUS}


def goes_on(held: Sequence[Line], line: Line, gap: int, manner: Manner) -> bool:
    """Whether ``line`` continues the paragraph of ``held``; ``gap``: blank lines, 100 for a cut."""
    if line.level or held[0].level:
        return False
    previous = held[-1]
    before, after = previous.strand.words, line.strand.words
    if gap:
        return before[-1] not in ".;:" and _goes_on_after_gap(held, line, gap, manner)
    if previous.emphasis == line.emphasis and runs_on(before, after):
        return True
    if _is_cut(before, after):
        return True
    if previous.unclosed and is_open(before) and not starters().match(after):
        return read_marker(after) is None or is_number_due(before, after)
    if is_cut_at_hyphen(before, after) or is_open_basis(held[0].strand.words, before, after):
        return True
    if begins_inside(after):
        return _is_carried(held, line)
    if after[0] == "(" and counts_on(" ".join(line.strand.words for line in held), after):
        return True
    return _is_same_paragraph(held, line, manner)


def _is_cut(before: str, after: str) -> bool:
    """Whether the line ended inside a symbol, a marker, a provision, a span of years or a word."""
    if cuts_symbol(before, after) or is_marker_alone(before) or cuts_provision(before, after):
        return True
    return (before[-1].isdigit() and cuts_span(before, after)) or cuts_word(before, after)


def _is_same_paragraph(held: Sequence[Line], line: Line, manner: Manner) -> bool:
    """Whether nothing of its own begins in a line, and the one before had no room for more."""
    previous = held[-1]
    before, after = previous.strand.words, line.strand.words
    full = _is_full(previous, after, manner)
    if _opens(before, after, full=full) or is_closed(held[0].strand.words, before):
        return False
    if not is_open(before):
        cut = full and previous.emphasis == line.emphasis and not _fits(previous, after, manner)
        ends = ".;:" if previous.full else ".;"  # the page shows that the next word had no room
        return is_within(after) or (cut and after[:1].isalnum() and before[-1] in ends)
    if is_title(before) and is_title(after):
        return _is_one_title(previous, line, full=full)
    return _is_same_kind(previous, line) and (
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
    long = len(before.strand.words)
    room = long + len(after.split(" ", 1)[0]) + 1
    return before.full is None and (room <= manner.width or long > _WHOLE)


def _names_more(held: Sequence[Line]) -> bool:
    """Whether a paragraph stops after a comma: the next line names another unit."""
    words = held[-1].strand.words
    return words[-1] == "," and sum(len(line.strand.words) for line in held) >= _OPEN_LIST


def _goes_on_after_gap(held: Sequence[Line], line: Line, gap: int, manner: Manner) -> bool:
    """Across blank lines, page breaks and lifted footnotes only an open sentence goes on."""
    before, after = held[-1].strand.words, line.strand.words
    if gap < 100 and _goes_on_with_number(held, before, after):
        return True
    if gap >= 100 and _is_heading_cut(held, line, manner):
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
    due = is_bound(held[-1].strand.words) or _is_full(held[-1], after, manner)
    return several and due and len(after) >= _NARROW


def _is_heading_cut(held: Sequence[Line], line: Line, manner: Manner) -> bool:
    """Whether a page ended inside the heading of a part: something must follow that."""
    before, after = held[-1].strand.words, line.strand.words
    if not (is_title(before) and is_title(after)) or held[-1].emphasis != line.emphasis:
        return False
    if read_marker(held[0].strand.words) is None or not before[-1].isalpha():
        return False
    room = len(before) + len(after.split(" ", 1)[0]) + 1
    full = room > _CAPITALS * manner.width if held[-1].full is None else held[-1].full
    return full and read_marker(after) is None and not starters().match(after)


def _goes_on_with_number(held: Sequence[Line], before: str, after: str) -> bool:
    """Whether a page sets a number on a line of its own: "… số", "412", "/BC-UB ngày", "03"."""
    if takes_number(before):
        return after[0].isdigit()
    if not before.isdigit() or len(held) < 2:
        return False
    return after[0].islower() or _SYMBOL.match(after) is not None


def _opens(before: str, after: str, *, full: bool) -> bool:
    """Whether ``after`` begins something of its own."""
    if starters().match(after) or _ONLINE.match(after) or _PAGED.match(after):
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
