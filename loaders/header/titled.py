"""What a portal's own title line says of the document under it (dòng tên văn bản của trang).

"Quyết định 61/2014/QĐ-UBND ngày 27/8/2014 của thành phố Hà Nội về …": of the same kind and number
it fills in what the letterhead leaves out.
"""

from collections.abc import Sequence

from graph.words.places import province_of
from loaders.header.gathering import Head
from loaders.header.numbering import OwnNumber, read_number
from loaders.header.organs import Line
from loaders.header.running import after_of, read_day, read_organ
from loaders.layout.kinds import type_named
from loaders.mentions import Span
from loaders.text import Block, Text

#: paragraphs in which a portal's title line stands
_TOP = 6
#: how long "số: " is, between a kind and its number
_SO = 5
#: words of a province with its kind before it ("thành phố Hồ Chí Minh")
_LONGEST_PLACE = 5


def take_titled(head: Head, text: Text, blocks: Sequence[Block]) -> None:
    """Number, symbol, day and organ of such a line, where the letterhead has none."""
    for block in blocks[:_TOP]:
        words = text.words(block)
        number = _same_number(head, words)
        if number is None:
            continue
        if head.number is None or head.number.symbol is None:
            head.number, head.spans["number"] = number, _moved(number.span, block)
        at = number.span.end
        day = read_day(words, at)
        if day and not head.issued.year:
            head.issued, head.spans["issued"] = day[0], _moved(day[1], block)
        _take_organ(head, words, day[1].end if day else at, block)


def _same_number(head: Head, words: str) -> OwnNumber | None:
    """The number right behind the head's own kind, unless the head has another."""
    kind = type_named(words)
    if kind is None or kind.name != head.type:
        return None
    at = len(kind.name) + 1
    number = read_number(words, at, headed=False)
    if number is None or not number.number or not number.symbol or number.span.start - at > _SO:
        return None
    if head.number is None:
        return None if head.motto else number
    return number if head.number.number == number.number else None


def _take_organ(head: Head, words: str, at: int, block: Block) -> None:
    """The organ after "của", or the province whose organ the symbol names."""
    organ, _ = read_organ(words, at)
    if organ is not None:
        head.authority = head.authority or Line(organ.words, _moved(organ.span, block))
        return
    after = words[after_of(words, at) :].split(" ")[:_LONGEST_PLACE]
    places = (" ".join(after[:count]) for count in range(len(after), 0, -1))
    if head.place is None and after_of(words, at):
        head.place = next((place for place in places if province_of(place)), None)


def _moved(span: Span, block: Block) -> Span:
    return Span(block.start + span.start, block.start + span.end)
