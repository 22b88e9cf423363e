"""What a line at the top of a document may be: of its letterhead, its recipients or its body."""

import re

from loaders.header.datelines import begins_dateline
from loaders.header.numbering import read_number
from loaders.layout.markers import read_marker
from loaders.layout.mottos import is_heading, motto_at
from loaders.layout.thethuc import is_opening, recipient_head
from loaders.layout.words import starters

#: a line of a letterhead is no longer than this, in characters
LONGEST_LINE = 160
#: who sends a telegram, before whom it goes to: "THỦ TƯỚNG CHÍNH PHỦ điện:"
ADDRESSED = re.compile(r" (?:điện|ĐIỆN)\s?:\Z")


def is_motto(words: str) -> bool:
    """Whether a line is the national or Party heading (quốc hiệu)."""
    return len(words) < LONGEST_LINE and words.isupper() and motto_at(words) == 0


def goes_on_with_motto(above: str, words: str) -> bool:
    """Whether a line is the last of a heading that a narrow column set in two (quốc hiệu)."""
    return words.isupper() and is_motto(above) and is_heading(f"{above} {words}")


def is_line(words: str) -> bool:
    """Whether a paragraph may be a line of a letterhead."""
    if words.isupper():
        return len(words) < (LONGEST_LINE if " - " in words else 80) and words[-1] not in ".;,:"
    return len(words) < 80 and (motto_at(words) == 0 or _is_number_or_date(words))


def _is_number_or_date(words: str) -> bool:
    return read_number(words) is not None or begins_dateline(words)


def is_body(words: str) -> bool:
    """Whether the running text begins here, at its first phrase or its first numbered part."""
    if read_marker(words) is not None:
        return True
    return is_opening(words) and not (words.isupper() and not starters().match(words))


def is_addressed(words: str) -> bool:
    """Whether recipients stand in or under a line ("Kính gửi:", "… điện:")."""
    return recipient_head(words) is not None or ADDRESSED.search(words) is not None
