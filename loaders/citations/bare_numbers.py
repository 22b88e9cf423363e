"""Numbers without a symbol: "Quyết định 244, ngày 9/6/2014 của Ban Chấp hành Trung ương".

A kind of document, a number and a whole date right behind it name a document; a number alone does
not ("Kế hoạch 5 năm", "03 Kế hoạch"), nor do the kinds that a person signs (hợp đồng, tờ khai).
"""

import re
from collections.abc import Iterator

from loaders.citations.anchors import Anchor, type_before
from loaders.mentions import Span

_NUMBER = re.compile(
    r"(?<=[^\W\d_]\s)(?:(?P<said>số|Số|SỐ)\s?:?\s?)?(?P<number>\d{1,5}[a-z]?(?:/(?:19|20)\d\d)?)"
    r"\s?,?\s(?:ký\s|ban hành\s)?"
    r"(?=ngày\s\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:(?:19|20)\d\d|\d\d(?!\d))|\stháng\s\d{1,2}\snăm\s\d{4}))"
)
#: how far back the kind of the document stands
_NEAR = 64
_NONE = ("Luật", "Bộ luật", "Hiến pháp", "Hợp đồng", "Biên bản")


def find_bare_numbers(content: str) -> Iterator[Anchor]:
    """Every number with a kind before it and a date behind it, but no symbol (số không ký hiệu)."""
    for match in _NUMBER.finditer(content):
        floor = max(0, match.start() - _NEAR)
        kind = type_before(content[floor : match.start()])
        alone = match["said"] is None and len(match["number"]) < 2
        if kind is None or kind[0] in _NONE or alone:
            continue
        span = Span(floor + kind[1], match.end("number"))
        yield Anchor(span, "number_alone", kind[0], match["number"])
