"""Property cards of document portals: "Số hiệu: … Loại văn bản: …" printed before the document."""

from dataclasses import dataclass
from functools import cache

from graph.vocabulary import Row, rows
from loaders.dates import find_date
from loaders.mentions import PartialDate, Span
from loaders.numbering import OwnNumber, read_number
from loaders.text import Text
from loaders.thethuc import flat, type_named

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
    issued: PartialDate = PartialDate()
    issuer: str | None = None
    signer: str | None = None
    span: Span = Span(0, 0)


@cache
def _labels() -> dict[str, str]:
    return {flat(row.words): row.holds for row in rows("letterhead", "card", CardRow)}


def read_card(text: Text) -> Card | None:
    """The card at the head of a text; None when there is none."""
    card, start, end = Card(), None, 0
    blocks = text.blocks[:_FAR]
    for block, after in zip(blocks, blocks[1:], strict=False):
        label, _, value = text.words(block).partition(":")
        field = _labels().get(flat(label)) if len(label) < 30 else None
        if field is None:
            continue
        words = value.strip() or text.words(after)
        if not words.endswith(":"):
            _take(card, field, words)
            start = block.start if start is None else start
            end = block.end if value.strip() else after.end
    if start is None or card.number is None:
        return None
    card.span = Span(start, end)
    return card


def _take(card: Card, field: str, words: str) -> None:
    if field == "number":
        card.number = read_number(words, headed=False)
    elif field == "type":
        kind = type_named(words)
        card.type = kind.name if kind else None
    elif field == "issued":
        found = find_date(words, 0)
        card.issued = found[0] if found else PartialDate()
    elif field == "issuer":
        card.issuer = words
    elif field == "signer":
        card.signer = words
