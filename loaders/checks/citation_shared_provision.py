"""``citation.shared_provision``: one provision named before several documents."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.labels import symbol_text
from loaders.mentions import Doubt, Span
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

JOINT = re.compile(r"\s*(?:,|và)\s*")


def shared_provisions(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """ "Mục 5 Phụ lục kèm theo Kế hoạch số A và số B": whether it is of both nobody can tell."""
    content = reading.text.content
    citations = sorted(reading.citations, key=lambda c: c.span.start)
    for first, second in pairwise(citations):
        gap = content[first.span.end : second.span.start]
        bare = content[second.span.start : second.span.end][:2].lower() in ("số", "so")
        if first.provision and not second.provision and JOINT.fullmatch(gap) and bare:
            span = Span(first.span.start, second.span.end)
            names = [symbol_text(c.number, c.symbol) for c in (first, second)]
            facts = (("provision", first.provision), ("one", names[0]), ("other", names[1]))
            yield Doubt("citation.shared_provision", span, facts)
