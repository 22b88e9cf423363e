"""Sums of money that a document names for what it plans (kinh phí, dự toán), by its own words."""

import re
from functools import cache

from graph.questions.ask import telling
from graph.questions.ask.reply import Answered, Asked
from graph.questions.ask.topics import with_parts
from graph.store import GraphReader
from graph.vocabulary import Row, rows

#: characters between a word for money and the sum
APART = 160
_SUM = r"\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|VNĐ|VND)\b"


_APART = re.compile(r"(?<=[.;:])\s+|\n\s*\n|\|")


class MoneyRow(Row):
    """Words of a document before a sum that is planned for it, or for where money is from."""

    words: tuple[str, ...]


def money(store: GraphReader, asked: Asked) -> Answered | None:
    """The sums that the document and its annexes name, each in the words that name it."""
    texts = store.nodes(with_parts(store, asked.documents))
    said = {id: _quotes(store, id, _planned()) for id in texts}
    found = [
        telling.say("money.one", document=telling.document(texts[id]), quote=quote)
        for id, quotes in said.items()
        for quote in quotes
    ]
    if not found:
        return None
    return Answered(telling.say("money", list=telling.listing(found)), tuple(texts.values()), ())


def source(store: GraphReader, asked: Asked) -> Answered | None:
    """The sentences of the document and its annexes that say where the money comes from."""
    texts = store.nodes(with_parts(store, asked.documents))
    said = {id: _sources(store, id) for id in texts}
    found = [
        telling.say("money.one", document=telling.document(texts[id]), quote=quote)
        for id, quotes in said.items()
        for quote in quotes
    ]
    if not found:
        return None
    listed = telling.listing(found[: telling.LISTED], count=len(found))
    return Answered(telling.say("money", list=listed), tuple(texts.values()), ())


def _quotes(store: GraphReader, id: str, wanted: re.Pattern[str]) -> list[str]:
    """The words of a document that are wanted, each once."""
    text = store.text(id)
    found = wanted.finditer(text.text) if text else ()
    quotes = (" ".join(re.sub(r"[*_|]+", " ", match.group()).split()) for match in found)
    return list(dict.fromkeys(telling.clipped(quote, telling.QUOTE) for quote in quotes))


@cache
def _planned() -> re.Pattern[str]:
    words = [word for row in rows("questions", "money", MoneyRow) for word in row.words]
    led = "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
    return re.compile(rf"(?i:{led})[^.;]{{0,{APART}}}?{_SUM}")


def _sources(store: GraphReader, id: str) -> list[str]:
    """The sentences of a document that name money and where it is from."""
    text = store.text(id)
    sentences = _APART.split(text.text) if text else []
    wanted = [" ".join(re.sub(r"[*_#>]+", " ", said).split()) for said in sentences]
    named = (said for said in wanted if _spoken("money").search(said))
    found = [said for said in named if _spoken("money_from").search(said)]
    return list(dict.fromkeys(telling.clipped(said, telling.QUOTE) for said in found))


@cache
def _spoken(key: str) -> re.Pattern[str]:
    words = [word for row in rows("questions", key, MoneyRow) for word in row.words]
    return re.compile(rf"(?i:\b(?:{'|'.join(map(re.escape, words))})\b)")
