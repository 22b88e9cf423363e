"""``text.doubled``: a word that is never doubled stands twice (lặp từ): "các các"."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


class DoubledRow(Row):
    """A word that no sentence has twice in a row (``lint.toml``)."""

    word: str


def doubled_words(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Vietnamese doubles many words; those of the table it does not."""
    for match in _doubled().finditer(reading.text.content):
        yield Doubt("text.doubled", Span(*match.span()), (("word", match[1]),))


@cache
def _doubled() -> re.Pattern[str]:
    words = "|".join(_whole(row.word) for row in rows("lint", "doubled", DoubledRow))
    return re.compile(rf"({words}) +\1(?![\w-])")


def _whole(word: str) -> str:
    """A word with nothing before it; its first letter comes first, so that it is looked for."""
    first, rest = re.escape(word[0]), re.escape(word[1:])
    return rf"{first}(?<![\w-]{first}){rest}"
