"""Time frames of tasks as printed and as closed intervals of days (thời gian thực hiện).

``Quý I, II và III/2026`` is 2026-01-01 … 2026-09-30, ``Thường xuyên`` a recurrence without an
interval, ``trước ngày 15 tháng 11`` a due day whose year comes from the plan, marked inferred.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from loaders.mentions import PartialDate, Span, TimeFrame
from loaders.times.period_days import find_period_days
from loaders.times.points import Point, points
from loaders.times.recurrences import recurrence
from loaders.times.time_words import (
    cue_before,
    goes_on,
    is_joint,
    is_signed_elsewhere,
    is_whole_year,
)

#: signs for "none", or a share of the whole ("12,5%"), which is no time
_NOTHING = re.compile(r"[\s/\-–—_.…xX*]*(?:\d[\d.,]*\s*%\s*)?")
_DEADLINE = re.compile(r"thời hạn|hoàn thành|hạn chót|hạn cuối")
_TRAILING = re.compile(r"[\s.;,:/*]+$")
_BEFORE_DAY = re.compile(r"[Tt]rước (?:ngày )?\d{1,2}(?!\d|:|h| giờ)")
_AFTER_SIGNING = re.compile(
    r"(\d{1,3}) ngày,? (?:kể từ|từ|sau) ngày (?:ký|ban hành|Quyết định này được ký)"
)


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a time without a year leans on: when the document was issued, the year it plans for."""

    issued: PartialDate
    plan_year: int | None = None
    validity: tuple[str, str] | None = None

    @property
    def year(self) -> int | None:
        """The year that a time without one most likely means."""
        return self.plan_year or self.issued.year


def read_time(
    words: str, start: int, context: TimeContext, *, deadline: bool = False
) -> TimeFrame | None:
    """The time of a label or cell whose words stand at ``start``; None when it says nothing.

    ``deadline``: the label asks for one (Thời hạn hoàn thành), so a bare day is the last allowed.
    """
    if _NOTHING.fullmatch(words):
        return None
    left = len(words) - len(words.lstrip(" *\n"))
    text = _TRAILING.sub("", words[left:])
    frame = interpret(text, start + left, context, "time_label")
    if deadline and len(frame.intervals) == 1 and frame.intervals[0][0] == frame.intervals[0][1]:
        return replace(frame, intervals=(), due=frame.intervals[0][1])
    return frame


def asks_deadline(label: str) -> bool:
    """Whether a label or header asks for a deadline, not for a period."""
    return _DEADLINE.search(label.lower()) is not None


def each_due(frame: TimeFrame, context: TimeContext) -> list[TimeFrame]:
    """One frame for each day of "trước ngày 01/6 và 15/11"; others as they are."""
    listed = _with_years(frame.text, points(frame.text), context)
    if frame.due is None or len(listed) < 2:
        return [frame]
    days = [p.first if frame.before else p.last for p in listed]
    if frame.inferred:
        days = [_not_past(day, context) for day in days]
    return [replace(frame, due=day.isoformat()) for day in days]


def interpret(text: str, start: int, context: TimeContext, rule: str) -> TimeFrame:
    """The time that the words at ``start`` mean, as printed."""
    frame = TimeFrame(Span(start, start + len(text)), text, rule=rule, recurrence=recurrence(text))
    said = points(text)
    ahead = [p for p in said if cue_before(text[: p.start]) != "after"]
    listed = _with_years(text, ahead, context)
    if frame.recurrence and not said and _BEFORE_DAY.search(text):
        day = next(iter(find_period_days(text, 0, len(text))), None)
        return replace(frame, before=True, each=day.each if day else None)
    if not listed:
        return frame if said else _without_point(frame, context)
    inferred = any(p.inferred for p in listed)
    cue = cue_before(text[: listed[0].start])
    single = len(listed) == 1 or not is_joint(text[listed[0].end : listed[1].start].strip())
    if cue in ("before", "due") and single:
        within = _within(text, listed[0], context) if cue == "due" else ()
        return replace(_due(frame, listed[0], cue, context), intervals=within)
    if (
        cue == "from"
        and len(listed) == 1
        and len(ahead[0].parts) == 1
        and _is_point(text, ahead[0])
    ):
        return replace(frame, intervals=_until_validity(listed[0], context), inferred=inferred)
    if goes_on(text) and frame.recurrence is None:
        frame = replace(frame, recurrence="onward")
    frame = replace(frame, intervals=_current(_intervals(text, listed), listed, context))
    later = next((p for p in listed[1:] if cue_before(text[: p.start]) in ("before", "due")), None)
    if later and not is_joint(text[listed[0].end : later.start].strip()):
        return _due(frame, later, cue_before(text[: later.start]), context)
    return replace(frame, inferred=inferred)


