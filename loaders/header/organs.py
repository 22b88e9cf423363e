"""The organs that the lines of a letterhead name, each in one or more lines or two in one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import Row, every_province, rows
from graph.words.authorities import by_name
from graph.words.folding import fold
from graph.words.patterns import any_of
from graph.words.unit_words import begins_organ, may_begin_organ
from loaders.header.damaged import repaired
from loaders.layout.signing import is_signing
from loaders.layout.thethuc import (
    after_inner,
    flat,
    goes_on_with_organ,
    is_body_of_any,
    is_inner,
    is_open_organ,
    is_union_heading,
)
from loaders.mentions import Span

_WORD = re.compile(r"\S+")
_COUNTRY = " VIỆT NAM"


@dataclass(frozen=True, slots=True)
class Line:
    """Words of a letterhead and where they stand."""

    words: str
    span: Span


class UnderRow(Row):
    """First words of organs, and of those they stand under in one line (``letterhead.toml``)."""

    words: tuple[str, ...]
    under: tuple[str, ...]
    examples: tuple[str, ...]


def organs_of(lines: Sequence[Line]) -> list[Line]:
    """The organs that the lines of a letterhead name, the superior one first."""
    organs: list[Line] = []
    for line in lines:
        words = without_colon(line.words.strip(" *|.•,").lstrip("-– "))
        for part in _parted(Line(repaired(words), line.span)) if words else ():
            _add_organ(organs, part)
    if len(organs) > 1 and is_union_heading(organs[-1].words):
        organs.pop()  # the youth union's heading beside its own organ
    if len(organs) > 1 and is_inner(organs[-1].words):
        organs.pop()  # "BAN THƯỜNG VỤ" under the organ that it acts for
    if len(organs) > 1 and (whole := _of_above(*organs[-2:]) or _of_place(*organs[-2:])):
        organs[-1] = whole
    return organs


def _of_above(above: Line, own: Line) -> Line | None:
    """The organ whose name goes on with the line above its own: "ỦY BAN TRUNG ƯƠNG" under "MẶT TRẬN
    TỔ QUỐC VIỆT NAM"."""
    whole = f"{own.words} {above.words}"
    if by_name(own.words) is not None or is_signing(own.words) or by_name(whole) is None:
        return None
    return Line(whole, own.span)


def _of_place(above: Line, own: Line) -> Line | None:
    """The association of a place, whose body the letterhead has under that of the country:
    "BAN CHẤP HÀNH TỈNH LÀO CAI" under "HỘI NÔNG DÂN VIỆT NAM"."""
    place = own.words[after_inner(own.words) :]
    if place == own.words or not goes_on_with_organ(place):
        return None
    whole = f"{above.words.removesuffix(_COUNTRY)} {place}"
    found = by_name(whole)
    return Line(whole, own.span) if found and found[1] else None


def without_colon(words: str) -> str:
    """A name without the colon behind the kind of its organ: "TRƯỜNG: TIỂU HỌC HOA SEN"."""
    kind, colon, name = words.partition(":")
    return f"{kind.rstrip()} {name.lstrip()}" if colon and is_open_organ(kind.rstrip()) else words


def is_organ(words: str) -> bool:
    """Whether a line by itself names an organ: a known one, or as an organ's name begins."""
    return by_name(words) is not None or begins_organ(words)


def _add_organ(organs: list[Line], line: Line) -> None:
    """Add a line of a letterhead, or join it to the one above that it goes on with."""
    if organs and (goes_on_with_organ(line.words) or _is_one(organs[-1].words, line.words)):
        above = organs.pop()
        line = Line(f"{above.words} {line.words}", Span(above.span.start, line.span.end))
    if not organs or fold(organs[-1].words) != fold(line.words):
        organs.append(line)


def _parted(line: Line) -> list[Line]:
    """A line that names organs one under another: a known name, or one that others stand under.

    The known name is the longest that a province ends ("… THÀNH PHỐ HẢI PHÒNG"), else the shortest.
    """
    if by_name(line.words) is not None:
        return [line]
    known: list[tuple[bool, int]] = []
    unknown: list[int] = []
    for word in list(_WORD.finditer(line.words))[1:]:
        above, below = line.words[: word.start()].rstrip(), line.words[word.start() :]
        tied = above.endswith(("-", "–", ",", "&")) or above.lower().endswith(" và")
        whole = below[0].isalpha() and " " in below
        if tied or not whole or not (may_begin_organ(below) or by_name(below)):
            continue
        if (found := by_name(above)) is not None:
            in_province = found[1] in every_province()
            known.append((in_province, word.start() if in_province else -word.start()))
        elif _stands_under(below, above):
            unknown.append(word.start())
    if not known and not unknown:
        return [line]
    at, start = abs(max(known)[1]) if known else unknown[0], line.span.start
    first = line.words[:at].rstrip()
    return [
        Line(first, Span(start, min(start + len(first), line.span.end))),
        *_parted(Line(line.words[at:], Span(min(start + at, line.span.end - 1), line.span.end))),
    ]


def _stands_under(below: str, above: str) -> bool:
    """Whether an organ of a line stands under the one before it, though no list knows that one.

    "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO TRƯỜNG MẦM NON HOA SEN", but "HỘI KHUYẾN HỌC TRƯỜNG …" is one name.
    """
    if is_open_organ(above) or goes_on_with_organ(above.rsplit(" ", 1)[-1]):
        return False
    return any(
        first.match(flat(below)) and over.match(flat(above)) for first, over in _under_patterns()
    )


@cache
def _under_patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    def begins(words: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"{any_of(map(flat, words))}(?![a-z])(?=.)")

    found = rows("letterhead", "under", UnderRow)
    return tuple((begins(row.words), begins(row.under)) for row in found)


def _is_one(above: str, words: str) -> bool:
    """Whether two lines name one organ: the first is not whole, or the second begins none."""
    if above.endswith(("-", "–")):
        return by_name(above.rstrip(" -–")) is None  # a stray dash behind a whole name
    if is_open_organ(above):
        return True
    if is_body_of_any(words) or is_inner(words):
        return False  # "VĂN PHÒNG" does not go on with the place of the Party committee above it
    if by_name(above) is None and by_name(f"{above} {words}") is not None:
        return True
    if by_name(words) is not None:
        return _is_other(above, words)
    if _stands_under(words, above):
        return False
    named = may_begin_organ(above) or by_name(above) is not None
    return by_name(f"{above} {words}") is not None or (named and not may_begin_organ(words))


def _is_other(above: str, words: str) -> bool:
    """Whether two known names are together that of a third organ: the Party's Central Committee
    above the youth union's name is that of the union."""
    one, whole = by_name(above), by_name(f"{above} {words}")
    return one is not None and whole is not None and whole[0] is not one[0]
