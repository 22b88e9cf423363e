"""Whom a document is addressed to: ``Kính gửi`` in one line, or a list under it (nơi gửi)."""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.patterns import any_of
from loaders.header.gathering import Head
from loaders.header.headlines import take_telegrapher
from loaders.layout.markers import Style, read_marker
from loaders.layout.thethuc import letterhead_words, recipient_head
from loaders.mentions import Span
from loaders.text import Block, Text


def take_recipients(head: Head, text: Text, blocks: Sequence[Block], index: int) -> int:
    """``Kính gửi: A; B`` in one line, or a list under it."""
    first = blocks[index]
    at = recipient_head(text.words(first))
    take_telegrapher(head, text.words(first), first.start)
    found = list(_parts(text.content, first.start + at, first.end)) if at is not None else []
    taken = 1
    for block in blocks[index + 1 :]:
        marker = read_marker(text.words(block))
        if marker is None or marker.style not in (Style.DASH, Style.BULLET, Style.PLUS):
            break
        found += _parts(text.content, block.start + marker.end, block.end)
        taken += 1
    head.recipients = (*head.recipients, *found)
    return taken


def _parts(content: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The names between semicolons, each with where it stands; none of the text behind them."""
    text = _letter_opening().search(content, start, end)
    end = text.start() if text else end
    found, at = [], start
    for piece in content[start:end].split(";"):
        name = piece.strip(" .,:-")
        if name:
            first = content.index(name, at)
            found.append((name, Span(first, first + len(name))))
        at += len(piece) + 1
    return found


@cache
def _letter_opening() -> re.Pattern[str]:
    """Where the text of a letter begins behind a name, on the ground of a numbered document."""
    words = any_of(letterhead_words("letter_opening"))
    return re.compile(rf"(?<=[\w.;)])\s+(?={words}\s[^.;]{{0,80}}?\ssố\s?:?\s?\d)")
