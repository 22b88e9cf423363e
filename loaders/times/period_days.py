"""Days within a period: "trước ngày 25 hằng tháng", "ngày 05 của tháng sau" (ngày trong kỳ)."""

import re
from collections.abc import Iterator
from functools import cache

from graph.vocabulary import Row, rows
from loaders.mentions import Span, TimeFrame
from loaders.times.recurrences import recurrence

_LAST = 31
_DAY = r"(?P<day>\d{1,2})(?: của)? "
_CUE = (
    r"(?:(?P<cue>[Tt]rước|[Cc]hậm nhất|[Mm]uộn nhất|[Vv]ào)(?: là)?(?: vào)?(?: trước)? )?"
    rf"(?:[Nn]gày|[Mm]ùng) {_DAY}"
)


class PeriodDayRow(Row):
    """What follows a day that each period has (``times.toml``): ``every``: which period, where the
    words tell it by themselves; ``later``: months after the period's last one."""

    pattern: str
    every: str = ""
    later: int = 0
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


def find_period_days(content: str, start: int, end: int) -> list[TimeFrame]:
    """The days of each period that a clause names, with the rhythm it names beside them.

    Without a rhythm a day is of one period only and none of these.
    """
    if not _any_day().search(content, start, end):
        return []  # as most clauses; the cues before a day are looked for far more slowly
    said = recurrence(content[start:end])
    return list(rows_read(content, start, end, said))


def rows_read(content: str, start: int, end: int, said: str | None) -> Iterator[TimeFrame]:
    """What each row reads in a clause whose rhythm is ``said``, row by row."""
    for row, pattern in _patterns():
        for match in pattern.finditer(content, start, end):
            every, day = row.every or said, int(match["day"])
            if every and every.startswith("P") and 1 <= day <= _LAST:
                yield TimeFrame(
                    Span(*match.span()),
                    match[0],
                    recurrence=every,
                    before=(match["cue"] or "").lower() == "trước",
                    each=(day, row.later),
                    rule="time_each",
                )


@cache
def _any_day() -> re.Pattern[str]:
    """A day with what follows it in any of the rows, from the letter on that it begins with."""
    after = "|".join(row.pattern for row, _ in _patterns())
    return re.compile(rf"[NnMm](?:gày|ùng) {_DAY}(?:{after})(?!\w)")


@cache
def _patterns() -> tuple[tuple[PeriodDayRow, re.Pattern[str]], ...]:
    return tuple(
        (row, re.compile(rf"{_CUE}(?:{row.pattern})(?!\w)"))
        for row in rows("times", "period_day", PeriodDayRow)
    )
