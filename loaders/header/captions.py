"""Annex captions: ``(Kèm theo Kế hoạch số 12/KH-UBND ngày … của …)`` names the parent document."""

import re

from graph.words.folding import fold
from loaders.header.numbering import OwnNumber, read_number
from loaders.layout.kinds import type_named
from loaders.mentions import AnnexNote, PartialDate, Span
from loaders.text import CELL, Block, Text
from loaders.times.dates import find_date

_HEAD = re.compile(r"\(?\s*(?:ban hanh\s|duoc ban hanh\s)?(?:kem|dinh kem)(?:\stheo)?\s")
_FIRST = frozenset("( bBdDđĐðÐkK")  # what _HEAD begins with, before it is folded
_DATE = re.compile(r"\s{0,3},?\s{0,3}(?=(?:ngày|Ngày|NGÀY|tháng|năm)|\d{1,2}[/.-]\d)")
_ISSUER = re.compile(r"\s{0,3},?\s{0,3}(?:của|cua|CỦA)\s+(?P<issuer>[^();]{3,160})")


def find_caption(text: Text) -> AnnexNote | None:
    """The first annex caption of a text (dòng "Kèm theo …"); None when it has none."""
    for block in text.blocks:
        if block.kind is CELL or block.end - block.start > 500:
            continue
        note = read_caption(text.content, block)
        if note is not None:
            return note
    return None


def read_caption(content: str, block: Block) -> AnnexNote | None:
    """The caption that a paragraph is; None when it is none."""
    if content[block.start] not in _FIRST:
        return None
    words = content[block.start : block.end]
    head = _HEAD.match(fold(words[:48]))
    if head is None:
        return None
    kind = type_named(words[head.end() :])
    if kind is None:
        return None
    at = head.end() + len(kind.name)
    number = _number(words, at)
    if number is not None:
        at = number.span.end
    date, at = _date(words, at)
    issuer = _ISSUER.match(words, at)
    if number is None and date.year is None and issuer is None:
        return None  # "(Kèm theo Phụ lục …)" names no parent
    return AnnexNote(
        type=kind.name,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        date=date,
        issuer=issuer["issuer"].strip(" .,)") if issuer else None,
        span=Span(block.start, block.end),
    )


def _number(words: str, at: int) -> OwnNumber | None:
    start = at + len(words[at:]) - len(words[at:].lstrip())
    return read_number(words, start) or read_number(words, start, headed=False)


def _date(words: str, at: int) -> tuple[PartialDate, int]:
    start = _DATE.match(words, at)
    found = find_date(words, start.end()) if start else None
    return found if found else (PartialDate(), at)
