"""The province of a district or commune that its document does not name, by the bases under it."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from graph.vocabulary import every_province, provinces
from graph.words.authorities import begins_with
from graph.words.places import ending_place
from loaders.layout.thethuc import is_opening
from loaders.mentions import PartialDate
from loaders.text import PARAGRAPH, Text

#: paragraphs in which the bases stand, and letters in which an organ is named
_FAR, _NAME = 40, 120
_OF = re.compile(r"\b(?:của|Của|CỦA)\s+(?=\w)")


def home_by_bases(text: Text, start: int, organ: str, issued: PartialDate) -> str | None:
    """The one province whose organs the bases of a lower organ's document name.

    "Căn cứ Kế hoạch số 5/KH-UBND ngày … của UBND tỉnh An Giang" in a plan of UBND xã Tân An; None
    for organs of no district or commune, and where two provinces are named.
    """
    place = ending_place(organ)
    if place is None or place[1] in every_province():
        return None
    found = {_lasting(slug, issued) for slug in _named(text, start)}
    return found.pop() if len(found) == 1 else None


def _named(text: Text, start: int) -> Iterator[str]:
    """The provinces of the organs that the bases behind ``start`` name."""
    for block in islice((b for b in text.blocks if b.start >= start), _FAR):
        words = text.words(block)
        if block.kind is not PARAGRAPH or not is_opening(words):
            continue
        for of in _OF.finditer(words):
            organ = begins_with(words[of.end() : of.end() + _NAME])
            if organ and organ[1] and organ[0].scope == "province":
                yield organ[1].split("/")[0]


def _lasting(slug: str, issued: PartialDate) -> str:
    """The province that a merged one had become by the day of issue."""
    row = provinces().get(slug)
    day = date.fromisoformat(issued.iso) if issued.iso else None
    merged = row is not None and row.valid_to and day is not None and day > row.valid_to
    return row.successor if row and merged and row.successor else slug
