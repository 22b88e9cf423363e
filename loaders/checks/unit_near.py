"""``unit.near``: a name that is only nearly that of a known organ is taken for it."""

from collections.abc import Iterator

from graph.words.folding import words
from loaders.mentions import Doubt, UnitMention
from loaders.reading import Reading
from loaders.resolving.cited import Resolution
from loaders.units.ids import NEARLY
from loaders.units.misprints import units_of


def nearly_named(reading: Reading, resolution: Resolution) -> Iterator[Doubt]:
    """Tên gần đúng: "Sở Khoa học Công nghệ" for "Sở Khoa học và Công nghệ"."""
    for task in reading.assignments:
        for unit in units_of(task):
            if unit.id and unit.label and unit.confidence == NEARLY and not _is_same(unit):
                facts = (("printed", unit.name), ("known", unit.label))
                yield Doubt("unit.near", unit.span, facts)


def _is_same(unit: UnitMention) -> bool:
    """Whether the words are those of the known name, "&" for "và"."""
    printed = words(unit.name.replace("&", " và "))
    return printed == words(unit.label or "")[: len(printed)]
