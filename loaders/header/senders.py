"""Who writes a letter that has no letterhead: its first sentence says so (người gửi công văn).

"Tổng cục Thuế nhận được công văn số …", "Ngày 05/3/2020, Sở Y tế nhận được …", else where it comes
to the matter: "Về vấn đề này, Bộ Tài chính có ý kiến như sau".
"""

import re
from functools import cache

from graph.words.authorities import begins_with
from graph.words.patterns import any_of
from loaders.header.organs import Line
from loaders.layout.letters import UPPER
from loaders.layout.thethuc import letterhead_words
from loaders.mentions import Span
from loaders.text import BlockKind, Text

#: paragraphs in which the sentence stands
_FAR = 6
_DAY = re.compile(r"(?:Ngày [\d/.\- ]{6,12}|Ngày \d{1,2} tháng \d{1,2} năm \d{4}), ")


def find_sender(text: Text, start: int) -> Line | None:
    """The organ whose letter begins at ``start``; None when the sentence is not there."""
    blocks = [b for b in text.blocks if b.kind is BlockKind.PARAGRAPH and b.start >= start]
    for block in blocks[:_FAR]:
        words = text.words(block)
        day = _DAY.match(words)
        answered = _answered().match(words)
        later = [found.end() for found in (*_matters().finditer(words), answered) if found]
        for at in (day.end() if day else 0, *later):
            found = begins_with(words[at : at + 160])
            if found and _writes().match(words, at + found[2]):
                span = Span(block.start + at, block.start + at + found[2])
                return Line(words[at : at + found[2]], span)
    return None


@cache
def _matters() -> re.Pattern[str]:
    """How a letter comes from what it was asked to what it says: "Về vấn đề này, "."""
    rows = letterhead_words("matter")
    return re.compile(rf"\b{any_of((*rows, *map(str.capitalize, rows)))}, ")


@cache
def _answered() -> re.Pattern[str]:
    """What a letter that answers or reports another says before the comma and its own name."""
    return re.compile(rf"\A{any_of(letterhead_words('answer'))}\b[^;:]{{10,500}}?, (?=[{UPPER}])")


@cache
def _writes() -> re.Pattern[str]:
    """What the organ that writes does, behind its name, its short form and its country."""
    deed = any_of(letterhead_words("writes"))
    return re.compile(rf"(?:\s\([^()]{{2,40}}\))?(?: Việt Nam)? {deed}\b")
