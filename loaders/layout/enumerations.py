"""Several things in one sentence, numbered: "(1) …; (2) …", "a) …; b) …" (liệt kê trong câu)."""

import re
from collections.abc import Iterator, Sequence

from loaders.mentions import Span

_NUMBER = re.compile(r"\((\d{1,2})\)[*\s]+(?=\w)")
_LETTER = re.compile(r"(?<!\w)([a-eg-iđ])\)\s+(?=[^\W\d_])")
_NUMBERS = tuple(str(number) for number in range(1, 100))
_LETTERS = tuple("abcdđeghi")


def read_enumeration(content: str, start: int, end: int) -> list[Span]:
    """The items from ``start`` on, each after its number; the whole where nothing is numbered.

    Only numbers that begin at 1, or letters that begin at a, and go up by one count.
    """
    for pattern, order in ((_NUMBER, _NUMBERS), (_LETTER, _LETTERS)):
        first = pattern.search(content, start, end)
        if first is None or content[start : first.start()].strip(" *"):
            continue
        items = _counted(pattern.finditer(content, start, end), order)
        if len(items) > 1:
            stops = [*(m.start() for m in items[1:]), end]
            return [Span(m.end(), stop) for m, stop in zip(items, stops, strict=True)]
    return [Span(start, end)]


def _counted(found: Iterator[re.Match[str]], order: Sequence[str]) -> list[re.Match[str]]:
    """Those that count on, one after another."""
    items: list[re.Match[str]] = []
    for match in found:
        if len(items) < len(order) and match[1] == order[len(items)]:
            items.append(match)
    return items