def _is_point(text: str, point: Point) -> bool:
    """Whether the words name one time and not "tháng 3 đến tháng 6"."""
    return not re.search(r"-|–|đến", text[point.start : point.end])


def _due(frame: TimeFrame, point: Point, cue: str | None, context: TimeContext) -> TimeFrame:
    """The frame with the day that the point makes the last one, or the first too late."""
    day = point.first if cue == "before" else point.last
    if point.inferred:
        day = _not_past(day, context)
    return replace(frame, due=day.isoformat(), before=cue == "before", inferred=point.inferred)


def _within(text: str, point: Point, context: TimeContext) -> tuple[tuple[str, str], ...]:
    """``hoàn thành trong Quý III``: the time itself beside its last day."""
    inside = re.search(r"(?:trong|vào)(?:\snăm)?\s*$", text[: point.start].lower())
    return _current(_intervals(text, [point]), [point], context) if inside else ()


def _current(
    spans: tuple[tuple[str, str], ...], listed: Sequence[Point], context: TimeContext
) -> tuple[tuple[str, str], ...]:
    """Times without a year that all lie before the day of issue are those of the next year."""
    guessed = context.plan_year is None and all(p.inferred for p in listed)
    if not (guessed and spans and spans[-1][1] < (context.issued.iso or "")):
        return spans
    moved = ((date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans)
    return tuple((_next_year(a).isoformat(), _next_year(b).isoformat()) for a, b in moved)


def _next_year(day: date) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _not_past(due: date, context: TimeContext) -> date:
    """A deadline without a year lies after the day of issue, unless the plan's year is known."""
    past = context.plan_year is None and due.isoformat() < (context.issued.iso or "")
    if not past:
        return due
    return _next_year(due)


def _without_point(frame: TimeFrame, context: TimeContext) -> TimeFrame:
    """``Cả năm`` is the year of the plan; ``30 ngày kể từ ngày ký`` is counted from its date."""
    if context.plan_year and is_whole_year(frame.text):
        days = ((f"{context.plan_year}-01-01", f"{context.plan_year}-12-31"),)
        return replace(frame, intervals=days, inferred=True)
    return counted_from_signing(frame, context)


def counted_from_signing(frame: TimeFrame, context: TimeContext) -> TimeFrame:
    """``trong vòng 30 ngày kể từ ngày ký``: a due day counted from the day of issue."""
    match = _AFTER_SIGNING.search(frame.text)
    if match is None or context.issued.iso is None:
        return frame
    if is_signed_elsewhere(frame.text[match.end() :]):
        return frame
    due = date.fromisoformat(context.issued.iso) + timedelta(days=int(match[1]))
    return replace(frame, due=due.isoformat())


def _with_years(text: str, found: Sequence[Point], context: TimeContext) -> list[Point]:
    """Points with a year: their own, that of the point they are joined to, or the plan's."""
    result: list[Point] = []
    following: Point | None = None
    for point in reversed(found):
        if point.year is None:
            joined = following and _linked(text[point.end : following.start])
            year = following.year if joined and following else None
            guessed = year is None or (following is not None and following.inferred)
            settled = point.in_year(year or context.year, inferred=guessed)
            if settled is None:
                continue
            point = settled
        result.append(point)
        following = point
    return result[::-1]


def _linked(between: str) -> bool:
    words = between.strip()
    return is_joint(words) or words in ("và", ",", ";", "hoặc", "&", "")


def _intervals(text: str, listed: Sequence[Point]) -> tuple[tuple[str, str], ...]:
    """Closed intervals: joined and adjoining times become one, gaps stay."""
    spans: list[tuple[date, date]] = []
    previous: Point | None = None
    for point in listed:
        joined = previous is not None and is_joint(text[previous.end : point.start].strip())
        if joined and spans and point.last >= spans[-1][0]:
            spans[-1] = (spans[-1][0], point.last)
        else:
            spans.extend(point.spans)
        previous = point
    merged: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple((a.isoformat(), b.isoformat()) for a, b in merged)


def _until_validity(point: Point, context: TimeContext) -> tuple[tuple[str, str], ...]:
    """From a day to the end of the plan, where the plan has one."""
    first = point.first.isoformat()
    if context.validity and first <= context.validity[1]:
        return ((first, context.validity[1]),)
    return ()
