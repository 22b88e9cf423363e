"""The money that a document says it takes as a whole (tổng kinh phí của văn bản).

"Tổng kinh phí thực hiện: 12.500 triệu đồng", "Kinh phí thực hiện Kế hoạch là …". What a task, a
part, a year or another document takes is not the document's; of several sums that differ none is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from graph.vocabulary import Row, Trait, rows, types_with
from graph.vocabulary.cues import phrases
from graph.words.folding import fold
from loaders.citations.own_kinds import own_kinds
from loaders.layout.kinds import type_named
from loaders.layout.markers import Style
from loaders.layout.money import AboutRow, Sum, currency_pattern, sum_at
from loaders.layout.structure import Section, Structure
from loaders.mentions import Assignment, Doubt, Header, Span, Told
from loaders.text import ASIDE, BlockKind, Text


class TotalRow(Row):
    """What a whole sum is called; ``sure``: wherever a sentence begins with it."""

    words: str
    sure: bool = False
    examples: tuple[str, ...] = ()


class BetweenRow(Row):
    """What may stand between such words and the sum; what a heading of money begins with."""

    words: str
    examples: tuple[str, ...] = ()


class Total(NamedTuple):
    """A sum for the whole document and the words that tell it."""

    sum: Sum
    span: Span


#: kinds that tell what was spent, or what others ask for
_SILENT = frozenset({Trait.TELLS, Trait.PUBLISHED, Trait.LETTER, Trait.CONCLUDES, Trait.LAW})
_BESIDE = ASIDE | {BlockKind.CELL}
#: parts whose own line may tell the document's money
_GREAT = frozenset({Style.ROMAN, Style.ARTICLE, Style.CAPITAL})
#: the end of a clause
_CLAUSE = re.compile(r"[:;.()\n]")
#: how far from its name a sum stands
_FAR = 240


def find_totals(
    text: Text, header: Header, structure: Structure, assignments: Sequence[Assignment]
) -> list[Total]:
    """Every sum that the text tells of the document as a whole, in order."""
    if any(header.type in types_with(trait) for trait in _SILENT) or not header.type:
        return []
    spans = sorted(task.whole or task.span for task in assignments if task.kind != "group")
    starts = [span.start for span in spans]
    ends = [0, *accumulate((span.end for span in spans), max)]  # the furthest of those before
    told = _Told(text, header, structure)
    return [
        total
        for name in _name().finditer(text.content, header.body_start)
        if ends[bisect_right(starts, name.start())] <= name.start()
        and (total := told.total(name)) is not None
    ]


def budget_of(totals: Iterable[Total]) -> Told | None:
    """The money as printed; None when none or several are told."""
    told = list(totals)
    return Told(told[0].sum.printed, told[0].span) if len(_values(told)) == 1 else None


def differing_totals(totals: Sequence[Total]) -> Iterator[Doubt]:
    """Several sums for one document: which of them is meant is not said."""
    values = _values(totals)
    if len(values) > 1:
        first = {key: total for total in reversed(totals) if (key := _value(total))}
        said = "; ".join(total.sum.printed for total in sorted(first.values(), key=_start))
        for total in sorted(first.values(), key=_start):
            yield Doubt("money.totals", total.span, (("totals", said),))


class _Told:
    """What stands around a sum tells whose it is."""

    def __init__(self, text: Text, header: Header, structure: Structure) -> None:
        self.text, self.structure = text, structure
        self.kinds = own_kinds(header)
        self.title = f" {fold(header.title or '')} "

    def total(self, name: re.Match[str]) -> Total | None:
        """The sum behind words that call it the whole; None where it is not the document's."""
        block = self.text.block_at(name.start())
        if block is None or block.kind in _BESIDE:
            return None
        behind = _sum_behind(self.text.content, name.end(), min(block.end, name.end() + _FAR))
        if behind is None:
            return None
        of, found = behind
        named = self.names_itself(of)
        if named is None or not (named or _is_sure(name.group()) or self.is_money(name.start())):
            return None
        return Total(found, Span(name.start(), found.end))

    def names_itself(self, words: str) -> bool | None:
        """Whether words behind the name of a sum say "Kế hoạch này" or what the title says; None
        where they tell of something else: a part, a year, another document."""
        rest = _between().sub(" ", words).strip()
        if not rest:
            return False
        row = type_named(rest)
        after = rest[len(row.name) :].strip() if row and row.name in self.kinds else rest
        own = row is not None and row.name in self.kinds
        if own and not after:
            return True
        return True if f" {fold(after)} " in self.title and (own or row is None) else None

    def is_money(self, position: int) -> bool:
        """Whether the part around ``position`` is about money as a whole."""
        section = self.structure.section_at(position)
        if section is None:
            return False
        if section.style in _GREAT and position < section.title.end:
            return True
        above = section if position >= section.title.end else self.structure.above(section)
        return above is not None and self._tells_money(above)

    def _tells_money(self, section: Section) -> bool:
        return _heading().match(self.text.content[slice(*section.title)].strip()) is not None


def _sum_behind(content: str, at: int, end: int) -> tuple[str, Sum] | None:
    """What a sum is said to be for, and the sum; both within one clause."""
    for before in _before_sum().finditer(content, at, end):
        of = content[at : before.start()]
        if _CLAUSE.search(of):
            return None
        found = sum_at(content, before.end(), before["counted"])
        if found is not None and found.end <= end:
            return of, found
    return None


def _values(totals: Iterable[Total]) -> set[tuple[str, str]]:
    return {_value(total) for total in totals}


def _value(total: Total) -> tuple[str, str]:
    return str(total.sum.value.normalize()), total.sum.unit


def _start(total: Total) -> int:
    return total.span.start


def _is_sure(words: str) -> bool:
    said = " ".join(words.lower().split())
    return any(row.sure and row.words == said for row in rows("money", "total", TotalRow))


def _capitals(words: Iterable[str]) -> str:
    """A pattern of words that begin a sentence."""
    names = list(words)
    return phrases([w[0].upper() + w[1:] for w in names] + [w.upper() for w in names])


@cache
def _name() -> re.Pattern[str]:
    names = _capitals(row.words for row in rows("money", "total", TotalRow))
    return re.compile(rf"(?<![^\W_])(?<!\w )(?:{names})(?![^\W_])")


@cache
def _before_sum() -> re.Pattern[str]:
    """What stands right before a sum: ":", "là", what it is counted in, "khoảng" or a figure."""
    counted = rf"\s?\((?:(?:ĐVT|[Đđ]ơn vị tính)\s?:?\s?)?(?P<counted>{currency_pattern()})\)"
    about = phrases([row.words for row in rows("money", "about", AboutRow)])
    return re.compile(rf"(?:{counted})?\s?(?::|(?<!\S)là\s?:?|=)|(?=\s(?:\d|(?:{about})\s))")


@cache
def _between() -> re.Pattern[str]:
    words = phrases([row.words for row in rows("money", "between", BetweenRow)])
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")


@cache
def _heading() -> re.Pattern[str]:
    words = phrases([row.words for row in rows("money", "heading", BetweenRow)])
    return re.compile(rf"\W*(?:{words})(?![^\W_])")
