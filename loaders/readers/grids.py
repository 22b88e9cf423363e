"""Tables of text files whose rows are lines: cells between md pipes, cells between tabs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.layout.words import LETTERHEAD, is_letterhead
from loaders.readers.drafts import Draft, Grid
from loaders.readers.lines import Line, LineKind
from loaders.readers.markup import SIGNS, edits, note_marks
from loaders.readers.strands import EMPTY, Strand, clean

_PIPES = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_BREAK = re.compile(r"<br ?/?>|</p>")


def find_grid(
    original: str, lines: Sequence[Line], index: int
) -> tuple[list[Draft | Grid], int] | None:
    """The table that begins at ``lines[index]`` and the line after it; None when none does.

    A letterhead or a signature laid out as a table comes as paragraphs.
    """
    line = lines[index]
    if line.kind is not LineKind.WORDS:
        return None
    raw = original[line.start : line.end]
    if raw.count("|") >= 2 and raw.lstrip().startswith("|"):
        return _piped(original, lines, index)
    if raw.count("|") >= 1 and _is_delimited(original, lines, index + 1):
        return _piped(original, lines, index)
    if raw.count("|") >= 2 and _is_row(raw, raw) and _is_next(original, lines, index + 1, raw):
        return _piped(original, lines, index)  # flattened pages lose the bar before the first cell
    if raw.count("\t") >= 2:
        return _tabbed(original, lines, index)
    return None


def _is_delimited(original: str, lines: Sequence[Line], index: int) -> bool:
    if index >= len(lines):
        return False
    raw = original[lines[index].start : lines[index].end]
    return "|" in raw and "-" in raw and _DELIMITER.match(raw) is not None


def _is_next(original: str, lines: Sequence[Line], index: int, above: str) -> bool:
    """Whether the next line is a row under one that ends with a border."""
    return index < len(lines) and _is_row(original[lines[index].start : lines[index].end], above)


def _is_row(raw: str, above: str) -> bool:
    return raw.rstrip().endswith("|") and raw.count("|") == above.count("|")


def _piped(original: str, lines: Sequence[Line], index: int) -> tuple[list[Draft | Grid], int]:
    """``| a | b |``: one row a line; the row above a delimiter row is a header."""
    rows: list[tuple[Strand, ...]] = []
    headed, start = False, index
    outside = not original[lines[index].start : lines[index].end].lstrip().startswith("|")
    while index < len(lines):
        line = lines[index]
        raw = original[line.start : line.end]
        if "|" not in raw or line.kind is LineKind.BAR:
            break
        if index > start and _is_head(original, lines, index):
            break  # the letterhead under the card of a portal
        if _DELIMITER.match(raw) and "-" in raw:
            headed = headed or len(rows) == 1
        else:
            bounds = [m.start() for m in _PIPES.finditer(raw)]
            rows.append(_cells(original, line, [-1, *bounds] if outside else bounds))
        index += 1
    wide = max((sum(bool(cell.words) for cell in row) for row in rows), default=0)
    if wide <= LETTERHEAD and any(is_letterhead(c.words) for row in rows[:2] for c in row):
        return _unfolded(original, lines[start:index]), index
    return [grid_of(rows, headed=headed)], index


def _is_head(original: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line of one cell, or the one under it, is the heading of a letterhead; of a line of
    several in capitals, whether one of them is."""
    for line in lines[index : index + 2]:
        words = original[line.start : line.end].strip("| \t")
        if "|" in words or not words.isupper():
            cells = [cell.strip() for cell in words.split("|")]
            return line is lines[index] and words.isupper() and any(map(is_letterhead, cells))
        if is_letterhead(words):
            return True
    return False


def _unfolded(original: str, lines: Sequence[Line]) -> list[Draft | Grid]:
    """The cells of a letterhead as paragraphs, one for each line of a cell."""
    drafts: list[Draft | Grid] = []
    for line in lines:
        raw = original[line.start : line.end]
        if _DELIMITER.match(raw):
            continue
        borders = [m.span() for m in (*_PIPES.finditer(raw), *_BREAK.finditer(raw))]
        at = 0
        for left, right in sorted([*borders, (len(raw), len(raw))]):
            drafts.append(Draft(_cell(original, line.start + at, line.start + max(left, at))))
            at = right
    return drafts


def _tabbed(
    original: str, lines: Sequence[Line], index: int
) -> tuple[list[Draft | Grid], int] | None:
    """Cells between tabs; two rows of three columns at least, or it is only indented text."""
    width = _tabs(original, lines[index])
    rows: list[tuple[Strand, ...]] = []
    while index < len(lines) and lines[index].kind is LineKind.WORDS:
        line = lines[index]
        if _tabs(original, line) != width:
            break
        raw = original[line.start : line.end]
        rows.append(_cells(original, line, [-1, *(i for i, c in enumerate(raw) if c == "\t")]))
        index += 1
    filled = max((sum(bool(cell.words) for cell in row) for row in rows), default=0)
    return ([grid_of(rows, headed=True)], index) if len(rows) > 1 and filled > 1 else None


def _tabs(original: str, line: Line) -> int:
    return original.count("\t", line.start, line.end)


def _cells(original: str, line: Line, bounds: Sequence[int]) -> tuple[Strand, ...]:
    """The cells of a row whose borders stand at ``bounds``, relative to the line."""
    borders = [*bounds, line.end - line.start]
    cells = [
        _cell(original, line.start + left + 1, line.start + right)
        for left, right in pairwise(borders)
    ]
    if original[line.start : line.end].rstrip().endswith("|") and not cells[-1].words:
        cells.pop()
    if bounds[0] > 0 and original[line.start : line.start + bounds[0]].strip():
        cells.insert(0, _cell(original, line.start, line.start + bounds[0]))
    return tuple(cells)


def _cell(original: str, start: int, end: int) -> Strand:
    raw = original[start:end]
    if not SIGNS.search(raw):
        return clean(original, start, end)
    marks = [(start + offset, mark) for offset, mark in note_marks(raw)]
    return clean(original, start, end, edits).noted(marks)


def grid_of(rows: Sequence[Sequence[Strand]], *, headed: bool) -> Grid:
    """A table of these rows, made equally long with empty cells (bảng)."""
    width = max((len(row) for row in rows), default=0)
    even = tuple((*row, *(EMPTY,) * (width - len(row))) for row in rows)
    return Grid(even, headed=headed)
