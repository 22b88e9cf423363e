"""Reckoning with ISO days, months and years of the calendar (tính ngày)."""

from calendar import monthrange
from datetime import date, timedelta


def day_before(day: str) -> str:
    """The last day allowed by "trước ngày …": the one before it."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def in_years(day: str, years: int) -> str:
    """The same day so many years on; the last of February stays the last of February."""
    at = date.fromisoformat(day)
    if at.month == 2 and at.day == monthrange(at.year, 2)[1]:
        return month_end(at.year + years, 2)
    return at.replace(year=at.year + years).isoformat()


def month_end(year: int, month: int) -> str:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1]).isoformat()


def is_whole_day(text: object) -> bool:
    """Whether this is a day of the calendar, written in full."""
    try:
        return isinstance(text, str) and len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False
