"""The number of a consolidated text stands at its end, where it is certified (văn bản hợp nhất).

``Số: 22/VBHN-BTC``, "XÁC THỰC VĂN BẢN HỢP NHẤT", place and date: the letterhead has none of them
(Pháp lệnh 01/2012/UBTVQH13, mẫu văn bản hợp nhất).
"""

from graph.vocabulary import TypeName
from graph.words.symbols import read_symbol
from loaders.header.datelines import is_dateline, take_dateline
from loaders.header.gathering import Head
from loaders.header.headlines import take_number
from loaders.header.numbering import read_number
from loaders.mentions import Span
from loaders.text import BlockKind, Text

_ABBREVIATION = "VBHN"
#: paragraphs between the number and the date of the certificate
_NEAR = 8


def take_certificate(head: Head, text: Text) -> None:
    """Number, place and date from the certificate, where the letterhead has no number; the kind
    from the number, where it has."""
    _take_kind(head, text)
    if head.type != TypeName.CONSOLIDATED or head.number is not None:
        return
    blocks = [b for b in text.blocks if b.kind is not BlockKind.CELL and b.start >= head.body_start]
    for index in range(len(blocks) - 1, -1, -1):
        words = text.words(blocks[index])
        number = read_number(words) if len(words) < 60 else None
        if number is None or number.symbol is None:
            continue
        if read_symbol(number.symbol).abbreviation != _ABBREVIATION:
            continue
        take_number(head, words, blocks[index].start)
        for block in blocks[index + 1 : index + 1 + _NEAR]:
            if is_dateline(text.words(block)):
                take_dateline(head, text.words(block), block.start)
                return
        return


def _take_kind(head: Head, text: Text) -> None:
    """The kind that the symbol says (09/VBHN-BCT), where the line of the kind is that of the text
    which is consolidated: that kind is a part of the title, as where "VĂN BẢN HỢP NHẤT" is printed.
    """
    symbol = head.number.symbol if head.number else None
    printed, title = head.spans.get("type"), head.spans.get("title")
    if not symbol or read_symbol(symbol).abbreviation != _ABBREVIATION or printed is None:
        return
    if head.type != TypeName.CONSOLIDATED:
        head.type = TypeName.CONSOLIDATED.value
        span = Span(printed.start, (title or printed).end)
        kind = text.content[printed.start : printed.end].strip()
        head.title, head.spans["title"] = f"{kind} {head.title or ''}".rstrip(), span
        del head.spans["type"]
