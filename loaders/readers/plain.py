"""Text and markdown files (.txt, .md) to ``Text``: tables first, then lines back to paragraphs."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from loaders.readers.bars import find_bars, opened
from loaders.readers.columns import find_columns
from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.grids import find_grid
from loaders.readers.lines import Line, LineKind, read_lines
from loaders.readers.reflow import Manner, manner_of, reflow
from loaders.readers.tables import stitch
from loaders.text import Text

#: a line without any of these signs begins no table
_BORDERS = ("|", "\t", "+", "---")


def read_plain(source: Source) -> Text:
    """The text of a .txt or .md file (tệp văn bản thuần)."""
    lines = opened(read_lines(source.original))
    parts = list(_parts(source.original, lines))
    manner = manner_of(
        [line for part in parts if isinstance(part, range) for line in _of(lines, part)]
    )
    return compose(source, stitch(_drafts(lines, parts, manner)))


def _parts(original: str, lines: Sequence[Line]) -> Iterator[range | list[Draft | Grid]]:
    """The tables, and the lines between them, in the order in which they stand."""
    loose = 0
    for index in _bordered(original, lines):
        found = _table_at(original, lines, index) if index >= loose else None
        if found is None:
            continue
        if loose < index:
            yield range(loose, index)
        table, loose = found
        yield table
    if loose < len(lines):
        yield range(loose, len(lines))


def _bordered(original: str, lines: Sequence[Line]) -> list[int]:
    """The lines that hold the sign of a border, by index."""
    starts = [line.start for line in lines]
    held = (bisect_right(starts, at) - 1 for sign in _BORDERS for at in _lines_with(original, sign))
    bar = LineKind.BAR
    return sorted({*held, *(index for index, line in enumerate(lines) if line.kind is bar)})


def _lines_with(original: str, sign: str) -> Iterator[int]:
    """Where a sign first stands in each line that holds it."""
    at = original.find(sign)
    while at >= 0:
        yield at
        end = original.find("\n", at)
        at = original.find(sign, end) if end >= 0 else -1


def _table_at(
    original: str, lines: Sequence[Line], index: int
) -> tuple[list[Draft | Grid], int] | None:
    line = lines[index]
    if line.kind is LineKind.BAR:
        return find_bars(lines, index)
    if line.kind is LineKind.BLANK:
        return None
    return find_columns(original, lines, index) or find_grid(original, lines, index)


def _drafts(
    lines: Sequence[Line], parts: Iterable[range | list[Draft | Grid]], manner: Manner
) -> Iterator[Draft | Grid]:
    for part in parts:
        yield from reflow(_of(lines, part), manner) if isinstance(part, range) else part


def _of(lines: Sequence[Line], part: range) -> Sequence[Line]:
    return lines[part.start : part.stop]
