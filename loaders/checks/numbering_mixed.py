"""``numbering.mixed``: "Giai đoạn 1" beside "Giai đoạn II" (đánh số hai kiểu)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


class StageRow(Row):
    """A word that counts the parts of a plan (``lint.toml``)."""

    word: str


def mixed_numbers(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """One doubt for each such word, at the first place that differs from the one before."""
    seen: dict[str, tuple[str, bool]] = {}
    told: set[str] = set()
    for match in reading.text.matches(_stages(), _words()):
        word, label = match["word"].lower(), match["label"]
        first, arabic = seen.setdefault(word, (label, label.isdigit()))
        if label.isdigit() != arabic and word not in told:
            told.add(word)
            facts = (("word", match["word"]), ("one", first), ("other", label))
            yield Doubt("numbering.mixed", Span(*match.span()), facts)


@cache
def _stages() -> re.Pattern[str]:
    words = any_of(_words())
    return re.compile(rf"(?P<word>{words})\s(?P<label>\d{{1,2}}|[IVX]{{1,4}})(?=\s?[:,;.()]|\s*\Z)")


@cache
def _words() -> tuple[str, ...]:
    return tuple(row.word for row in rows("lint", "stage", StageRow))
