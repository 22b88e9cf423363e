"""What a question is made of: symbols with the words they stand for, in a row (dãy ký hiệu)."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.questions.ask.mention import Mention
from graph.questions.ask.periods import Period
from graph.questions.ask.unit_mention import UnitMention

FILLER = ""
#: the value of what is named and taken for a word of a task's name
NAME = "name"


@dataclass(frozen=True, slots=True)
class Item:
    """A symbol with the words it stands for; ``named`` is what a slot names."""

    symbol: str
    start: int
    end: int
    value: str = ""
    asks: bool = False  # a topic of words that ask elsewhere
    named: Mention | UnitMention | Period | None = None
    owner: "Item | None" = None  # the organ or province whose documents are asked for


@dataclass(frozen=True, slots=True)
class Line:
    """One way to take a question: its symbols in order, and its price."""

    items: tuple[Item, ...]
    price: int

    @property
    def symbols(self) -> tuple[str, ...]:
        """The row of symbols."""
        return tuple(item.symbol for item in self.items)


def slot_items(
    documents: Sequence[Mention], units: Sequence[UnitMention], periods: Sequence[Period]
) -> tuple[Item, ...]:
    """What a question names as items, by place."""
    found = [Item("doc", m.start, m.end, named=m) for m in documents]
    found += [Item("unit", m.start, m.end, named=m) for m in units]
    found += [Item("period", p.start, p.end, named=p) for p in periods]
    return tuple(sorted(found, key=lambda item: item.start))
