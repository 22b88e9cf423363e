"""Text and markdown files (.txt, .md) to ``Text``: tables first, then lines back to paragraphs."""

from collections.abc import Iterator, Sequence

from loaders.drafts import Draft, Grid, Source, compose
from loaders.readers.bars import find_bars, opened
from loaders.readers.grids import find_grid
from loaders.readers.lines import Line, LineKind, read_lines
from loaders.readers.reflow import Manner, manner_of, reflow
from loaders.readers.tables import stitch
from loaders.text import Text


def read_plain(source: Source) -> Text:
    """The text of a .txt or .md file (tệp văn bản thuần)."""
    lines = opened(read_lines(source.original))
    return compose(source, stitch(_drafts(source.original, lines)))


def _drafts(original: str, lines: Sequence[Line]) -> Iterator[Draft | Grid]:
    """Paragraphs and tables in the order in which they stand."""
    manner = manner_of(lines)
    loose = index = 0
    while index < len(lines):
        found = _table_at(original, lines, index)
        if found is None:
            index += 1
            continue
        yield from _paragraphs(lines[loose:index], manner)
        drafts, index = found
        loose = index
        yield from drafts
    yield from _paragraphs(lines[loose:], manner)


def _table_at(
    original: str, lines: Sequence[Line], index: int
) -> tuple[list[Draft | Grid], int] | None:
    if lines[index].kind is LineKind.BAR:
        return find_bars(lines, index)
    return find_grid(original, lines, index)


def _paragraphs(lines: Sequence[Line], manner: Manner) -> list[Draft]:
    return reflow(lines, manner) if lines else []
