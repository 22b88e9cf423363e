"""A letterhead glued into one paragraph with the text behind it, as a page without lines has it."""

import re
from itertools import takewhile

from graph.authorities import by_name
from graph.symbols import kinds_of, read_symbol
from loaders.header.headlines import LONGEST_LINE, Head
from loaders.header.letterhead import Line
from loaders.header.numbering import OwnNumber, read_number
from loaders.layout.thethuc import motto_at, type_at
from loaders.mentions import Span
from loaders.text import Block, Text
from loaders.times.dates import find_date

#: paragraphs in which it stands, the letters it takes, how far its day is behind its number
_FIRST, _LONG, _NEAR = 8, 700, 400
_SO = re.compile(r"(?<!\w)Số\s?:")
_DAY = re.compile(r",\s(?=ngày\s\d)")
_RULES = " -–_*|="


def take_glued(head: Head, text: Text) -> None:
    """Number, day, kind and organs from such a paragraph, where no letterhead is read."""
    if head.type or head.number:
        return
    for block in text.blocks[:_FIRST]:
        words = text.words(block)
        motto = motto_at(words[:_LONG])
        begun = motto is not None or (head.motto and _SO.match(words))
        number = _number(words) if begun and len(words) > LONGEST_LINE else None
        if number is not None:
            _take(head, block, words, number)
            if motto is not None and not head.organs:
                _take_organ(head, block, words[: min(motto, number.span.start)])
            return


def _number(words: str) -> OwnNumber | None:
    for so in _SO.finditer(words, 0, _LONG):
        number = read_number(words, so.start())
        if number is not None and number.number and number.symbol:
            return number
    return None


def _take(head: Head, block: Block, words: str, number: OwnNumber) -> None:
    head.number = number
    head.spans["number"] = Span(block.start + number.span.start, block.start + number.span.end)
    at = number.span.end
    day = _DAY.search(words, at, at + _NEAR)
    dated = find_date(words, day.end()) if day else None
    if day and dated:
        head.issued, at = dated
        head.spans["issued"] = Span(block.start + day.end(), block.start + at)
    head.body_start = block.start + at
    symbol = read_symbol(number.symbol or "")
    kinds = kinds_of(symbol)
    told = kinds[0].name if kinds else "Công văn" if symbol.letter and symbol.organ else None
    title = takewhile(lambda word: word == word.upper(), words[at:].split())
    printed = type_at(" ".join(title))
    head.type = printed[0].name if printed else told


def _take_organ(head: Head, block: Block, words: str) -> None:
    """The last organ of the words above number and motto: "BỘ TÀI CHÍNH TỔNG CỤC HẢI QUAN"."""
    name = words.rstrip(_RULES)
    for start in (m.start() for m in re.finditer(r"(?<!\S)\S", name)):
        if by_name(name[start:]) is not None:
            head.organs = [Line(name[start:], Span(block.start + start, block.start + len(name)))]
            return
