"""The layout vocabulary as patterns: what opens a paragraph, what binds a line to the next."""

import re
from functools import cache

from graph.vocabulary import Row, rows


class BeginningRow(Row):
    """Words a paragraph begins with (``layout.toml``: starter, label)."""

    begins: str
    examples: tuple[str, ...]


class WordRow(Row):
    """A word that binds a line to the next one (``layout.toml``: bound_word)."""

    word: str
    examples: tuple[str, ...]


class FurnitureRow(Row):
    """A line that belongs to the page, not to the text (``layout.toml``: furniture)."""

    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...]


@cache
def starters() -> re.Pattern[str]:
    """Matches where a line begins with words that open a paragraph (chữ mở đoạn)."""
    words = "|".join(re.escape(row.begins) for row in rows("layout", "starter", BeginningRow))
    labels = "|".join(re.escape(row.begins) for row in rows("layout", "label", BeginningRow))
    return re.compile(rf"(?:{words})(?!\w)|(?:{labels})(?!\w)[^:.;\n]{{0,50}}:")


@cache
def bound_words() -> re.Pattern[str]:
    """Matches a line whose last word needs another after it (chữ chưa thể kết đoạn)."""
    words = "|".join(re.escape(row.word) for row in rows("layout", "bound_word", WordRow))
    return re.compile(rf"(?:{words})$")


@cache
def furniture() -> re.Pattern[str]:
    """Matches a line that a printer put on the page (tiêu đề chạy, số trang)."""
    patterns = "|".join(row.pattern for row in rows("layout", "furniture", FurnitureRow))
    return re.compile(rf"(?:{patterns})\Z")


def is_bound(words: str) -> bool:
    """Whether the last word of ``words`` needs another after it."""
    tail = words[-24:]
    found = bound_words().search(tail)
    return found is not None and (found.start() == 0 or not tail[found.start() - 1].isalnum())


@cache
def _letterhead_cells() -> re.Pattern[str]:
    words = rows("layout", "letterhead_cell", BeginningRow)
    return re.compile("|".join(re.escape(row.begins) for row in words))


def is_letterhead(words: str) -> bool:
    """Whether a cell belongs to a letterhead or a signature, not to a table (ô thể thức)."""
    return _letterhead_cells().match(words) is not None
