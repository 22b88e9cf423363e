"""``task.coordination_only``: a unit is told to work with others, and nobody to lead."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


class LeadWordRow(Row):
    """A word by which somebody leads (``lint.toml``)."""

    word: str


#: "giao Sở A phối hợp với …" in one clause
_GIVEN = re.compile(
    r"(?:giao|Giao|phân công|Phân công) (?P<unit>[A-ZĐỦỨÁ][^.;:\n]{2,90}?) phối hợp"
    r"(?: với)?(?= )[^.;\n]{0,300}"
)


def leaderless_cooperation(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Giao phối hợp mà không giao chủ trì: in the clause that gives it, nobody leads."""
    for match in reading.text.matches(_GIVEN, (" phối hợp",)):
        if not _leading().search(match[0]):
            facts = (("unit", match["unit"].strip(" ,")),)
            yield Doubt("task.coordination_only", Span(*match.span()), facts)


@cache
def _leading() -> re.Pattern[str]:
    words = "|".join(re.escape(row.word) for row in rows("lint", "leading", LeadWordRow))
    return re.compile(words, re.IGNORECASE)
