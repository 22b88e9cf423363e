"""Until when a suspension lasts, by the words that order it (ngưng hiệu lực đến hết ngày …)."""

import re
from collections.abc import Iterable
from datetime import date

from graph.model import Evidence
from graph.vocabulary.validity import until_pattern

_DAY = re.compile(
    r"\s*(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})"
)


def lasts_until(proofs: Iterable[Evidence]) -> str | None:
    """The last ISO day of the suspension that these words order; None where they tell none, or
    several."""
    told = {day for proof in proofs for day in _days(" ".join(proof.quote.split()))}
    return told.pop() if len(told) == 1 else None


def _days(quote: str) -> Iterable[str]:
    for led in until_pattern().finditer(quote):
        named = _DAY.match(quote, led.end())
        if named:
            day, month, year = map(int, named.groups())
            try:
                yield date(year, month, day).isoformat()
            except ValueError:
                continue  # no day of the calendar
