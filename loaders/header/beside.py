"""A signature beside the recipients: two columns that a reader or scanner ran together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.words.places import province_of
from loaders.layout.letters import LOWER, UPPER
from loaders.layout.signing import is_officer
from loaders.layout.thethuc import letterhead_words
from loaders.mentions import Span
from loaders.text import Block, Text

#: paragraphs of a list of recipients
_FAR = 30
_WORD = rf"[{UPPER}][{LOWER}]{{0,6}}"
#: "| KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Văn A |" at the end of a line
_BOTH = re.compile(
    rf"\s(?P<office>(?:TM|KT|TL|TUQ)\.\s?[{UPPER}][{UPPER}\s,.-]*[{UPPER}])\s"
    rf"(?P<name>(?:[{UPPER}][{LOWER}]{{1,6}}\s){{1,4}}[{UPPER}][{LOWER}]{{1,6}})[\s|]*\Z"
)
#: "Nơi nhận: KT. CỤC TRƯỞNG", "- Như trên; PHÓ CỤC TRƯỞNG"
_OFFICE = re.compile(rf"[:;,.)]\s*,?\s?(?P<office>[{UPPER}][{UPPER}\s.]*\s[{UPPER}]+)\s*\Z")
#: "- Lưu: VT, CS. Lê Văn Minh", the name of three words at least; of two in a line of its own
_NAME = re.compile(
    rf"(?:[;.,)]\s+(?P<behind>{_WORD}(?:\s{_WORD}){{2,3}})|\A(?P<alone>{_WORD}(?:\s{_WORD}){{1,3}}))\s*\Z"
)


@dataclass(slots=True)
class Beside:
    """Where office and name stand in the lines of the recipients, if they do."""

    office: Span | None = None
    name: Span | None = None


def find_beside(text: Text, blocks: Iterable[Block]) -> Beside:
    """The last office, and the name behind it, at the ends of lines that name recipients."""
    found = Beside()
    for at, block in enumerate(blocks):
        words = text.words(block)
        both = _BOTH.search(words) if at == 0 else None
        if both and is_officer(both["office"]):
            return Beside(_span(block, both, "office"), _span(block, both, "name"))
        office = _OFFICE.search(words)
        if office and is_officer(office["office"]):
            found.office = _span(block, office, "office")
        name = _NAME.search(words)
        if name and _is_person(name["alone"] or name["behind"]):
            found.name = _span(block, name, "alone" if name["alone"] else "behind")
            break
        if at == _FAR:
            break
    return found


def _is_person(words: str) -> bool:
    """Whether words begin with a surname and are no place."""
    return words.split()[0] in _surnames() and province_of(words) is None


@cache
def _surnames() -> frozenset[str]:
    return frozenset(letterhead_words("family"))


def _span(block: Block, match: re.Match[str], group: str) -> Span:
    return Span(block.start + match.start(group), block.start + match.end(group))
