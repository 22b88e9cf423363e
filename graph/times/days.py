"""Reckoning with ISO days, months and years of the calendar (tính ngày)."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeGuard


def day_before(day: str) -> str:
    """The last day allowed by "trước ngày …": the one before it."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def day_after(day: str) -> str:
    """The first day after one."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def on_day(day: str, number: int) -> str:
    """The day of this number in the month of another, its last where it has not so many."""
    at = date.fromisoformat(day)
    return at.replace(day=min(number, monthrange(at.year, at.month)[1])).isoformat()


def in_years(day: str, years: int) -> str:
    """The same day so many years on; the last of February stays the last of February."""
    return in_months(day, 12 * years)


def in_months(day: str, months: int) -> str:
    """The same day so many months on; the last of a month stays the last of a month."""
    at = date.fromisoformat(day)
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    if at.day >= last or at.day == monthrange(at.year, at.month)[1]:
        return month_end(year, month + 1)
    return date(year, month + 1, at.day).isoformat()


def again(day: str, every: int, last: str) -> Iterator[str]:
    """The day and each one so many months after the one before, up to ``last``; once where 0."""
    at = day
    for number in range(1, 10_000):
        if at > last:
            return
        yield at
        if not every:
            return
        at = in_months(day, number * every)


def month_end(year: int, month: int) -> str:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1]).isoformat()


def first_day(text: str) -> str | None:
    """The first day of an ISO day, month or year; None when it is none of these."""
    padded = text + {4: "-01-01", 7: "-01"}.get(len(text), "")
    return padded if is_whole_day(padded) else None


def last_day(text: str) -> str | None:
    """The last day of an ISO day, month or year; None when it is none of these."""
    first = first_day(text)
    if first is None or len(text) == 10:
        return first
    return month_end(int(first[:4]), 12 if len(text) == 4 else int(first[5:7]))


def is_whole_day(text: object) -> TypeGuard[str]:
    """Whether this is a day of the calendar, written in full."""
    try:
        return isinstance(text, str) and len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False
