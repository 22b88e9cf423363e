"""Titles whose lines a reader could not join: in small letters, over several lines (trích yếu)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.words.authorities import by_name, head_titles
from graph.words.folding import fold
from loaders.header.datelines import is_dateline
from loaders.header.gathering import Head
from loaders.header.line_kinds import LONGEST_LINE, is_addressed, is_body
from loaders.layout.markers import read_marker
from loaders.layout.mottos import motto_at
from loaders.layout.signing import (
    decides,
)
from loaders.layout.thethuc import before_session, is_opening
from loaders.layout.words import is_basis
from loaders.text import Block, Text

#: lines that a title goes on over
_TALLEST = 5
_STOPS = ".;:"
_LETTER = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"\S+")
#: a word in capitals, and the last letter of one that may not be
_CAPITALS, _SMALL = re.compile(r"[^\W\d_a-z][^\sa-z]*\Z"), re.compile(r"[^\W\d_A-Z]")
#: letters that the last words in capitals have
_FEWEST = 3
#: before an organ that the title itself names
_NAMED = ("của", "tại", "do", "bởi", "và", "với", "thuộc", "cho", "từ")


def title_lines(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """How many paragraphs from ``index`` go on with the title, up to the first of the text.

    None where it is not clear that the text follows: a title of one line is better than a text
    taken for one. Without a letterhead it must begin as texts do.
    """
    said = head.spans.get("title")
    if head.title is None or said is None or head.title.isupper() or head.authority:
        return 0
    above = blocks[index - 1]
    if said.end != above.start + len(text.words(above).rstrip()) or head.title[-1] in _STOPS:
        return 0
    for taken, block in enumerate(blocks[index : index + _TALLEST + 1]):
        words = text.words(block)
        if _ends_title(head, words):
            return taken
        if not _is_line(words):
            return 0
    return 0


def _ends_title(head: Head, words: str) -> bool:
    if is_body(words) or is_basis(words) or is_opening(words):
        return True
    long = len(words) > LONGEST_LINE
    return (head.motto or head.number is not None) and (
        long or (words.isupper() and decides(words, alone=True))
    )


def _is_line(words: str) -> bool:
    """Whether a line may be one of a title: words without a stop, no line of the letterhead."""
    if len(words) > LONGEST_LINE or words.isupper() or words[-1] in _STOPS or words[0] in "(|-+•":
        return False
    other = is_addressed(words) or is_dateline(words) or motto_at(words) is not None
    return not other and _LETTER.match(words.lstrip('“"')) is not None and not read_marker(words)


def _is_organ(words: str, organ: str) -> bool:
    """Whether words are the organ, or it with its place: "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ"."""
    return fold(words) == fold(organ) or (words.isupper() and by_name(words) is not None)


def without_issuer(title: str, organ: str) -> int:
    """Where a title ends before the organ that decides, joined to it by a reader; its length else.

    ``organ``: as the letterhead names it. "… CỦA ỦY BAN NHÂN DÂN TỈNH" is the title's own.
    """
    sitting = before_session(title)
    if sitting != title and (end := without_issuer(sitting, organ)) < len(sitting):
        return end
    at = len(title)
    named = fold(title).rfind(f" {fold(organ)}") + 1 if organ else 0
    if named > len(organ) // 2 and _is_organ(title[named:], organ):
        at = named
    elif not title.isupper() and (capitals := _capitals_at(title)):
        at = capitals if by_name(title[capitals:]) else at
    before = title[:at].rstrip()
    if at < len(title):
        before = _without_position(before)
    return len(title) if before.rpartition(" ")[2].lower() in _NAMED else len(before)


def _capitals_at(title: str) -> int:
    """Where the last words of a title in small letters begin that are in capitals; 0 when none."""
    at, letters = 0, 0
    words = list(_WORD.finditer(title))
    for above, word in reversed(list(pairwise(words))):
        if not _CAPITALS.match(word[0]):
            break
        letters += sum(map(str.isalpha, word[0]))
        if letters >= _FEWEST and _SMALL.match(above[0][-1]):
            at = word.start()
    return at


def _without_position(title: str) -> str:
    """A title without the position of who decides, whose organ was cut off behind it."""
    folded = fold(title)
    found = (p for p in head_titles() if folded.endswith(f" {fold(p)}"))
    longest = max(map(len, found), default=0)
    return title[: len(title) - longest].rstrip() if title[-longest:].isupper() else title
