"""Tables written one cell a line, the borders as bars alone on theirs.

A row opens and closes with a bar, so two bars together end one row and open the next, or hold an
empty cell; the width of the first row and the key of the next tell which.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.layout.kinds import type_at
from loaders.layout.markers import Style, read_marker
from loaders.layout.words import is_letterhead, starters
from loaders.readers.drafts import Draft, Grid
from loaders.readers.grids import grid_of
from loaders.readers.lines import BAR, WORDS, Line
from loaders.readers.manners import Manner
from loaders.readers.reflow import reflow
from loaders.readers.strands import Strand, joined

_KEY = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6}|[A-HĐ]|[a-zđ])[.)]?\Z")
_BODY = re.compile(r"(?:Điều|ĐIỀU) 1\b|Căn cứ |QUYẾT ĐỊNH|PHỤ LỤC")
#: a cell of more lines than this is the text after a table
_LONGEST = 60
#: lines of a cell that no row of the table has asked for
_LONG = 12
_PARTS = frozenset({Style.ANNEX, Style.PART, Style.CHAPTER, Style.ARTICLE, Style.ROMAN})
#: lines of a headless letterhead before its first bar
_HEAD = 10

Lines = Sequence[Line]


@dataclass(slots=True)
class _Table:
    """The rows read so far, each cell still its lines."""

    rows: list[list[Lines]] = field(default_factory=list)
    row: list[Lines] = field(default_factory=list)
    width: int = 0
    letterhead: bool = False

    def close(self, following: str = "") -> None:
        """End the row being read; ``following``: the first words of the next.

        A second row of heads, before the first number, stands under one head of the first row.
        """
        if any(_worded(cell) for cell in self.row):
            self.rows.append(self.row)
            if len(self.rows) == 2 and _is_second_head(self.row, self.width, following):
                self.width += len(self.row) - 1
            self.width = self.width or len(self.row)
        self.row = []


def find_bars(lines: Lines, index: int) -> tuple[list[Draft | Grid], int] | None:
    """The barred table that begins at ``lines[index]`` and the line after it; None if none does."""
    if lines[index].kind is not BAR:
        return None
    table, at = _Table(), index
    while at < len(lines) and lines[at].kind is BAR:
        bars = at
        while at < len(lines) and lines[at].kind is BAR:
            at += 1
        end = _next_bar(lines, at)
        cell = lines[at:end]
        _take_bars(table, at - bars, cell)
        if end == len(lines) or _is_outside(table, cell):
            break
        table.row.append(cell)
        if _is_letterhead(cell):
            table.width, table.letterhead = max(len(table.row), 2), True
        at = end
    table.close()
    return _drafts(table), at


def opened(lines: list[Line]) -> list[Line]:
    """The lines with the bar restored that a letterhead at the very top has lost."""
    for index, line in enumerate(lines[: _HEAD + 4]):
        if line.kind is BAR:
            words = [at for at in range(index) if lines[at].kind is WORDS]
            cell = lines[index + 1 : _next_bar(lines, index + 1)]
            if words and index - words[0] <= _HEAD and _is_letterhead(cell):
                bar = Line(BAR, lines[words[0]].start, lines[words[0]].start)
                return [*lines[: words[0]], bar, *lines[words[0] :]]
            return lines
    return lines


def _next_bar(lines: Lines, at: int) -> int:
    while at < len(lines) and lines[at].kind is not BAR:
        at += 1
    return at


def _take_bars(table: _Table, bars: int, following: Lines) -> None:
    """What ``bars`` borders in a row say: a cell's border, empty cells, the end of a row."""
    if bars == 1 or not table.row:
        if not table.row and table.rows and bars > 2:
            table.row = [()] * min(bars - 2, max(table.width - 1, 0))
        return
    missing = table.width - len(table.row)
    first = next((line.strand.words for line in following if line.kind is WORDS), "")
    if table.rows and bars - 1 < missing and not _begins_row(table.row, first):
        table.row += [()] * (bars - 1)
    else:
        table.row += [()] * min(bars - 2, max(missing, 0))
        table.close(first)


def _begins_row(row: Sequence[Lines], first: str) -> bool:
    """Whether a cell with these words begins a row: a key, or an item as the row above began."""
    if _KEY.match(first):
        marks = first in ("x", "X") and _has_key(row) and not _first_words(row).startswith("IX")
        return not marks  # in a matrix it is a sign
    above = next((line.strand.words for line in row[0] if line.kind is WORDS), "")
    return first[:1] in ("-", "+") and above[:1] == first[:1]


def _is_second_head(row: Sequence[Lines], width: int, following: str) -> bool:
    """Whether the second row names what stands under one head of the first: names or months, and
    the next row has a number; a number under each head of the first row only counts them."""
    if len(row) < 2 or not all(map(_worded, row)) or not _KEY.match(following):
        return False
    keys = sum(_has_key([cell]) for cell in row)
    return keys == 0 or (keys == len(row) != width)


def _has_key(row: Sequence[Lines]) -> bool:
    """Whether a row has begun with its number."""
    return _KEY.match(_first_words(row)) is not None


def _first_words(row: Sequence[Lines]) -> str:
    return next((line.strand.words for line in row[0] if line.kind is WORDS), "") if row else ""


def _is_outside(table: _Table, cell: Lines) -> bool:
    """Whether the lines before the next bar are the text after the table."""
    words = [line for line in cell if line.kind is WORDS]
    if table.row and table.width > 1 and len(table.row) >= table.width:
        return table.letterhead or not words or cell[0] is not words[0] or _begins_text(words)
    if table.rows and _has_key(table.row) and len(words) <= _LONGEST:
        return False  # "Căn cứ nhiệm vụ được giao, rà soát …" behind the number of a row
    if len(words) > _LONGEST or any(_BODY.match(line.strand.words) for line in words):
        return True
    return bool(words) and bool(table.row) and cell[0].kind is not WORDS and not table.rows


def _begins_text(words: Lines) -> bool:
    """Whether lines that follow a full row are what comes after the table."""
    first = words[0].strand.words
    if len(words) > _LONG or starters().match(first) or type_at(first) is not None:
        return True
    marker = read_marker(first)
    return marker is not None and marker.style in _PARTS


def _worded(cell: Lines) -> bool:
    return any(line.kind is WORDS for line in cell)


def _drafts(table: _Table) -> list[Draft | Grid]:
    """Paragraphs where the rows lay out a letterhead or a single column, else a table."""
    rows = table.rows
    if table.letterhead or len(rows) < 2 or max(map(len, rows)) < 2:
        return [draft for row in rows for cell in row for draft in reflow(cell, _manner(cell))]
    return [grid_of([[_cell_of(cell) for cell in row] for row in rows], headed=True)]


def _is_letterhead(cell: Lines) -> bool:
    """Whether a cell begins as one of a letterhead, be its words torn over lines."""
    words = [line.strand.words for line in cell if line.kind is WORDS]
    if len(words) == 1:
        return is_letterhead(words[0])
    return is_letterhead(" ".join(words[:4])) or any(map(is_letterhead, words))


def _manner(cell: Lines) -> Manner:
    """The lines of a letterhead stand apart; those of a list of recipients go on."""
    first = next((line.strand.words for line in cell if line.kind is WORDS), "")
    return Manner(width=60, airy=not first.isupper())


def _cell_of(lines: Lines) -> Strand:
    """The words of a cell, its lines and items joined by blanks."""
    if len(lines) == 1 and lines[0].kind is WORDS and not lines[0].mark:
        return lines[0].strand
    manner = Manner(width=80, airy=True)
    return joined(draft.strand for draft in reflow(lines, manner))
