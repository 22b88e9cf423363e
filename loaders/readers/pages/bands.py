"""What stands side by side on a page, read column by column; tables without lines (cột chữ).

Pieces become lines from top to bottom. Where lines lie beside each other with one corridor free
between them all, they are columns: a letterhead, a signature beside the recipients. A gap that no
other line confirms is a blank left to fill in. Three columns or more with a key in the first are a
table.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.layout.kinds import type_at
from loaders.readers.pages.levels import Line, is_item, lines_of, whole
from loaders.readers.pages.page import Box, Piece, around

#: a corridor is at least this wide, in letter heights; a lone line's much wider
_CORRIDOR = 0.42
_LONE = 3
#: lines farther apart than this do not belong to the same columns
_FAR = 3.0
_KEY = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6}|[a-zđA-ZĐ])[.)]?\Z")
_HEAD_KEY = re.compile(r"(?i)s?tt|số tt|số thứ tự")


@dataclass(frozen=True, slots=True)
class Rows:
    """A table without lines: rows of cells, each its pieces from the top (bảng không kẻ)."""

    cells: tuple[tuple[tuple[Piece, ...], ...], ...]


#: pieces of one column from top to bottom, or a table
Part = tuple[Piece, ...] | Rows


def parts_of(pieces: Iterable[Piece]) -> list[Part]:
    """The columns and tables of these pieces in the order in which they are read."""
    ordered = sorted(pieces, key=lambda p: (p.box.middle[1], p.box.left))
    if all(_is_over(a.box, b.box) for a, b in pairwise(ordered)):
        return [tuple(ordered)] if ordered else []
    lines = lines_of(ordered)
    parts: list[Part] = []
    at = 0
    for first, last in _bands(lines):
        parts += [(whole(line),) for line in lines[at:first]]
        parts += _columns(lines[first : last + 1])
        at = last + 1
    parts += [(whole(line),) for line in lines[at:]]
    return list(_joined(parts))


def _is_over(above: Box, below: Box) -> bool:
    """Whether two lines cannot stand side by side."""
    return above.left + 1 < below.right and below.left + 1 < above.right


def _joined(parts: Sequence[Part]) -> Iterable[Part]:
    """Lines that no column stands between, as one part."""
    held: tuple[Piece, ...] = ()
    for part in parts:
        if isinstance(part, tuple) and len(part) == 1:
            held += part
            continue
        if held:
            yield held
        held = ()
        yield part
    if held:
        yield held


def _bands(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The first and last of lines that are columns side by side."""
    bands: list[tuple[int, int]] = []
    for first, last in _seeds(lines):
        if bands and first <= bands[-1][1]:
            continue
        band = _grown(lines, first, last, bands[-1][1] + 1 if bands else 0)
        if band is None:
            continue
        bands.append(band)
    return bands


def _seeds(lines: Sequence[Line]) -> Iterable[tuple[int, int]]:
    """Lines of several pieces, and lines that overlap in height with no piece over another."""
    for index, line in enumerate(lines):
        if len(line) > 1:
            yield index, index
        elif index + 1 < len(lines) and _is_beside(line[0], lines[index + 1][0]):
            yield index, index + 1


def _is_beside(one: Piece, other: Piece) -> bool:
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    gap = max(one.box.left, other.box.left) - min(one.box.right, other.box.right)
    size = min(one.size, other.size)
    return shared > 0.1 * size and gap > _CORRIDOR * size


def _grown(lines: Sequence[Line], first: int, last: int, floor: int) -> tuple[int, int] | None:
    """The band around a seed; None where its gaps are only blanks in a line."""
    covers = _covers(_boxes(lines[first : last + 1]), _size(lines[first]))
    if len(covers) < 2:
        return None
    sides = _sides(lines, first, last)
    while last + 1 < len(lines) and (wider := _with(lines, covers, last, last + 1, sides > 1)):
        covers, last = wider, last + 1
        sides += _sides(lines, last, last)
    while first > floor and (wider := _with(lines, covers, first, first - 1, sides > 1)):
        if first - 1 > floor and _ends_paragraph(lines[first - 2], lines[first - 1], covers):
            break
        covers, first = wider, first - 1
        sides += _sides(lines, first, first)
    gaps = [b.left - a.right for a, b in pairwise(covers)]
    if max(gaps) < _LONE * _size(lines[first]) and sides < 2:
        return None
    return first, last


