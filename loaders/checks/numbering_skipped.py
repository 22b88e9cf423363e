"""``numbering.skipped``: a letter or number is left out in a list (bỏ cách thứ tự)."""

import re
from collections.abc import Iterator

from loaders.layout.markers import Style
from loaders.layout.structure import Section
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

#: the letters of items, in order; f, j, w, z are not used
LETTERS = "abcdđeghiklmnopqrstuvxy"
#: labels left out at most; more are another list, or pages that are not there
MOST = 2
#: how far back a quote may begin
QUOTE = 6000
#: a line that begins with a sign where a label stood: "©)", "§."
_DAMAGED = re.compile(r"\n[ \t]*[^\w\s*+\-–—•“\"'(\[#|>_.,:;]\s?[.)]")
#: a paragraph that begins with a quote
_QUOTED = re.compile(r"\n\s*[“\"]")


def skipped_items(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """The items of one parent, one behind the other; "đ" may be left out, as many do. Items between
    which a paragraph is quoted, as in an amending text, are not compared."""
    sections = reading.structure.sections
    last: dict[tuple[int | None, Style], Section] = {}
    for section in sections:
        before = last.get((section.parent, section.style))
        last[section.parent, section.style] = section
        if before is None or section.end > reading.header.body_end or _is_quoted(reading, section):
            continue
        left_out = _between(before, section)
        if left_out and _is_parted(reading, before, section):
            continue
        if left_out and not _stands(reading, before.title.start, section.start, left_out):
            mark = Span(section.start, section.title.end)
            facts = (("before", before.marker), ("after", section.marker), ("left_out", left_out))
            yield Doubt("numbering.skipped", mark, facts)


def _between(before: Section, section: Section) -> str | None:
    """The one or two labels that were left out; None when the one follows the other."""
    if section.style is Style.LETTER:
        if before.marker not in LETTERS or section.marker not in LETTERS:
            return None
        left_out = LETTERS[LETTERS.index(before.marker) + 1 : LETTERS.index(section.marker)]
        return ", ".join(left_out) if left_out != "đ" and 0 < len(left_out) <= MOST else None
    if section.style is Style.NUMBER and before.marker.isdigit() and section.marker.isdigit():
        numbers = [str(n) for n in range(int(before.marker) + 1, int(section.marker))]
        return ", ".join(numbers) if 0 < len(numbers) <= MOST else None
    return None


def _stands(reading: Reading, start: int, end: int, left_out: str) -> bool:
    """Whether a label that seems left out stands there after all, unread as a marker, or a sign
    that a scanner made of it."""
    labels = "|".join(map(re.escape, left_out.split(", ")))
    label = re.compile(rf"(?<!\w)(?:{labels})\s?[.),/]")
    words = reading.text.content
    return any(pattern.search(words, start, end) for pattern in (label, _DAMAGED))


def _is_parted(reading: Reading, before: Section, section: Section) -> bool:
    """Whether one of the items, or a paragraph between them, is quoted from another text."""
    between = (before.title.start, section.start)
    return _is_quoted(reading, before) or _QUOTED.search(reading.text.content, *between) is not None


def _is_quoted(reading: Reading, section: Section) -> bool:
    """Whether the words stand in a quote: an amending text names only the items it changes."""
    content = reading.text.content
    before = content[max(0, section.start - QUOTE) : section.start + 2]
    return before.rfind("“") > before.rfind("”")
