"""A citation as the steps of a sentence see it: with its place among the words around it."""

import re

from msgspec import Struct

from loaders.citations.laws import LawMention
from loaders.layout.letters import UPPER
from loaders.mentions import Citation, PartialDate

CITES = "cites"
#: in parentheses, or an assembly's term and session: "… của HĐND tỉnh khóa II - kỳ họp thứ 6"
ASIDE = re.compile(
    r"\s*\([^()]*\)|,?\skh(?:óa|oá)\s[IVXL\d]+"
    r"(?:[\s,–-]+(?:kỳ họp thứ \w+|nhiệm kỳ \d{4}\s?[–-]\s?\d{4}))*"
)
#: a sentence's end, or the mark of the next note ("^")
ENDED = re.compile(rf"\.\s+(?=[{UPPER}]|$)|\^")
_YEAR_IN_NUMBER = re.compile(r"/(\d{4})$")
AND = re.compile(r"\s(?:và|VÀ|cùng với|cùng)\s(?:tại\s)?$")


class Found(Struct, frozen=True, gc=False):
    """A citation with the place where its words begin (provision) and end (date, issuer)."""

    citation: Citation
    lead: int
    tail: int
    amended: tuple[LawMention, ...] = ()
    amended_date: PartialDate = PartialDate()  # of the law it amends
    same_day: bool = False  # it has the day of the one before ("cùng ngày")


def gap_between(content: str, previous: Found, item: Found) -> str:
    """The words between two citations."""
    return content[min(previous.tail, item.lead) : item.lead]


def is_later(item: Found, before: Citation) -> bool:
    """Whether it was made after the document before it, whose title then cannot speak of it."""
    later, earlier = item.citation.date.iso, before.date.iso
    if later and earlier:
        return later > earlier
    of, than = _year(item.citation), _year(before)
    return bool(of and than and of > than)


def _year(citation: Citation) -> int | None:
    """The year of a document by its number or its day; one that stands alone may be another's."""
    printed = _YEAR_IN_NUMBER.search(citation.number or "")
    return int(printed[1]) if printed else citation.date.year if citation.date.iso else None
