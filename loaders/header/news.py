"""News pieces and articles: no letterhead, a headline (tin bài, bài báo).

A news piece has the date, often with the hour, on which it was put online; an article has none.
"""

import re
from itertools import pairwise

from graph.vocabulary import TypeName
from loaders.layout.letters import UPPER
from loaders.layout.thethuc import is_other_day, letterhead_words
from loaders.layout.words import find_notices
from loaders.mentions import Header, PartialDate, Span
from loaders.text import Block, BlockKind, Text
from loaders.times.dates import find_date

#: paragraphs in which the date of a piece stands
_FAR = 12
_DATELINE = re.compile(
    rf"(?:[{UPPER}][^\d]{{0,30}}(?:[,:|]|\s[-–])\s?)?(?:\d{{1,2}}[:h]\d{{2}}(?:\s?[AP]M)?\W{{1,3}})?"
    r"(?=(?:ngày|Ngày)?\s?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_HOUR = re.compile(
    r"[\s,|/–-]{0,5}(?:lúc\s)?(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?"
    r"(?:\s?(?:AM|PM|SA|CH|[Ss]áng|[Cc]hiều|GMT\+7|\(GMT\+7\)))?\W{0,3}\Z"
)

_VISITED = re.compile(r"(?:Truy cập|Bản gốc (?:\(PDF\) )?lưu trữ)\s(?:lúc\s\S+,?\s)?(?:ngày\s)?\d")
_MANY = 4
_FEW = 2


def read_news(text: Text) -> Header | None:
    """The header of a news piece; None when the text is none."""
    blocks = [b for b in text.blocks if b.kind is not BlockKind.CELL][:_FAR]
    days = [(b, found) for b in blocks if (found := _dated(text, b))]
    if days and any(at < days[0][0].start for at, _ in find_notices(text.content)):
        days = []  # the day of what a portal tells its readers
    dated = days[0] if days and len(days) <= _FEW and _heads(text, blocks[0]) else None
    headline = next((b for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None)
    if dated is None and headline is None:
        if _is_notes(text):
            return Header(type=TypeName.NOTES.value, body_end=len(text.content))
        if _is_article(text):
            return Header(type=TypeName.ARTICLE.value, body_end=len(text.content))
        return None
    title = headline or (blocks[0] if blocks[0] is not (dated and dated[0]) else None)
    spans = {"title": Span(title.start, title.end)} if title else {}
    if dated:
        spans["issued"] = dated[1][1]
    return Header(
        type=(TypeName.NEWS if dated else TypeName.ARTICLE).value,
        title=text.words(title) if title else None,
        issued=dated[1][0] if dated else PartialDate(),
        spans=spans,
        body_start=_after(text, max(b.end for b in (title, dated and dated[0]) if b)),
        body_end=len(text.content),
    )


def _heads(text: Text, block: Block) -> bool:
    """Whether a paragraph may be a headline, or the line of the day: no rest of a sentence."""
    words = text.words(block)
    return not words[0].islower() and words[-1] not in ";,:" and words[0] not in "-+•"


def _is_notes(text: Text) -> bool:
    """Whether a text is the notes of a page alone: source after source, with the day of a visit."""
    found = _VISITED.finditer(text.content)
    return sum(1 for _ in found) >= _MANY


def _is_article(text: Text) -> bool:
    """Whether a text is a part of a page without its headline: by a mark, or heads set twice."""
    if any(words in text.content for words in letterhead_words("article_mark")):
        return True
    words = (text.words(block) for block in text.blocks if block.emphasis)
    return sum(1 for one, other in pairwise(words) if one == other) >= _FEW


def _after(text: Text, end: int) -> int:
    """Where the paragraph after ``end`` begins."""
    return next((block.start for block in text.blocks if block.start > end), end)


def _dated(text: Text, block: Block) -> tuple[PartialDate, Span] | None:
    """The date that a short line consists of, with or without an hour."""
    words = text.words(block)
    above = text.content[: block.start].rstrip()[-1:]
    short = (
        len(words) < 70 and above != ":" and not is_other_day(words)
    )  # "Ban hành:" above it: the day of something else
    match = _DATELINE.match(words) if short else None
    found = find_date(words, match.end()) if match else None
    if match is None or found is None or not _HOUR.match(words, found[1]):
        return None
    return found[0], Span(block.start + match.end(), block.start + found[1])
