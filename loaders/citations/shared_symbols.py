"""Numbers that share one symbol: "Chỉ thị số 01, 13, 33/CT-UB" names three documents."""

import re
from collections.abc import Callable, Iterator

from loaders.citations.symbols import SymbolMention
from loaders.mentions import Span

#: as far as a list reaches back, with the kind before it
_WINDOW = 90
_NUMBERS = re.compile(r"(?<![\w/.,–-])\d{1,5}(?:\s?[,;]\s?\d{1,5}){0,6}(?=(?:\s?[,;]\s?|\svà\s)\Z)")
#: what ends a list of numbers that one more follows
_JOINTS = (",", ";", "và")
_SO = re.compile(r"\s(?:số|SỐ)\s?:?\s?\Z")


def with_numbers_before(
    content: str, mentions: Iterator[SymbolMention], kind_before: Callable[[str, str], object]
) -> Iterator[SymbolMention]:
    """The mentions, each after the numbers of a list that ends with it and has its symbol."""
    for mention in mentions:
        yield from _before(content, mention, kind_before)
        yield mention


def _before(
    content: str, mention: SymbolMention, kind_before: Callable[[str, str], object]
) -> Iterator[SymbolMention]:
    floor = max(0, mention.span.start - _WINDOW)
    window = content[floor : mention.span.start]
    numbers = _NUMBERS.search(window) if window.rstrip().endswith(_JOINTS) else None
    if (
        numbers is None
        or kind_before(_SO.sub(" ", window[: numbers.start()]), mention.symbol) is None
    ):
        return
    for digits in re.finditer(r"\d+", numbers.group()):
        at = floor + numbers.start() + digits.start()
        number = digits.group() if mention.year is None else f"{digits.group()}/{mention.year}"
        yield mention._replace(span=Span(at, at + len(digits.group())), number=number)
