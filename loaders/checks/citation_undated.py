"""``citation.undated``: a document cited by number without any date, where others have theirs."""

from collections.abc import Iterator

from graph.labels import symbol_text
from loaders.mentions import Doubt
from loaders.reading import Reading
from loaders.resolving.cited import CitedDocument, Resolution

#: documents with their day that make a habit
FEWEST = 3


def undated_citations(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Told where most documents are cited with their day; a year in the number is a date."""
    numbered = [document for document in resolution.cited if _is_numbered(document)]
    dated = [document for document in numbered if any(m.date.iso for m in document.mentions)]
    bare = [document for document in numbered if not any(m.date.year for m in document.mentions)]
    if len(dated) >= FEWEST and len(dated) > 2 * len(bare):
        for document in bare:
            printed = symbol_text(document.number, document.symbol)
            facts = (("number", f"{document.type} {printed}" if document.type else printed),)
            yield Doubt("citation.undated", document.mentions[0].span, facts)


def _is_numbered(document: CitedDocument) -> bool:
    """Cited by number and symbol in the text itself, without a year in them (24/2014/NĐ-CP)."""
    numbers = [m.number for m in document.mentions if m.alias is None and m.number and m.symbol]
    return bool(numbers) and not any("/" in number for number in numbers)
