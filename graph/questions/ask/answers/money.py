"""Sums of money that a document names for what it plans (kinh phí, dự toán), by its own words."""

import re
from collections.abc import Iterator
from functools import cache

from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked
from graph.questions.ask.topics import with_parts
from graph.store import GraphReader
from graph.vocabulary import Row, rows

#: characters between a word for money and the sum
APART = 160
_SUM = r"\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|VNĐ|VND)\b"


class MoneyRow(Row):
    """Words of a document before a sum that is planned for it."""

    words: tuple[str, ...]


def money(store: GraphReader, asked: Asked) -> Answered | None:
    """The sums that the document and its annexes name, each in the words that name it."""
    texts = store.nodes(with_parts(store, asked.documents))
    said = {id: list(_named(store, id)) for id in texts}
    found = [
        telling.say("money.one", document=telling.document(texts[id]), quote=quote)
        for id, quotes in said.items()
        for quote in quotes
    ]
    if not found:
        return None
    return Answered(telling.say("money", list=telling.listing(found)), tuple(texts.values()), ())


def _named(store: GraphReader, id: str) -> Iterator[str]:
    """The words about each sum, each once."""
    text = store.text(id)
    found = _planned().finditer(text.text) if text else ()
    quotes = (" ".join(re.sub(r"[*_|]+", " ", match.group()).split()) for match in found)
    yield from dict.fromkeys(telling.clipped(quote, telling.QUOTE) for quote in quotes)


@cache
def _planned() -> re.Pattern[str]:
    words = [word for row in rows("questions", "money", MoneyRow) for word in row.words]
    led = "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
    return re.compile(rf"(?i:{led})[^.;]{{0,{APART}}}?{_SUM}")
