"""The number that a citation is found by, and the kind of its document (neo của viện dẫn)."""

import re

from msgspec import Struct

from graph.vocabulary import DocumentTypeRow, TypeName
from graph.words.symbols import Symbol, is_assembly, read_symbol
from loaders.citations.laws import LawMention
from loaders.citations.symbols import SymbolMention
from loaders.mentions import Span


class Anchor(Struct, frozen=True, gc=False):
    """A document as named: span from the kind to the symbol; what follows is not yet read."""

    span: Span
    rule: str
    type: str | None
    number: str | None = None
    symbol: str | None = None
    name: str | None = None
    year: int | None = None
    issuer: str | None = None
    amended: tuple[LawMention, ...] = ()
    listed: bool = False  # it goes on a list: "số 2134/KH-UBND" after another


_LIST_GAP = re.compile(
    r"\s*(?:,?\s*(?:ngày|ký ngày)?\s*\d{1,2}(?:\s?[/.-]\s?|\stháng\s)\d{1,2}"
    r"(?:\s?[/.-]\s?|\snăm\s)\d{4})?\s*(?:[,;]\s*(?:(?:và|VÀ)\s*)?|(?:và|VÀ)\s*)"
)
_PLAIN = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9&]*(?:[a-z]{1,3}[A-ZĐ0-9&]*)?")


def is_document(mention: SymbolMention, symbol: Symbol, *, typed: bool, said: bool) -> bool:
    """Whether the symbol, with the words before it, is surely that of a document."""
    if is_assembly(mention.symbol):
        return True
    if symbol.abbreviation and symbol.code:
        return typed or said or symbol.organ is not None or mention.year is not None
    if typed:
        return bool(_PLAIN.match(mention.symbol)) and _not_a_standard(mention.symbol)
    return said and symbol.organ is not None and bool(symbol.rest)


def lists_on(content: str, last: Anchor, at: int, symbol: str) -> bool:
    """Whether only a date and a comma or "và" stand between a citation and this number.

    Between numbers of one symbol a blank is enough ("số 114/NT-VG 115/NT-VG").
    """
    gap = content[last.span.end : at]
    bare = symbol == last.symbol and gap == " " * len(gap)
    return len(gap) < 48 and (bare or bool(_LIST_GAP.fullmatch(gap)))


def _not_a_standard(symbol: str) -> bool:
    return not re.match(r"TCVN|QCVN|ISO|TCXDVN|TCN|IEC|QL\d|TL\d|ĐT\d|kV", symbol)


def kind_of_anchor(
    mention: SymbolMention,
    kinds: tuple[DocumentTypeRow, ...],
    last: Anchor | None,
    *,
    listed: bool,
) -> str | None:
    """The kind of its document; ``last``: the citation that it goes on a list with."""
    if kinds:
        if last and last.type in [kind.name for kind in kinds]:
            return last.type
        return str(kinds[0].name)
    if is_assembly(mention.symbol):
        akin = last and (
            last.symbol == mention.symbol or (listed and is_assembly(last.symbol or ""))
        )
        return last.type if last and akin else None
    letter = last is not None and last.symbol and read_symbol(last.symbol).letter
    return last.type if last is not None and last.type and letter else TypeName.LETTER.value
