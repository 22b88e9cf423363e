"""The days a question asks about, checked (khoảng thời gian được hỏi)."""

from graph.errors import UsageError
from graph.times.days import first_day, last_day


def window(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day meant by days, months or years; UsageError when they are none.

    ``2026`` as the end reaches to its last day.
    """
    for day in (since, until):
        if day and first_day(day) is None:
            raise UsageError("query.day", day=day)
    first, last = since and first_day(since), until and last_day(until)
    if first and last and first > last:
        raise UsageError("query.days", since=since, until=until)
    return first or None, last or None
