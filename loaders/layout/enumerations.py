"""Several things in one sentence, numbered: "(1) …; (2) …; (3) …" (liệt kê trong câu)."""

import re

from loaders.mentions import Span

_ITEM = re.compile(r"\((\d{1,2})\)[*\s]+(?=\w)")


def read_enumeration(content: str, start: int, end: int) -> list[Span]:
    """The items from ``start`` on, each after its number; the whole where nothing is numbered.

    Only numbers that begin at 1 and go up by one count.
    """
    found = list(_ITEM.finditer(content, start, end))
    if len(found) < 2 or content[start : found[0].start()].strip(" *"):
        return [Span(start, end)]
    items: list[re.Match[str]] = []
    for match in found:
        if int(match[1]) == len(items) + 1:
            items.append(match)
    if len(items) < 2:
        return [Span(start, end)]
    stops = [*(m.start() for m in items[1:]), end]
    return [
        Span(item.end(), start_of_next) for item, start_of_next in zip(items, stops, strict=True)
    ]
