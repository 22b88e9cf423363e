"""Documents that have no number, called by their symbol: CV SKHCN-PTKHCN (gọi bằng ký hiệu)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.model import Node, NodeKind
from graph.questions.ask.description import Description, fits
from graph.questions.ask.kinds_said import kinds_pattern, types_said
from graph.questions.ask.mention import Mention
from graph.questions.ask.narrowing import narrowed
from graph.questions.ask.words import words_of
from graph.store import GraphReader
from graph.words.folding import fold, slug

HITS = 200


def by_symbol_alone(store: GraphReader, text: str, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The documents without a number whose symbol stands in the text."""
    for match in _symbols().finditer(fold(text)):
        start, end = match.span()
        if any(m.start < end and start < m.end for m in taken):
            continue
        symbol, kinds = slug(match["symbol"]), types_said(text[slice(*match.span("kind"))])
        part = "-" not in symbol  # CV PTKHCN
        if part and not (kinds and words_of(text[slice(*match.span("symbol"))])[0].short):
            continue
        hits = store.search(
            symbol.replace("-", " "), kinds=[NodeKind.DOCUMENT], limit=HITS, snippets=False
        )
        asked = Description(kinds if match["kind"] else frozenset(), "", "" if part else symbol)
        nodes = [hit.node for hit in hits if not hit.node.properties.get("number")]
        nodes = [node for node in nodes if fits(node, asked)]
        if part:
            nodes = [node for node in nodes if symbol in _symbol(node).split("-")]
        if nodes:
            yield narrowed(Mention(text[start:end], start, end, tuple(nodes)), text)


def _symbol(node: Node) -> str:
    return slug(str(node.properties.get("symbol") or ""))


@cache
def _symbols() -> re.Pattern[str]:
    """[kind] symbol without a number, as labels print it (…/KH-SKHCN) too, or a word that may be a
    part of one: on folded text."""
    symbol = r"[a-z]{1,10}(?:\s?[-–/&]\s?[a-z][a-z0-9]{0,11})*"
    kind = rf"(?P<kind>{kinds_pattern()})\s+(?:(?:…|\.{{3}})\s?/\s?)?"
    return re.compile(rf"(?<![\w/.-])(?:{kind})?(?P<symbol>{symbol})(?![\w/-])")