def _ends_paragraph(above: Line, line: Line, covers: Sequence[Box]) -> bool:
    """Whether a line is the short end of a paragraph that runs over the corridors above it."""
    near = line[0].box.top - above[0].box.bottom < 0.3 * _size(line)
    return len(line) == 1 and near and len(_covers([*covers, *_boxes([above])], 1)) < len(covers)


def _sides(lines: Sequence[Line], first: int, last: int) -> int:
    """How many of the lines have a gap of their own."""
    return sum(len(_covers(_boxes([line]), _size(line))) > 1 for line in lines[first : last + 1])


def _with(
    lines: Sequence[Line], covers: list[Box], edge: int, index: int, firm: bool
) -> list[Box] | None:
    """The columns with one more line; None when it is far or runs over a corridor.

    Corridors of several lines are ``firm``; a gap of a lone line may be a blank to fill in.
    """
    if _is_kind(lines[index]):
        return None
    one, other = around(_boxes([lines[edge]])), around(_boxes([lines[index]]))
    size = _size(lines[edge])
    if max(one.top, other.top) - min(one.bottom, other.bottom) > _FAR * size:
        return None
    wider = _covers([*covers, *_boxes([lines[index]])], size)
    if len(wider) < len(covers) and (firm or len(wider) < 2):
        return None
    return wider


def _is_kind(line: Line) -> bool:
    """Whether a line is the kind of a document: what stands below it is no letterhead."""
    words = whole(line).words.strip(" :")
    return words.isupper() and type_at(words) is not None


def _covers(boxes: Iterable[Box], size: float) -> list[Box]:
    """The stretches across the page that boxes cover, with corridors between them."""
    covers: list[Box] = []
    for box in sorted(boxes, key=lambda b: b.left):
        if covers and box.left - covers[-1].right < _CORRIDOR * size:
            covers[-1] = around([covers[-1], box])
        else:
            covers.append(box)
    return covers


def _boxes(lines: Iterable[Line]) -> list[Box]:
    return [piece.box for line in lines for piece in line]


def _size(line: Line) -> float:
    return max(piece.size for piece in line)


def _columns(lines: Sequence[Line]) -> list[Part]:
    """The columns of a band one after the other, or the table they are."""
    covers = _covers(_boxes(lines), _size(lines[0]))
    table: list[list[Line]] = []
    for line in lines:
        cells = [tuple(p for p in line if c.left <= p.box.middle[0] <= c.right) for c in covers]
        table.append(cells)
    rows = _rows(table) if len(covers) >= 3 else None
    if rows:
        return [rows]
    if all(is_item(cells[0]) for cells in table if cells[0]):
        return [(whole(line),) for line in lines]  # items of a list, their signs apart
    return [
        tuple(whole(cells[column]) for cells in table if cells[column])
        for column in range(len(covers))
    ]


def _rows(table: Sequence[Sequence[Line]]) -> Rows | None:
    """The rows of a table whose first column holds keys; what stands above them is its header."""
    keys = [index for index, cells in enumerate(table) if _is_key(cells[0])]
    head = next((i for i, cells in enumerate(table) if _is_head(cells[0])), None)
    if head is None or len(keys) < 2 or keys[0] < head:
        return None
    starts = _row_starts(table, keys)
    rows = [table[a:b] for a, b in pairwise([0, *starts, len(table)])]
    return Rows(tuple(tuple(_cell(row, c) for c in range(len(table[0]))) for row in rows))


def _row_starts(table: Sequence[Sequence[Line]], keys: Sequence[int]) -> list[int]:
    """Where rows begin: at the level of a key, or above it where a key stands half-way down."""
    levels = [min(p.box.bottom for cell in cells for p in cell) for cells in table]
    gaps = [b - a for a, b in pairwise(levels)]
    pitch = sorted(gaps)[len(gaps) // 2]
    wide = [index + 1 for index, gap in enumerate(gaps) if gap > 1.25 * pitch]
    starts = [
        max((w for w in wide if above < w <= key), default=key)
        for above, key in pairwise([0, *keys])
    ]
    return sorted({*starts, *(w for w in wide if w > starts[0])})


def _cell(rows: Sequence[Sequence[Line]], column: int) -> tuple[Piece, ...]:
    return tuple(whole(cells[column]) for cells in rows if cells[column])


def _is_key(line: Line) -> bool:
    return bool(line) and _KEY.match(whole(line).words) is not None


def _is_head(line: Line) -> bool:
    return bool(line) and _HEAD_KEY.fullmatch(whole(line).words.strip()) is not None
