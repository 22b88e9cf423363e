"""Property cards of document portals: "Số hiệu: … Loại văn bản: …" printed before the document."""

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from graph.vocabulary import Row, rows
from loaders.header.numbering import OwnNumber, read_number
from loaders.layout.thethuc import flat, type_named
from loaders.mentions import PartialDate, Span
from loaders.text import Text
from loaders.times.dates import find_date

#: paragraphs in which a card stands
_FAR = 60


class CardRow(Row):
    """A label of a card and the field it holds (``letterhead.toml``)."""

    words: str
    holds: str
    examples: tuple[str, ...]


@dataclass(slots=True)
class Card:
    """What a card says (thẻ thuộc tính văn bản)."""

    number: OwnNumber | None = None
    type: str | None = None
    issued: PartialDate = field(default_factory=PartialDate)
    issuer: str | None = None
    signer: str | None = None
    span: Span = field(default_factory=lambda: Span(0, 0))


@cache
def _labels() -> dict[str, str]:
    return {flat(row.words): row.holds for row in rows("letterhead", "card", CardRow)}


def read_card(text: Text) -> Card | None:
    """The card at the head of a text; None when there is none."""
    card, start, end = Card(), None, 0
    blocks = text.blocks[:_FAR]
    for block, after in pairwise(blocks):
        label, _, value = text.words(block).partition(":")
        holds = _labels().get(flat(label)) if len(label) < 30 else None
        if holds is None:
            continue
        words = value.strip() or text.words(after)
        if not words.endswith(":"):
            _take(card, holds, words)
            start = block.start if start is None else start
            end = block.end if value.strip() else after.end
    if start is None or card.number is None:
        return None
    card.span = Span(start, end)
    return card


def _take(card: Card, holds: str, words: str) -> None:
    if holds == "number":
        card.number = read_number(words, headed=False)
    elif holds == "type":
        kind = type_named(words)
        card.type = kind.name if kind else None
    elif holds == "issued":
        found = find_date(words, 0)
        card.issued = found[0] if found else PartialDate()
    elif holds == "issuer":
        card.issuer = words
    elif holds == "signer":
        card.signer = words
