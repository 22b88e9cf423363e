"""``text.doubled``: a word that is never doubled stands twice (lặp từ): "các các"."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


class DoubledRow(Row):
    """A word that no sentence has twice in a row (``lint.toml``)."""

    word: str


def doubled_words(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Vietnamese doubles many words; those of the table it does not."""
    for match in reading.text.matches(_doubled(), _twice()):
        yield Doubt("text.doubled", Span(*match.span()), (("word", match[1]),))


@cache
def _twice() -> tuple[str, ...]:
    return tuple(f"{row.word} {row.word}" for row in rows("lint", "doubled", DoubledRow))


@cache
def _doubled() -> re.Pattern[str]:
    words = any_of(row.word for row in rows("lint", "doubled", DoubledRow))
    return re.compile(rf"(?<![\w-])({words}) \1(?![\w-])")
