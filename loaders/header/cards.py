"""Property cards of document portals: "Số hiệu: … Loại văn bản: …" printed before the document."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of
from loaders.header.numbering import OwnNumber, read_number
from loaders.layout.kinds import type_named
from loaders.layout.thethuc import flat
from loaders.mentions import PartialDate, Span
from loaders.text import Text
from loaders.times.dates import find_date

#: what a card may tell; "": nothing that is kept
Held = Literal["number", "type", "issued", "issuer", "signer", ""]
#: paragraphs in which a card stands
_FAR = 60
#: what may stand before a label
_BEFORE = " |-–•*+"
#: lines or cells with a label that make a card, where no colon stands behind them
_FEW = 4


class CardRow(Row):
    """A label of a card and the field it holds, "" for none we keep (``letterhead.toml``)."""

    words: str
    holds: Held
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
def _rows() -> tuple[CardRow, ...]:
    return rows("letterhead", "card", CardRow)


@cache
def _labels() -> dict[str, Held]:
    """Folded label → the field it holds."""
    return {flat(row.words): row.holds for row in _rows()}


@cache
def _label() -> re.Pattern[str]:
    """A label with its colon, whatever it is glued to ("12/QĐ-UBNDNgày ban hành:")."""
    return re.compile(rf"(?P<label>{any_of(row.words for row in _rows())})\s?:")


@cache
def _bare() -> re.Pattern[str]:
    """A label at the beginning of a line, its value behind it without a colon."""
    return re.compile(rf"(?P<label>{any_of(row.words for row in _rows())})\s+(?=[^\s:])")


@cache
def _alone() -> re.Pattern[str]:
    """A label that is all of its cell, its value in the next."""
    return re.compile(rf"(?P<label>{any_of(row.words for row in _rows())})\s*\Z")


def read_card(text: Text) -> Card | None:
    """The card at the head of a text; None when there is none."""
    card, start, end = Card(), None, 0
    blocks = text.blocks[:_FAR]
    bare = sum(_bare().match(text.words(block)) is not None for block in blocks) >= _FEW
    celled = sum(_alone().match(text.words(block)) is not None for block in blocks) >= _FEW
    for block, after in pairwise([*blocks, None]):
        assert block is not None
        words = text.words(block)
        below = text.words(after) if after else ""
        labels = _labels_of(words, below if celled else "", bare=bare)
        if not labels or not _begins(words[: labels[0].start()]):
            continue
        for label, following in pairwise([*labels, None]):
            assert label is not None
            value = words[label.end() : following.start() if following else None].strip(" |")
            spread = not value and following is None  # it stands in the next cell
            value = below if spread else value
            if value and not value.endswith(":"):
                _take(card, _labels()[flat(label["label"])], value)
                start = block.start if start is None else start
                end = after.end if spread and after else block.end
    if start is None or card.number is None:
        return None
    card.span = Span(start, end)
    return card


def _labels_of(words: str, below: str, *, bare: bool) -> list[re.Match[str]]:
    """The labels of a line, each with its colon; the first without one on a ``bare`` card, or alone
    in its cell where what stands ``below`` is no label too."""
    labels = list(_label().finditer(words))
    first = _bare().match(words) if bare else None
    if not labels and below and not _alone().match(below):
        first = first or _alone().match(words)
    if first and (not labels or labels[0].start() > 0):
        labels.insert(0, first)
    return labels


def _begins(before: str) -> bool:
    """Whether a label begins its line, or a bullet that a reader joined to the line before."""
    return not before.strip(_BEFORE) or before.endswith(" - ")


def _take(card: Card, holds: Held, words: str) -> None:
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
