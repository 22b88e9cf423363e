"""``alias.number``: a short name whose number is not that of its document."""

import re
from collections.abc import Iterator

from graph.labels import symbol_text
from loaders.mentions import Citation, Doubt
from loaders.reading import Reading
from loaders.resolving.cited import Resolution

#: "Đề án 996", "Kế hoạch 36"; not "giai đoạn 2021-2025"
NUMBER = re.compile(r"(?<![\d/.-])(\d{1,5})$")


def misnumbered_aliases(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """ "Kế hoạch 996" for Quyết định 520/QĐ-UBND is easily taken for another document."""
    for definition in reading.definitions:
        number = NUMBER.search(definition.alias)
        target = reading.citations[definition.target]
        if number and target.number and not _same(number[1], target):
            known = symbol_text(target.number, target.symbol)
            facts = (("alias", definition.alias), ("number", known))
            yield Doubt("alias.number", definition.span, facts)


def _same(number: str, target: Citation) -> bool:
    """Whether the figure is the number of the document, or its year."""
    known = {part.lstrip("0") for part in (target.number or "").split("/")}
    return number.lstrip("0") in known or number == str(target.date.year)
