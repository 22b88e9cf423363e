"""The forms of the intents, and whether the symbols of a question make one (mẫu câu hỏi).

A form tells which symbols make its intent, in any order or in one, and which may stand beside.
A question makes it wholly, or with symbols passed over that say nothing of their own in questions
of that intent (phải, những việc gì); which those are, ``glue`` tells.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from graph.questions.ask.grammar import IntentRow, intents
from graph.questions.ask.items import Item

#: "who|doer": one of the two
OR = "|"
#: what may stand anywhere: cho biết
ANYWHERE = "list"

Passes = Callable[[Item], bool]


@dataclass(frozen=True)
class Form:
    """A form of an intent (mẫu)."""

    intent: IntentRow
    text: str
    ordered: bool
    frame: bool = False

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """What it cannot be without, each as one of several symbols."""
        parts = (part for part in self.text.split() if part[-1] not in "?*")
        return tuple(frozenset(part.split(OR)) for part in parts)

    @cached_property
    def bounds(self) -> dict[str, tuple[int, int]]:
        """How often at least and at most each symbol may stand."""
        found: dict[str, tuple[int, int]] = {}
        for part in self.text.split():
            least, most = {"?": (0, 1), "*": (0, 9)}.get(part[-1], (1, 1))
            several = part.rstrip("?*").split(OR)
            for symbol in several:
                before = found.get(symbol, (0, 0))
                few = 0 if several[1:] else least
                found[symbol] = (before[0] + few, before[1] + most)
        return found

    @cached_property
    def masks(self) -> tuple[int, tuple[int, ...]]:
        """The symbols that it knows and those it needs, as bits."""
        return mask_of((*self.bounds, ANYWHERE)), tuple(mask_of(need) for need in self.needs)

    def may_be(self, mask: int, passed: int) -> bool:
        """Whether what it needs is there, and nothing but what it knows or is ``passed`` over."""
        known, needs = self.masks
        return not mask & ~(known | passed) and all(mask & need for need in needs)

    def fit(self, items: Sequence[Item], passes: Passes) -> tuple[list[Item], list[Item]] | None:
        """The items that make it and those passed over; None where others are left.

        "cho biết" may stand anywhere. Of a symbol that stands too often the last is passed over.
        """
        if ANYWHERE not in self.bounds:
            items = [item for item in items if item.symbol != ANYWHERE]
        kept = [item for item in items if item.symbol in self.bounds]
        left = [item for item in items if item.symbol not in self.bounds]
        if not all(passes(item) for item in left):
            return None
        while not self._holds([item.symbol for item in kept]):
            again = _surplus(kept, passes)
            if again is None:
                return None
            left.append(kept.pop(again))
        return kept, left

    def _holds(self, symbols: Sequence[str]) -> bool:
        if self.ordered:
            return self._pattern.fullmatch("".join(f"{symbol} " for symbol in symbols)) is not None
        return all(
            least <= symbols.count(symbol) <= most for symbol, (least, most) in self.bounds.items()
        ) and all(any(symbol in symbols for symbol in need) for need in self.needs)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """An order in which the symbols stand."""
        parts = (
            f"(?:(?:{item.rstrip('?*')}) ){item[-1] if item[-1] in '?*' else ''}"
            for item in self.text.split()
        )
        return re.compile("".join(parts))


def _surplus(items: Sequence[Item], passes: Passes) -> int | None:
    """Where a symbol stands that stood before and may be passed over."""
    symbols = [item.symbol for item in items]
    again = (
        at for at, symbol in enumerate(symbols) if symbol in symbols[:at] and passes(items[at])
    )
    return max(again, default=None)


@cache
def forms() -> tuple[Form, ...]:
    """Every form of every intent, in file order."""
    return tuple(
        Form(intent, text, texts is intent.order, texts is intent.frame)
        for intent in intents().values()
        for texts in (intent.any, intent.order, intent.frame)
        for text in texts
    )


def mask_of(symbols: Iterable[str]) -> int:
    """Symbols as bits of one number; those that no form knows as one bit."""
    known = _bits()
    mask = 0
    for symbol in symbols:
        mask |= 1 << known.get(symbol, len(known))
    return mask


@cache
def _bits() -> dict[str, int]:
    """Symbol of the forms → its place."""
    parts = {part.rstrip("?*") for form in forms() for part in form.text.split()}
    return {symbol: at for at, symbol in enumerate(sorted({s for p in parts for s in p.split(OR)}))}
