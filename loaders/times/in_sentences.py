"""Time frames in sentences: after a preposition, counted from signing, how often (thời hạn)."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from graph.vocabulary import Row, rows
from loaders.mentions import Span, TimeFrame
from loaders.times.points import Point, points
from loaders.times.recurrences import recurrence
from loaders.times.time_words import is_joint, is_signed_elsewhere
from loaders.times.timeframes import TimeContext, counted_from_signing, interpret

#: a time and what is joined to it take no more characters than this
_FAR = 1000
#: what every time holds but those that words alone tell: a figure or the number of a quarter
_FIGURE = re.compile(r"[\dIV]")
_ANY_CASE = r"(?i:{})(?!\w)"
#: a rhythm anywhere in a sentence; "kế hoạch hằng năm" is none
_REGULAR = r"(?=[Đđ]ịnh kỳ){}(?!\w)"


class SaidTimeRow(Row):
    """How a sentence says a time (``times.toml``): ``role`` tells what is read from it.

    before: a preposition, a point of time behind it; dayless: of days that the text does not tell;
    done: a clause without a preposition, its month behind it; counted: from the day of signing;
    weekly, daily, counts, often: a rhythm; habit: as often as it takes, before what is done.
    """

    role: Literal[
        "before", "dayless", "done", "counted", "weekly", "daily", "counts", "often", "habit"
    ]
    pattern: str
    examples: tuple[str, ...]
    misses: tuple[str, ...] = ()


@cache
def _said(role: str, form: str = "{}") -> re.Pattern[str]:
    """What the rows of a role are found by, in the place of {} of ``form``."""
    of_role = (row.pattern for row in rows("times", "said", SaidTimeRow) if row.role == role)
    return re.compile(form.format(f"(?:{'|'.join(of_role)})"))


def find_times(content: str, start: int, end: int, context: TimeContext) -> list[TimeFrame]:
    """The deadlines and periods that a sentence of prose gives with a preposition."""
    if not _FIGURE.search(content, start, end):
        return _dayless(content, start, end)
    found: list[TimeFrame] = _counted(content, start, end, context)
    at = start
    while match := _said("before").search(content, at, end):
        clause = content[match.start() : min(end, match.start() + _FAR)]
        listed = points(clause)
        if not listed:
            at = match.end()
            continue
        stop = match.start() + _together(clause, listed)
        words = content[match.start() : stop]
        found.append(interpret(words, match.start(), context, "time_prose"))
        at = stop
    return (
        sorted(found, key=lambda frame: frame.span.start)
        or _done_in(content, start, end, context)
        or _dayless(content, start, end)
    )


def _dayless(content: str, start: int, end: int) -> list[TimeFrame]:
    """ "trình thẩm định trong tuần 33", "trong vòng 10 ngày": as printed, of no known days."""
    match = _said("dayless").search(content, start, end)
    return [TimeFrame(Span(*match.span()), match[0], rule="time_prose")] if match else []


def _done_in(content: str, start: int, end: int, context: TimeContext) -> list[TimeFrame]:
    """ "trình Chính phủ tháng 11/2026": when a clause without a preposition is to be done."""
    match = _said("done").search(content, start, end)
    listed = points(content[match.end() : min(end, match.end() + _FAR)]) if match else ()
    if match is None or not listed or listed[0].start:
        return []
    words = content[match.end() : match.end() + listed[0].end]
    return [interpret(words, match.end(), context, "time_prose")]


def find_rhythm(content: str, start: int, end: int) -> TimeFrame | None:
    """How often, where it is said so that it can only be meant of what is done.

    "Định kỳ hằng quý, …" or "Hằng năm, …" at the beginning, "định kỳ 06 tháng", "thứ Sáu hằng
    tuần" and "trước 16 giờ hằng ngày" anywhere; not "kế hoạch hằng năm".
    """
    where = (content, start, end)
    weekly = content.find("tuần", start, end) >= 0
    match = _said("weekly").search(*where) if weekly else None
    match = match or _said("often", _ANY_CASE).match(*where)
    match = match or _said("often", _REGULAR).search(*where)
    if match is None and _FIGURE.search(*where):
        match = _said("daily").search(*where) or _said("counts").search(*where)
    if match is None:
        return None
    every = recurrence(match[0])
    return TimeFrame(Span(*match.span()), match[0], recurrence=every, rule="time_rhythm")


def find_habit(content: str, start: int, end: int) -> TimeFrame | None:
    """ "Thường xuyên kiểm tra …", "Định kỳ rà soát …": that it is done again and again."""
    match = _said("habit", _ANY_CASE).match(content, start, end)
    if match is None:
        return None
    return TimeFrame(
        Span(*match.span()), match[0], recurrence=recurrence(match[0]), rule="time_rhythm"
    )


def _counted(content: str, start: int, end: int, context: TimeContext) -> list[TimeFrame]:
    """ "trong vòng 30 ngày kể từ ngày ký": deadlines counted from the day of issue."""
    frames = []
    for match in _said("counted").finditer(content, start, end):
        if is_signed_elsewhere(content[match.end() : end]):
            continue
        frame = TimeFrame(Span(*match.span()), match[0], rule="time_counted")
        frame = counted_from_signing(frame, context)
        frames += [frame] if frame.due else []
    return frames


def _together(words: str, listed: Sequence[Point]) -> int:
    """Where the first time and those joined to it end, a recurrence right after included."""
    end = listed[0].end
    for point in listed[1:]:
        between = words[end : point.start].strip()
        if not (is_joint(between) or between in ("và", ",", "hoặc")):
            break
        end = point.end
    after = re.compile(r"\s(?:hằng|hàng) (?:năm|quý|tháng)").match(words, end)
    return after.end() if after else end
