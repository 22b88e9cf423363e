"""Letterheads and signatures set side by side by tabs, read column by column (đặt bằng tab)."""

import re
from collections.abc import Iterator, Sequence

from loaders.layout.words import is_letterhead
from loaders.readers.drafts import Grid
from loaders.readers.lines import Line, LineKind
from loaders.readers.strands import EMPTY, Strand, clean

_TABS = re.compile(r" *\t[ \t]*")
#: what is shorter before a tab is the sign of an item
_SIGN = 5
#: tabs set two lines at least side by side, or it is no letterhead
_FEWEST = 2
_CUT = Line(LineKind.CUT, 0, 0)


def halves_of(raw: str) -> tuple[Strand, Strand] | None:
    """What stands before and behind the tabs of a line that has them in one place."""
    bare = raw.strip()
    found = list(_TABS.finditer(bare)) if "\t" in bare else []
    if len(found) != 1 or found[0].start() < _SIGN:
        return None
    left, right = bare[: found[0].start()], bare[found[0].end() :]
    return _words(left), _words(right)


def side_by_side(items: Sequence[Line | Grid]) -> Iterator[Line | Grid]:
    """The items with each run of lines that is a letterhead, or a signature, in two columns."""
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and _halves(items[end]):
            end += 1
        held = [halves for item in items[at:end] if (halves := _halves(item))]
        told = any(is_letterhead(half.words) for halves in held for half in halves)
        if len(held) >= _FEWEST and told:
            for column in (0, 1):
                yield _CUT
                yield from (_line(halves[column]) for halves in held)
            yield _CUT
        else:
            yield from items[at:end]
        if end < len(items):
            yield items[end]
        at = end + 1


def _halves(item: Line | Grid) -> tuple[Strand, Strand] | None:
    return item.halves if isinstance(item, Line) else None


def _line(strand: Strand) -> Line:
    return Line(LineKind.WORDS, 0, 0, strand)


def _words(raw: str) -> Strand:
    words = clean(raw, 0, len(raw)).words
    return Strand(words, ()) if words else EMPTY
