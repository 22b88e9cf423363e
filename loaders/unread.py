"""Pages that were not read: kept as doubts, so that nobody takes a part for the whole."""

from collections import defaultdict
from collections.abc import Iterator

from loaders.mentions import Doubt, Span
from loaders.text import Text


def find_unread(text: Text) -> Iterator[Doubt]:
    """A doubt for each reason why pages were not read (trang chưa đọc được)."""
    pages: dict[str, list[int]] = defaultdict(list)
    for unread in text.unread:
        pages[unread.reason].append(unread.page)
    for reason, numbers in pages.items():
        block = next((b for b in text.blocks if (b.page or 0) >= numbers[0]), text.blocks[-1])
        listed = ", ".join(map(str, numbers))
        yield Doubt(f"page.{reason}", Span(block.start, block.end), (("pages", listed),))
