"""The title of a document: the lines between its kind and the running text (trích yếu)."""

import re

from graph.words.authorities import by_name
from loaders.header.damaged import repaired
from loaders.header.datelines import take_dateline
from loaders.header.gathering import Head
from loaders.header.headlines import STATE, take_number
from loaders.header.line_kinds import LONGEST_LINE, is_body
from loaders.header.organs import Line
from loaders.header.type_lines import LONGEST_TITLE, organ_of_title, take_number_alone
from loaders.header.wrapped import without_issuer
from loaders.layout.kinds import type_named_alone
from loaders.layout.markers import read_marker
from loaders.layout.mottos import motto_at
from loaders.layout.signing import after_order, decides
from loaders.layout.thethuc import before_session, flat, is_session
from loaders.layout.words import starters
from loaders.mentions import Span
from loaders.text import Block, Text

#: years that a line break cut off, "2026 - 2030"
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?\W{0,2}\Z")
#: symbols, which have small letters in a title of capitals (QĐ-TTg)
_SYMBOLS = re.compile(r"[^\s/]*/[^\s/]+")


def take_title(head: Head, text: Text, block: Block) -> bool:
    """The paragraphs between the kind and the running text: title, then who decides."""
    words = text.words(block)
    if len(words) > LONGEST_TITLE or words.endswith((";", ":")):
        return False
    if _stands_aside(head, words):
        return True
    if is_body(words) and not (head.title is None and _may_be_title(words)):
        return False
    if head.title is None and type_named_alone(words) and flat(words) == flat(head.type or ""):
        return True  # the kind once more
    if after_order(words):
        return False  # "TM. ỦY BAN NHÂN DÂN" signs
    if _take_decider(head, words, block):
        return True
    if _is_decided_below(head):
        return False
    if head.title is None and _is_authority(head, words):
        return True  # who decides once more, in small letters
    if _take_late_line(head, text, block):
        return True
    if head.title is None and (behind := organ_of_title(words)):
        at = block.start + behind
        head.authority = head.authority or Line(
            words[4:behind].strip(" ,"), Span(block.start + 4, at)
        )
        return _add_own_title(head, words[behind:], Block(block.kind, at, block.end))
    if head.title is None or _goes_on(head.title, words):
        return _add_own_title(head, words, block)
    return False


def _add_own_title(head: Head, words: str, block: Block) -> bool:
    """Add words to the title, up to the organ that decides, joined to them by a reader."""
    organ = " ".join(line.words.strip(" |") for line in head.organs)
    end = without_issuer(words, organ)
    return add_title(head, words[:end], Block(block.kind, block.start, block.start + end))


def _stands_aside(head: Head, words: str) -> bool:
    """Whether a line is no part of the title: the motto, the session of an assembly, a note."""
    if len(words) <= LONGEST_LINE and motto_at(words.removeprefix(f"{STATE} ")) == 0:
        head.motto = True
        return True
    if words.isupper() and is_session(words):
        return True
    return head.title is None and words[0] == "(" and words[-1] == ")"  # "(Dự thảo)"


def _take_decider(head: Head, words: str, block: Block) -> bool:
    """Take a line in capitals that is who decides: "BỘ TRƯỞNG BỘ Y TẾ"."""
    said = before_session(words)
    if not (words.isupper() and said and decides(repaired(said), alone=True)):
        return False
    organ = said.removeprefix("CỦA ")
    if head.authority is None or by_name(organ) is not None:
        end = block.start + len(said)
        head.authority = Line(organ, Span(end - len(organ), end))
    return True


def _is_authority(head: Head, words: str) -> bool:
    """Whether a line is the organ that decides, as a title has named it already."""
    known = by_name(head.authority.words) if head.authority else None
    said = by_name(words)
    return known is not None and said is not None and said[0] is known[0]


def _is_decided_below(head: Head) -> bool:
    """Whether who decides stands below the title: it is whole then."""
    if head.authority is None or not head.title or type_named_alone(head.title):
        return False
    return head.authority.span.start >= head.spans["title"].end


def _goes_on(title: str, words: str) -> bool:
    """Whether a line goes on with the title: capitals, years, a consolidated kind."""
    if title.isupper() and (_SYMBOLS.sub("", words).isupper() or _is_lower_line(words)):
        return True
    return _YEARS.match(words) is not None or type_named_alone(title)


def _is_lower_line(words: str) -> bool:
    """Whether a line goes on in small letters: "về xây dựng hạ tầng …" under a Party title."""
    return words[0].islower() and len(words) <= LONGEST_LINE and words[-1] not in ".;:"


def _take_late_line(head: Head, text: Text, block: Block) -> bool:
    """A number or a dateline that stands under the kind."""
    words = text.words(block)
    if len(words) > LONGEST_LINE:
        return False
    if head.number is None and take_number(head, words, block.start):
        return True
    if head.title is None and take_number_alone(head, words, block.start):
        return True
    return not head.issued.year and take_dateline(head, words, block.start)


def add_title_line(head: Head, text: Text, block: Block) -> None:
    """Add a line to the title that it goes on with."""
    add_title(head, text.words(block).rstrip(), block)


def add_title(head: Head, words: str, block: Block) -> bool:
    """Begin the title with these words, or go on with it."""
    start = head.spans["title"].start if head.title else block.start
    head.title = f"{head.title} {words}" if head.title else words
    head.spans["title"] = Span(start, block.end)
    return True


def _may_be_title(words: str) -> bool:
    """Whether words that could open the text are a title: "Triển khai Đề án …" with no stop."""
    return words[-1] not in ".,;:" and not starters().match(words) and not read_marker(words)
