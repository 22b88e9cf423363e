"""A document called by its number alone: "996 do ai ký?" (gọi bằng số).

A number alone can count anything, so it names a document only where the question is not understood
otherwise, where a document has it, and where no word beside it says what it counts.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.engine.searchable import bare_number
from graph.model import NodeKind
from graph.questions.ask.mention import Mention
from graph.questions.ask.narrowing import narrowed
from graph.questions.ask.times import YEARS
from graph.store import GraphReader
from graph.vocabulary import Row, rows
from graph.words.folding import fold

HITS = 50
_LED = re.compile(r"(?<!\w)van ban\s+(?:so\s+)?$")  # what may lead the number
_NUMBER = re.compile(r"(?<![\w/.,-])\d{3,5}(?![\w/.,%-])")


class BesideRow(Row):
    """Words before or after a number that is no document's."""

    place: str
    words: tuple[str, ...]


def by_number_alone(store: GraphReader, text: str) -> Iterator[Mention]:
    """The numbers of the question that documents have, with those documents."""
    folded = fold(text)
    for match in _NUMBER.finditer(folded):
        before, after = folded[: match.start()], folded[match.end() :]
        if _counts(before, after) or _may_be_year(match.group()):
            continue
        hits = store.search(match.group(), kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False)
        nodes = tuple(
            hit.node
            for hit in hits
            if (bare_number(str(hit.node.properties.get("number") or "")) or "").split("/")[0]
            == match.group()
        )
        if nodes:
            led = _LED.search(before)
            start = led.start() if led else match.start()
            mention = Mention(text[start : match.end()], start, match.end(), nodes)
            yield narrowed(mention, text)


def _counts(before: str, after: str) -> bool:
    """Whether a word beside the number says that it counts or dates something."""
    last, first = before.split(), after.split()
    beside = {row.place: {fold(word) for word in row.words} for row in _beside()}
    return bool(last and last[-1] in beside["before"]) or any(
        " ".join(first[:length]) in beside["after"] for length in (1, 2)
    )


@cache
def _beside() -> tuple[BesideRow, ...]:
    return rows("questions", "beside_number", BesideRow)


def _may_be_year(number: str) -> bool:
    return len(number) == 4 and 1945 <= int(number) < YEARS.stop - 100
