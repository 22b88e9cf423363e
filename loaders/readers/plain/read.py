"""Text and markdown files (.txt, .md) to ``Text``: tables first, then lines back to paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loaders.readers.drafts import Draft, Grid, Source, compose
from loaders.readers.grids import find_grid
from loaders.readers.lines import BAR, BLANK, Line, read_lines
from loaders.readers.manners import Manner, manner_of
from loaders.readers.plain.bars import find_bars, opened
from loaders.readers.plain.cells import find_cells, number_headings
from loaders.readers.plain.columns import find_columns
from loaders.readers.reflow import reflow
from loaders.readers.spacing import unspaced
from loaders.readers.tables import stitch
from loaders.readers.web.read import inset
from loaders.text import Text

#: a line without any of these signs begins no table
_BORDERS = ("|", "\t", "+", "---", "<table", "<TABLE")
_TABLE_TAG = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_OPENING = re.compile(r"\s*(?:<[^<>]{0,200}>\s*)*?(?=<table\b)", re.IGNORECASE)


def read_plain(source: Source) -> Text:
    """The text of a .txt or .md file (tệp văn bản thuần)."""
    lines = opened(unspaced(read_lines(source.original)))
    parts = list(_parts(source.original, lines))
    manner = manner_of(
        [line for part in parts if isinstance(part, range) for line in _of(lines, part)]
    )
    return compose(source, stitch(_drafts(lines, parts, manner)))


def _parts(original: str, lines: Sequence[Line]) -> Iterator[range | list[Draft | Grid]]:
    """The tables, and the lines between them, in the order in which they stand."""
    loose = 0
    insets = _insets(original)
    for index in _bordered(original, lines):
        found = _table_at(original, lines, index, insets) if index >= loose else None
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
    heads = number_headings()
    marked = (
        index for index, line in enumerate(lines) if line.kind is BAR or line.strand.words in heads
    )
    return sorted({*held, *marked})


def _lines_with(original: str, sign: str) -> Iterator[int]:
    """Where a sign first stands in each line that holds it."""
    at = original.find(sign)
    while at >= 0:
        yield at
        end = original.find("\n", at)
        at = original.find(sign, end) if end >= 0 else -1


def _table_at(
    original: str, lines: Sequence[Line], index: int, insets: Mapping[int, int]
) -> tuple[list[Draft | Grid], int] | None:
    line = lines[index]
    if line.kind is BAR:
        return find_bars(lines, index)
    if insets and (found := _inset(original, lines, index, insets)):
        return found
    if line.kind is BLANK:
        return None
    if line.strand.words in number_headings() and (found := find_cells(lines, index)):
        return found
    return find_columns(original, lines, index) or find_grid(original, lines, index)


def _insets(original: str) -> dict[int, int]:
    """The tables in HTML, as programs write them that read scans: where each begins and ends."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for tag in _TABLE_TAG.finditer(original):
        if not tag.group(1):
            open_.append(tag.start())
        elif open_:
            found[open_.pop()] = tag.end()
    return found


def _inset(
    original: str, lines: Sequence[Line], index: int, insets: Mapping[int, int]
) -> tuple[list[Draft | Grid], int] | None:
    line = lines[index]
    opening = _OPENING.match(original, line.start, line.end)
    end = insets.get(opening.end()) if opening else None
    if end is None:
        return None
    after = bisect_left(lines, end, lo=index, key=lambda other: other.start)
    drafts = inset(original, line.start, lines[after - 1].end)
    return (drafts, after) if drafts else None


def _drafts(
    lines: Sequence[Line], parts: Iterable[range | list[Draft | Grid]], manner: Manner
) -> Iterator[Draft | Grid]:
    for part in parts:
        yield from reflow(_of(lines, part), manner) if isinstance(part, range) else part


def _of(lines: Sequence[Line], part: range) -> Sequence[Line]:
    return lines[part.start : part.stop]
