"""``header.number_elsewhere``: the head has no number; the annex of the document names it."""

from collections.abc import Iterator

from graph.labels import symbol_text
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution


def absent_numbers(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Số chỉ có ở phụ lục: it is read from "Kèm theo Kế hoạch số …" behind the signature."""
    header = reading.header
    span = header.spans.get("number")
    if header.number and span and span.start >= header.body_end > header.body_start:
        facts = (("number", symbol_text(header.number, header.symbol)),)
        yield Doubt("header.number_elsewhere", span, facts)
