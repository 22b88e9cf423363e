"""Organs that issue together (liên tịch): each is known, and none stands above another."""

import re
from collections.abc import Sequence
from functools import cache

from graph.vocabulary import document_types
from graph.words.authorities import by_name, by_symbol
from graph.words.folding import fold
from loaders.header.letterhead import Issuer, home_of, named
from loaders.header.organs import Line
from loaders.mentions import Span

_SIGN = re.compile(r"\s*[-–/.]\s*")
_TIE = re.compile(r"\s?[-–]\s?")


def read_joint_issuer(
    organs: Sequence[Line], place: str | None, symbol: str | None, content: str
) -> Issuer | None:
    """The organs of the letterhead where each is known, else those of the symbol that agrees."""
    lines = _tied(organs[0]) if len(organs) == 1 else organs
    found = [(line, by_name(line.words)) for line in lines]
    known = [(line, organ) for line, organ in found if organ is not None]
    if len(lines) < 2 or len(known) < len(lines):
        return _told_by_symbol(organs, symbol)
    known = list({organ[0].id: (line, organ) for line, organ in reversed(known)}.values())[::-1]
    ids = {organ[0].id for _, organ in known}
    if len(ids) < 2:
        return _told_by_symbol(organs, symbol)
    if any(organ[0].parent in ids for _, organ in known):
        return None
    home = home_of(lines, place)
    issuers = [named(line, organ, home, content) for line, organ in known]
    span = Span(lines[0].span.start, lines[-1].span.end)
    name = " - ".join(issuer.name for issuer in issuers)
    return Issuer(name, issuers[0].jurisdiction, span)


def _told_by_symbol(organs: Sequence[Line], symbol: str | None) -> Issuer | None:
    """The national organs whose codes the symbol ties (TTLT-BTC-BNV), one of them in the words.

    A column too narrow shows the first names, or halves of them: "BỘ TÀI CHÍNH - BỘ LAO ĐỘNG,".
    """
    codes = [code for code in _SIGN.split(symbol or "") if code not in _kinds()]
    found = [by_symbol(code) for code in codes]
    known = [organ for organ in found if organ is not None and organ.scope == "national"]
    said = " ".join(fold(line.words) for line in organs)
    if len(known) < 2 or len(known) < len(codes) or not any(fold(o.name) in said for o in known):
        return None
    span = Span(organs[0].span.start, organs[-1].span.end)
    return Issuer(" - ".join(organ.name for organ in known), None, span)


@cache
def _kinds() -> frozenset[str]:
    """What kinds of document are in symbols, piece by piece: TTLT, TT and LB."""
    return frozenset(c for row in document_types() for a in row.abbreviations for c in a.split("-"))


def _tied(line: Line) -> list[Line]:
    """The organs that a line ties with dashes, some with a dash in their own names."""
    organs: list[Line] = []
    start = 0
    for tie in (*_TIE.finditer(line.words), None):
        words = line.words[start : tie.start() if tie else None]
        if by_name(words) is not None or tie is None:
            at = line.span.start + start
            organs.append(Line(words, Span(at, at + len(words))))
            start = tie.end() if tie else start
    return organs
