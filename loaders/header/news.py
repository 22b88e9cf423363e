"""News pieces and articles: no letterhead, a headline (tin bài, bài báo).

A news piece has the date, often with the hour, on which it was put online; an article has none.
"""

import re

from loaders.layout.letters import UPPER
from loaders.mentions import Header, PartialDate, Span
from loaders.text import Block, BlockKind, Text
from loaders.times.dates import find_date

#: paragraphs in which the date of a piece stands
_FAR = 12
_DATELINE = re.compile(
    rf"(?:[{UPPER}][^\d]{{0,30}}[,:|]\s?)?"
    r"(?=(?:ngày|Ngày)?\s?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
)
_HOUR = re.compile(
    r"[\s,|–-]{0,5}(?:lúc\s)?(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?"
    r"(?:\s?(?:AM|PM|GMT\+7|\(GMT\+7\)))?\W{0,3}\Z"
)

_NOTES = "Danh mục chú thích"
_VISITED = re.compile(r"(?:Truy cập|Bản gốc (?:\(PDF\) )?lưu trữ)\s(?:lúc\s\S+,?\s)?(?:ngày\s)?\d")
_MANY = 4


def read_news(text: Text) -> Header | None:
    """The header of a news piece; None when the text is none."""
    blocks = [b for b in text.blocks if b.kind is not BlockKind.CELL][:_FAR]
    dated = next(((b, found) for b in blocks if (found := _dated(text, b))), None)
    headline = next((b for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), None)
    if dated is None and headline is None:
        return Header(type=_NOTES, body_end=len(text.content)) if _is_notes(text) else None
    title = headline or (blocks[0] if blocks[0] is not (dated and dated[0]) else None)
    spans = {"title": Span(title.start, title.end)} if title else {}
    if dated:
        spans["issued"] = dated[1][1]
    return Header(
        type="Tin bài" if dated else "Bài báo",
        title=text.words(title) if title else None,
        issued=dated[1][0] if dated else PartialDate(),
        spans=spans,
        body_start=_after(text, max(b.end for b in (title, dated and dated[0]) if b)),
        body_end=len(text.content),
    )


def _is_notes(text: Text) -> bool:
    """Whether a text is the notes of a page alone: source after source, with the day of a visit."""
    found = _VISITED.finditer(text.content)
    return sum(1 for _ in found) >= _MANY


def _after(text: Text, end: int) -> int:
    """Where the paragraph after ``end`` begins."""
    return next((block.start for block in text.blocks if block.start > end), end)


def _dated(text: Text, block: Block) -> tuple[PartialDate, Span] | None:
    """The date that a short line consists of, with or without an hour."""
    words = text.words(block)
    match = _DATELINE.match(words) if len(words) < 70 else None
    found = find_date(words, match.end()) if match else None
    if match is None or found is None or not _HOUR.match(words, found[1]):
        return None
    return found[0], Span(block.start + match.end(), block.start + found[1])
