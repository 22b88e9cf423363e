"""``header.symbol_unusual``: the document's own symbol is a letter away from that of its organ."""

import re
from collections.abc import Iterator

from graph.words.authorities import by_id
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

#: letters of a symbol in which one more is a slip: UBND, SKHCN
SHORTEST = 4


def unusual_symbols(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """KH-SKHCCN of an organ whose symbol is SKHCN."""
    header, organ = reading.header, by_id(reading.scope.organ_id or "")
    span = header.spans.get("number")
    if organ is None or not organ.symbols or not header.symbol or span is None:
        return
    usual = organ.symbols[0]
    for part in re.split(r"[-/]", header.symbol):
        if _is_slip(part, usual):
            yield Doubt(
                "header.symbol_unusual", span, (("symbol", header.symbol), ("usual", usual))
            )


def _is_slip(part: str, usual: str) -> bool:
    """Whether one has a single letter more than the other."""
    short, long = sorted((part, usual), key=len)
    return (
        len(short) >= SHORTEST
        and len(long) == len(short) + 1
        and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    )
