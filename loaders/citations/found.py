"""A citation as the steps of a sentence see it: with its place among the words around it."""

import re

from msgspec import Struct

from loaders.citations.laws import LawMention
from loaders.mentions import Citation, PartialDate

CITES = "cites"
#: in parentheses, or an assembly's term and session: "… của HĐND tỉnh khóa II - kỳ họp thứ 6"
ASIDE = re.compile(
    r"\s*\([^()]*\)|,?\skh(?:óa|oá)\s[IVXL\d]+"
    r"(?:[\s,–-]+(?:kỳ họp thứ \w+|nhiệm kỳ \d{4}\s?[–-]\s?\d{4}))*"
)
#: a sentence's end, or the mark of the next note ("^")
ENDED = re.compile(r"\.\s+(?=[A-ZĐÂÊÔƠƯÁÀẢÃẠ]|$)|\^")
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
    return bool(later and earlier and later > earlier)
