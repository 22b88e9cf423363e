"""Days of which perhaps only the month or year is known (ngày, tháng, năm): before or after."""

from graph.errors import UsageError
from graph.model import Json, Node
from graph.times.days import is_whole_day


def has_come(day: str | None, at: str) -> bool | None:
    """Whether a day has come at the whole ISO day ``at``, that day included; of a month or a year
    (``2025-05``, ``2025``) only where all of it has come or none, else None: it cannot be told."""
    if not day:
        return None
    first, last = _bounds(day)
    return True if last <= at else False if first > at else None


def has_passed(day: str | None, at: str) -> bool | None:
    """Whether a last day lies before ``at``; as for ``has_come`` None where it cannot be told."""
    if not day:
        return None
    first, last = _bounds(day)
    return True if last < at else False if first >= at else None


def issued_on(document: Node) -> str | None:
    """The day, month or year a document was issued, as far as it is known (ngày ban hành)."""
    for name in ("issued", "issued_partial", "year"):
        if value := document.properties.get(name):
            return str(value)
    return None


def day_of(document: Node, name: str) -> str | None:
    """A property that is a day or part of one."""
    value: Json = document.properties.get(name)
    return str(value) if value else None


def whole_day(text: str) -> str:
    """The text, if it is one whole day of the calendar; UsageError otherwise."""
    if not is_whole_day(text):
        raise UsageError("query.whole_day", day=text)
    return text


def _bounds(day: str) -> tuple[str, str]:
    """First and last day that a day, month or year may mean; as texts they compare rightly."""
    return day + "0000-01-01"[len(day) :], day + "0000-12-31"[len(day) :]
