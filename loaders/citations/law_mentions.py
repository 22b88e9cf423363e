"""Where a text names laws by their titles (luật được nhắc tên), one by one or on a list.

"Căn cứ các Luật: Đất đai ngày 29/11/2013; Nhà ở ngày 25/11/2014" names two, "Luật" said once.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.folding import fold
from loaders.citations.law_ends import known_end, law_words
from loaders.citations.laws import HEAD, YEAR, LawMention, read_law
from loaders.mentions import Span

#: how a list begins whose titles do without "Luật"
_LIST = re.compile(r"Luật(?<=[Cc]ác Luật)(?:\scủa Quốc hội)?\s?:\s*(?:[-+]\s*)?(?=[A-ZĐ])")
#: number and date of one of a list, and the sign before the next
_NEXT = re.compile(
    r"(?:\s\([^()\n]{1,60}\))?(?:\s(?:số\s)?\d{1,3}/\d{4}/[A-Z]{2,6}\d{1,2})?"
    r"(?:,?\s(?:ngày|năm)\s\d[\d/.-]*(?:\stháng\s\d{1,2}\snăm\s\d{4})?)?"
    r"\s?(?:[;,]\s*(?:và\s)?|\svà\s)(?:[-+]\s*)?(?=[A-ZĐ])"
)


def find_laws(content: str) -> Iterator[LawMention]:
    """Every law that a text names by its title, in order."""
    end = 0
    for head in HEAD.finditer(content):
        if head.start() < end or _not_a_law(content, head.start()):
            continue
        listed = _LIST.match(content, head.start())
        law = None if listed else read_law(content, head.start())
        for found in _listed(content, listed.end()) if listed else (law,) if law else ():
            end = found.span.end
            yield found


def _listed(content: str, start: int) -> Iterator[LawMention]:
    """The laws of a list that begins at ``start``, "Luật" before a title or not."""
    at: int | None = start
    while at is not None:
        law = read_law(content, at) or _untitled(content, at)
        if law is None:
            return
        yield law
        more = _NEXT.match(content, law.span.end)
        at = more.end() if more else None


def _untitled(content: str, start: int) -> LawMention | None:
    """The law whose known title begins at ``start`` without "Luật"."""
    end = known_end(content, start)
    if end is None:
        return None
    name = f"Luật {' '.join(content[start:end].split())}"
    year = YEAR.match(content, end)
    last = year.end() if year else end
    return LawMention(Span(start, last), "Luật", name, int(year["year"]) if year else None)


def _not_a_law(content: str, start: int) -> bool:
    before = fold(" ".join(content[max(0, start - 24) : start].split()))
    return any(before.endswith(word) for word in _before("draft", "other"))


@cache
def _before(*roles: str) -> tuple[str, ...]:
    return tuple(fold(row.words) for row in law_words() if row.role in roles)
