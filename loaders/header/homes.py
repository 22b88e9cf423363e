"""The province of a district or commune that its letterhead leaves out, by the rest of the text.

Where its own name stands with its province ("xã Tân Lập, tỉnh An Giang"), that is it. Else those
count whose organs the bases name, the committees of the province that get a copy, the domain of the
mail: where all are one province.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice

from graph.vocabulary import every_province, provinces
from graph.words.authorities import begins_with
from graph.words.folding import fold
from graph.words.places import ending_place, province_of, province_word
from loaders.layout.letters import UPPER
from loaders.layout.thethuc import is_opening
from loaders.layout.words import ends_body
from loaders.mentions import PartialDate
from loaders.text import PARAGRAPH, Text

#: paragraphs in which the bases stand, and letters in which an organ is named
_FAR, _NAME = 40, 120
#: lines of the list of recipients at most
_LINES = 30
_OF = re.compile(r"\b(?:của|Của|CỦA)\s+(?=\w)")
_PROVINCE = rf"{province_word()}\s(?P<name>[{UPPER}]\w+(?:[\s-]+[{UPPER}]\w+){{0,3}})"
_ORGAN = re.compile(r"(?=(?:Tỉnh|Thành|UBND|HĐND|[ỦU][ỷy] ban|Hội đồng)\s)")
_DOMAIN = re.compile(r"[@.](?P<name>[a-z]+)\.gov\.vn\b")
#: the committees of a province, which stand over its communes
_ABOVE = ("tu", "hdnd", "ubnd")


def home_of_local(text: Text, start: int, organ: str, issued: PartialDate) -> str | None:
    """The one province that the document of a district or commune tells beside its letterhead.

    None for organs of no district or commune, and where two provinces are told.
    """
    place = ending_place(organ)
    if place is None or place[1] in every_province():
        return None
    whole = _only(_beside_own_name(text, organ[place[0] :]), issued)
    told = (*_of_bases(text, start), *_of_recipients(text, start), *_of_mail(text, start))
    return whole or _only(told, issued)


def _only(told: Iterable[str], issued: PartialDate) -> str | None:
    found = {_lasting(slug, issued) for slug in told}
    return found.pop() if len(found) == 1 else None


def _beside_own_name(text: Text, place: str) -> Iterator[str]:
    """The provinces that stand behind the document's own commune wherever it is named."""
    name = r"\s".join(map(re.escape, place.split()))
    for found in re.finditer(rf"(?i:{name}),?\s(?:thuộc\s)?{_PROVINCE}", text.content):
        if slug := province_of(found["name"]):
            yield slug


def _of_bases(text: Text, start: int) -> Iterator[str]:
    """The provinces of the organs that the bases behind ``start`` name."""
    for block in islice((b for b in text.blocks if b.start >= start), _FAR):
        words = text.words(block)
        if block.kind is not PARAGRAPH or not is_opening(words):
            continue
        for of in _OF.finditer(words):
            organ = begins_with(words[of.end() : of.end() + _NAME])
            if organ and organ[1] and organ[0].scope == "province":
                yield organ[1].split("/")[0]


def _of_recipients(text: Text, start: int) -> Iterator[str]:
    """The provinces whose committees are among those that get a copy."""
    blocks = iter(b for b in text.blocks if b.start >= start)
    begun = next((b for b in blocks if ends_body(text.words(b))), None)
    for block in islice((*([begun] if begun else ()), *blocks), _LINES):
        words = text.words(block)
        for at in _ORGAN.finditer(words):
            organ = begins_with(words[at.start() : at.start() + _NAME])
            if organ and organ[1] in every_province() and organ[0].id in _ABOVE:
                yield organ[1]


def _of_mail(text: Text, start: int) -> Iterator[str]:
    """The province in whose domain the document's own mail or page is."""
    last = next((b.start for b in text.blocks if b.start >= start and ends_body(text.words(b))), 0)
    for zone in (text.content[:start], text.content[last:] if last else ""):
        for found in _DOMAIN.finditer(zone):
            if slug := _domains().get(found["name"]):
                yield slug


def _lasting(slug: str, issued: PartialDate) -> str:
    """The province that a merged one had become by the day of issue."""
    row = provinces().get(slug)
    day = date.fromisoformat(issued.iso) if issued.iso else None
    merged = row is not None and row.valid_to and day is not None and day > row.valid_to
    return row.successor if row and merged and row.successor else slug


@cache
def _domains() -> dict[str, str]:
    """The name of a province without blanks, as in its domain → its slug."""
    names = ((n, row.slug) for row in provinces().values() for n in (row.name, *row.aliases))
    return {re.sub("[^a-z]", "", fold(name)): slug for name, slug in names}
