"""When a task runs: the days its document gives it, and those a document holds (thời gian)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from msgspec import Struct

from graph.model import Json, Node
from graph.times.days import again, day_before, first_day, is_whole_day

#: a year in a title that is not part of a number such as 57/2024/QH15
YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
#: ISO periods of whole months or years; longer ones than a year begin nobody knows when
PERIOD = re.compile(r"P(?P<number>\d+)(?P<unit>[MY])")
#: the recurrence of what goes on after its times: "Năm 2026 và các năm tiếp theo"
ONWARD = "onward"
#: no document tells of more years to come
LONGEST = 100


class Span(Struct, frozen=True, gc=False):
    """Closed interval of ISO days; None where it is open."""

    start: str | None
    end: str | None


def spans_of(task: Node, document: Node | None) -> tuple[Span, ...]:
    """The days a task runs (thời gian thực hiện); none when nothing tells them.

    A deadline is the last day allowed, "trước" a day the one before; "và các năm tiếp theo" leaves
    the last of them open. A standing task
    (thường xuyên, hằng năm, theo đề nghị) runs as long as its document holds.
    """
    intervals = task.properties.get("intervals") or ()
    spans = tuple(Span(first, last) for first, last in intervals if first or last)
    if spans and task.properties.get("recurrence") == ONWARD:
        return (*spans[:-1], Span(spans[-1].start, None))
    if spans:
        return spans
    if task.properties.get("due"):
        return tuple(Span(day, day) for day in _each_year(task, document))
    if task.properties.get("recurrence") and document is not None:
        return validity(document.properties)
    return ()


def day_allowed(task: Node) -> str:
    """The last day allowed by the due day: "trước ngày 01/01/2026" is work of 2025 (hạn cuối)."""
    due = str(task.properties["due"])
    return day_before(due) if task.properties.get("before") and is_whole_day(due) else due


def comes_back(task: Node) -> int:
    """After how many months a due day comes back; 0 for one whose year is written.

    "Trước ngày 15 tháng 12 hằng năm" comes back, "trước ngày 15 tháng 12 năm 2026" does not.
    """
    if not task.properties.get("inferred"):
        return 0
    months = months_of(task.properties.get("recurrence"))
    return max(months, 12) if months else 0


def months_of(recurrence: object) -> int:
    """How many months lie between two; 0 for standing, weekly and daily work."""
    match = PERIOD.fullmatch(str(recurrence or ""))
    return int(match["number"]) * (12 if match["unit"] == "Y" else 1) if match else 0


def touches(spans: tuple[Span, ...], since: str | None, until: str | None) -> bool:
    """Whether any of the spans meets the days from ``since`` to ``until``, both included."""
    return any(_touches(span, since or "", until or "9999") for span in spans)


def years_of(spans: tuple[Span, ...]) -> range:
    """The years between the first and the last day told."""
    days = [day for span in spans for day in (span.start, span.end) if day]
    years = [int(day[:4]) for day in days if day[:4].isdecimal()]
    return range(min(years), max(years) + 1) if years else range(0)


def is_day(text: str) -> bool:
    """Whether a text is an ISO day, month or year that ``touches`` may compare with."""
    padded = text + {4: "-01-01", 7: "-01"}.get(len(text), "")
    try:
        return date.fromisoformat(padded) is not None and len(padded) == 10
    except ValueError:
        return False


def _touches(span: Span, since: str, until: str) -> bool:
    return (span.start or "") <= until and since <= (span.end or "9999")


def validity(document: Mapping[str, Json]) -> tuple[Span, ...]:
    """From its first day or year to its last: stated, else by the years its title names, else the
    year it was issued in; none when no year is told (hiệu lực)."""
    term = term_of(document)
    if term.end is not None or term.start is None:
        return (term,) if term.end is not None else ()
    return (Span(term.start, f"{term.start[:4]}-12-31"),)


def term_of(document: Mapping[str, Json]) -> Span:
    """The first and the last day a document holds, each None where nothing tells it (thời hạn)."""
    start, end = document.get("effective"), document.get("expires")
    if start and end:
        return Span(str(start), str(end))
    issued = _year(document)
    named = (int(year) for year in YEAR.findall(str(document.get("title") or "")))
    ahead = sorted(year for year in named if year >= (issued or 0))
    if issued is None and not ahead:
        return Span(None, None)
    last = str(end) if end else f"{ahead[-1]}-12-31" if ahead else None
    if ahead and issued in (None, ahead[0] - 1):  # a plan for next year is signed this year
        return Span(f"{ahead[0]}-01-01", last)
    told = start or document.get("issued") or document.get("issued_partial") or issued
    return Span(first_day(str(told)), last)  # nothing is done before it is signed


def _each_year(task: Node, document: Node | None) -> Iterator[str]:
    """The last day allowed, and where it comes back, each until the document's own last is past."""
    day = day_allowed(task)
    held = validity(document.properties) if document and is_whole_day(day) else ()
    end = held[0].end if held else None
    return islice(again(day, comes_back(task) if end else 0, max(day, end or day)), LONGEST)


def _year(document: Mapping[str, Json]) -> int | None:
    for name in ("year", "issued", "issued_partial"):
        text = str(document.get(name) or "")[:4]
        if len(text) == 4 and text.isdecimal():
            return int(text)
    return None
