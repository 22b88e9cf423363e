"""What a planner's question needs to be named, wherever in it that stands (khung câu hỏi).

A form says every symbol of a question; a frame only those that make it, and what else it can tell.
Words that say nothing of their own beside those (phải, được giao, những việc gì) may stand in any
frame, as often as they come. Frames are tried in file order where no form has an answer, the first
that holds the whole question counts: no word is left out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from graph.questions.ask.grammar import IntentRow, intents
from graph.questions.ask.lexer import Line
from graph.questions.ask.readings import Reading, reading_of
from graph.vocabulary import Row, rows

#: what is named; a frame tells how many of each it can be asked of
NAMED = frozenset(("doc", "unit", "period", "topic", "place"))
#: what asks; asked twice, it may be two questions
ASKS = frozenset(("what", "who", "doer", "to_whom", "which", "when"))
OR = "|"


class FrameRow(Row):
    """The symbols that make an intent, "a|b" for one of two, and those that may stand beside."""

    intent: str
    needs: str
    may: str = ""


class GlueRow(Row):
    """Symbols that may stand in every frame."""

    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of an intent (khung)."""

    intent: IntentRow
    needs: tuple[frozenset[str], ...]
    may: tuple[str, ...]

    def holds(self, symbols: Sequence[str]) -> bool:
        """Whether the symbols are those it needs, others that may stand beside, and no more."""
        told = Counter(_told(symbols))
        if any(told[symbol] > 1 for symbol in ASKS):
            return False
        allowed = Counter(self.may)
        for need in self.needs:
            found = next((symbol for symbol in sorted(need) if told[symbol]), None)
            if found is None:
                return False
            told[found] -= 1
        for need in self.needs:
            allowed.update(need - NAMED)
        return all(
            count <= allowed[symbol] if symbol in NAMED else symbol in allowed or symbol in glue()
            for symbol, count in told.items()
            if count
        )


def _told(symbols: Sequence[str]) -> Iterator[str]:
    """The symbols, what asks the same in a row once: "mấy việc, là những việc gì"."""
    for symbol, run in groupby(symbols):
        yield from [symbol] if symbol in ASKS else run


def framed(line: Line, text: str) -> Iterator[Reading]:
    """The meaning of one way to take a question, by the first frame that holds it."""
    if any(item.owner for item in line.items):
        return
    for frame in frames():
        if frame.holds(line.symbols):
            yield reading_of(frame.intent, line.items, line.price, text)
            return


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame, in file order."""
    return tuple(
        Frame(
            intents()[row.intent],
            tuple(frozenset(need.split(OR)) for need in row.needs.split()),
            tuple(row.may.split()),
        )
        for row in rows("questions", "frame", FrameRow)
    )


@cache
def glue() -> frozenset[str]:
    """The symbols that may stand in every frame."""
    return frozenset(s for row in rows("questions", "glue", GlueRow) for s in row.symbols)
