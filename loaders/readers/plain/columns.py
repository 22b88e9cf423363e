"""Tables drawn with dashes, their columns by position: ``---- ----`` and ``+----+----+`` frames."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from loaders.layout.words import is_letterhead
from loaders.readers.drafts import Draft, Grid
from loaders.readers.grids import grid_of
from loaders.readers.lines import Line, LineKind, clean_line
from loaders.readers.manners import Manner
from loaders.readers.reflow import reflow
from loaders.readers.strands import joined

_FRAME = re.compile(r"\s*\+(?:[-=:]+\+)+\s*\Z")
_DASHES = re.compile(r"\s*-{3,}(?:\s+-{3,})+\s*\Z")
#: a table of more lines than this without a closing frame is none
_LONGEST = 400

Columns = Sequence[tuple[int, int]]


def find_columns(
    original: str, lines: Sequence[Line], index: int
) -> tuple[list[Draft | Grid], int] | None:
    """The drawn table that begins at ``lines[index]`` and the line after it; None if none does."""
    if lines[index].kind is not LineKind.CUT and original[lines[index].start] not in "+ ":
        return None
    raw = _raw(original, lines[index])
    framed = raw.lstrip().startswith("+") and _FRAME.match(raw) is not None
    if not framed and (lines[index].kind is not LineKind.CUT or not _DASHES.match(raw)):
        return None
    columns = _columns(raw, framed=framed)
    end = _end(original, lines, index, framed=framed)
    if end is None:
        return None
    rows = _rows(original, lines[index + 1 : end], columns, framed=framed)
    return _drafts(rows), end + 1


def _raw(original: str, line: Line) -> str:
    return original[line.start : line.end]


def _columns(frame: str, *, framed: bool) -> Columns:
    if framed:
        posts = [i for i, c in enumerate(frame) if c == "+"]
        return [(a + 1, b) for a, b in pairwise(posts)]
    spans = [m.span() for m in re.finditer(r"-{3,}", frame)]
    starts = [0, *(start for start, _ in spans[1:])]
    return list(zip(starts, [*starts[1:], 10_000], strict=True))


def _end(original: str, lines: Sequence[Line], index: int, *, framed: bool) -> int | None:
    """The line of the last frame."""
    last = None
    for at in range(index + 1, min(len(lines), index + _LONGEST)):
        raw = _raw(original, lines[at])
        if framed:
            if not raw.lstrip().startswith(("+", "|")):
                break
            last = at if raw.lstrip().startswith("+") else last
        elif raw.strip().startswith("---") and set(raw.strip()) <= set("- "):
            return at
    return last


def _rows(
    original: str, lines: Sequence[Line], columns: Columns, *, framed: bool
) -> list[list[list[Line]]]:
    """Rows of cells, each its lines; a frame, or a blank line between dashes, ends a row."""
    rows: list[list[list[Line]]] = [[[] for _ in columns]]
    for line in lines:
        raw = _raw(original, line)
        if (framed and raw.lstrip().startswith("+")) or not raw.strip():
            rows.append([[] for _ in columns])
            continue
        places = _places(raw)
        for cell, (left, right) in zip(rows[-1], columns, strict=True):
            if left < len(places):
                end = places[right] if right < len(places) else len(raw)
                cell.append(clean_line(original, line.start + places[left], line.start + end))
    return [row for row in rows if any(row)]


def _places(raw: str) -> Sequence[int]:
    """Where each column of a line stands; marks that combine with a letter take none."""
    if unicodedata.is_normalized("NFC", raw):
        return range(len(raw))
    return [index for index, sign in enumerate(raw) if not unicodedata.combining(sign)]


def _drafts(rows: Sequence[Sequence[list[Line]]]) -> list[Draft | Grid]:
    words = [line.strand.words for row in rows for cell in row for line in cell]
    if len(rows) < 3 or any(is_letterhead(w) for w in words):
        manner = Manner(width=40, airy=False)
        columns = zip(*rows, strict=True)
        return [d for column in columns for cell in column for d in reflow(cell, manner)]
    manner = Manner(width=40, airy=True)
    cells = [[joined(d.strand for d in reflow(cell, manner)) for cell in row] for row in rows]
    return [grid_of(cells, headed=True)]
