"""``report.no_receiver``: a report with a day or a rhythm, but nobody to send it to."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from graph.words.patterns import any_of
from loaders.checks.tasks import told
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution
from loaders.text import Text


class ReceiverWordRow(Row):
    """Words of sending, and with which a receiver begins (``lint.toml``)."""

    words: tuple[str, ...]
    examples: tuple[str, ...]


#: characters around a report's name in which the receiver stands
_NEAR = 160


def unaddressed_reports(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Báo cáo has a receiver: "về Sở Y tế", "gửi Bộ Tài chính"."""
    for task in reading.assignments:
        if task.kind == "report" and not task.reports_to and not _is_sent(reading.text, task.span):
            yield Doubt("report.no_receiver", task.span, (told(task),))


def _is_sent(text: Text, span: Span) -> bool:
    """Whether somebody is named near the report, in its paragraph."""
    block = text.block_at(span.start)
    first, last = (block.start, block.end) if block else span
    start, end = max(first, span.start - _NEAR), min(max(last, span.end), span.end + _NEAR)
    return _named().search(text.content, start, end) is not None


@cache
def _named() -> re.Pattern[str]:
    """Somebody named behind a word of sending, though no unit was read there."""
    sending = any_of(w for row in rows("lint", "sending", ReceiverWordRow) for w in row.words)
    receiver = any_of(w for row in rows("lint", "receiver", ReceiverWordRow) for w in row.words)
    return re.compile(rf"{sending}\s+(?:[A-ZĐÂÁỦỨ]|{receiver})")
