"""``name.dates``: one document to which several days are given (một số, hai ngày)."""

from collections.abc import Iterator

from graph.questions.finding import Finding
from graph.questions.rules.batch import Batch
from graph.questions.rules.names import differing


def differing_dates(batch: Batch) -> Iterator[Finding]:
    """Whole days only: a month alone contradicts no day of it."""
    return differing(batch, "name.dates", "issued", "days")
