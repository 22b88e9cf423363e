"""Numbers left blank in running text: "Quyết định số    /QĐ-UBND" cites what is not issued yet.

Such words name no document, so they are no citation; a doubt keeps them visible.
"""

import re
from collections.abc import Iterator

from graph.words.symbols import read_symbol
from loaders.citations.kinds import type_before
from loaders.mentions import Doubt, Header, Span
from loaders.text import Text

_BLANK = re.compile(
    r"(?:số(?<![^\W_]số)|Số(?<![^\W_]Số)|SỐ(?<![^\W_]SỐ))\s?:?[\s.…_]{0,40}(?:/\s?20\d{0,2}[.…_]{0,6}\s?)?[/-]\s?"
    r"(?P<symbol>[A-ZĐƯ][A-ZĐƯa-z&]{0,8}(?:\s?[-/]\s?[A-ZĐƯ][A-ZĐƯa-z0-9&]{0,12}){1,3})"
)
#: how far back the kind of the document stands
_NEAR = 48


def find_blank_numbers(text: Text, header: Header) -> Iterator[Doubt]:
    """A doubt for each blank number of the running text (số để trống)."""
    own = header.spans.get("number")
    for blank in _BLANK.finditer(text.content, header.body_start, header.body_end):
        floor = max(blank.start() - _NEAR, text.content.rfind("\n", 0, blank.start()) + 1)
        kind = type_before(text.content[floor : blank.start()])
        if kind is None or read_symbol(blank["symbol"]).abbreviation is None:
            continue
        span = Span(floor + kind[1], blank.end())
        note = header.annex_of.span if header.annex_of else own
        if note is None or span.end <= note.start or note.end <= span.start:
            printed = " ".join(text.content[span.start : span.end].split())
            yield Doubt("citation.number_blank", span, (("printed", printed),))
