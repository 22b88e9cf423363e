"""The period that the title of a table or of a group of its rows gives to the rows (giai đoạn)."""

import re
from collections.abc import Iterator
from itertools import islice

from loaders.layout.markers import read_marker
from loaders.mentions import Span, TimeFrame
from loaders.tasks.shared import Source
from loaders.text import Block, BlockKind, Table, Text
from loaders.times.points import points
from loaders.times.timeframes import read_time

_LED_BY_TITLE = 3  # blocks above a table among which its heading may stand
#: what a title that is a period says before its first time: "Giai đoạn 1: Từ năm …"
_BEFORE_PERIOD = re.compile(
    r"(?:(?:giai đoạn|thời kỳ|lộ trình|đợt|bước)(?: \w{1,3}(?!\w))?"
    r"|từ|đến|trong|năm|hết|trước|sau|thực hiện|[\s:.(–-])*",
    re.I,
)
_LONGEST_PERIOD = 90  # characters of a title that is a period


def heading_time(source: Source, table: Table) -> TimeFrame | None:
    """The period that the heading of a table gives to all its rows."""
    for block in islice(_above(source.text, table.start), _LED_BY_TITLE):
        marker = read_marker(source.text.words(block))
        start = block.start + (marker.end if marker else 0)
        if period := title_period(source, Span(start, block.end)):
            return period
    return None


def title_period(source: Source, title: Span) -> TimeFrame | None:
    """The period that a title is ("Giai đoạn 1: Từ năm 2021 đến năm 2025"); None for a title that
    only holds one."""
    words = source.text.content[title.start : title.end]
    listed = points(words) if len(words) < _LONGEST_PERIOD and not words.startswith("(") else ()
    if not listed or words[listed[-1].end :].strip(" .:;*)"):
        return None
    if not _BEFORE_PERIOD.fullmatch(words, 0, listed[0].start):
        return None
    frame = read_time(words, title.start, source.time)
    return frame if frame and frame.intervals else None


def _above(text: Text, position: int) -> Iterator[Block]:
    """The paragraphs that end before the position, the nearest first."""
    for index in range(text.index_at(position), -1, -1):
        block = text.blocks[index]
        if block.end <= position and block.kind is not BlockKind.CELL:
            yield block
