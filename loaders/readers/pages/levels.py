"""Pieces of a page to lines: what stands on one level, from left to right (dòng trên trang)."""

import re
from collections.abc import Iterable, Sequence

from loaders.readers.pages.page import Piece, around, is_power, is_raised, may_be_mark

#: what a label says stands no farther behind it than this, in letter heights
_LABEL = 1.5
#: a raised digit stands no farther from its letter, in letter heights
_BESIDE = 0.3
_ITEM = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,6}|[a-zđA-ZĐ])[.)/]|[-–+•*]|Điều \d{1,3}\."
)

Line = tuple[Piece, ...]


def lines_of(ordered: Iterable[Piece]) -> list[Line]:
    """The pieces, by their height, that stand on one level, from left to right."""
    lines: list[list[Piece]] = []
    for piece in ordered:
        if lines and _is_level(lines[-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_with_sign(sorted(line, key=lambda p: p.box.left)) for line in lines]


def _with_sign(line: Sequence[Piece]) -> Line:
    """A line whose first piece is the sign of an item, or a label, has it before its words."""
    if len(line) == 2 and (is_item(line[:1]) or _is_label(line)):
        return (whole(tuple(line)),)
    return tuple(line)


def _is_level(line: Sequence[Piece], piece: Piece) -> bool:
    if len(line) == 1 and _is_mark(line[0], piece):
        return True
    base = line[1] if len(line) > 1 and _is_mark(line[0], line[1]) else line[0]
    first, middle = base.box, piece.box.middle[1]
    if not (first.top <= middle <= first.bottom and piece.box.top <= first.middle[1]):
        return False
    return all(p.box.right <= piece.box.left + 1 or piece.box.right <= p.box.left + 1 for p in line)


def _is_mark(piece: Piece, other: Piece) -> bool:
    """Whether a piece is a raised digit that stands beside another (chỉ số trên)."""
    if not may_be_mark(piece.words) or piece.box.bottom <= other.box.top:
        return False
    gap = max(piece.box.left - other.box.right, other.box.left - piece.box.right)
    near = abs(gap) < _BESIDE * other.size
    return near and is_raised(piece.size, piece.line, other.size, other.line)


def is_item(line: Sequence[Piece]) -> bool:
    """Whether it is only the sign of an item: "1.", "a)", "-"."""
    return _ITEM.fullmatch(whole(tuple(line)).words.strip()) is not None


def _is_label(line: Sequence[Piece]) -> bool:
    """Whether the first piece is what the second answers: "Kính gửi:", a blank or two before it."""
    gap = line[1].box.left - line[0].box.right
    return line[0].words.endswith(":") and gap < _LABEL * line[0].size


def whole(line: Line) -> Piece:
    """The pieces of a line as one; small digits behind a word are its mark (dòng)."""
    if len(line) == 1:
        return line[0]
    one = line[0]
    if may_be_mark(one.words) and is_raised(one.size, one.line, line[1].size, line[1].line):
        one = one._replace(size=line[1].size, marks=((0, len(one.words)),))
    for other in line[1:]:
        digits = may_be_mark(other.words)
        raised = digits and is_raised(other.size, other.line, one.size, one.line)
        near = other.box.left - one.box.right < 0.15 * one.size
        glue = "" if raised or near else " "
        move = len(one.words) + len(glue)
        marks = ((0, len(other.words)),) if raised else other.marks
        if marks and marks[0][0] == 0 and is_power(one.words, other.words[: marks[0][1]]):
            marks = marks[1:]
        one = one._replace(
            words=f"{one.words}{glue}{other.words}",
            box=around([one.box, other.box]),
            strong=one.strong and other.strong,
            marks=(*one.marks, *((a + move, b + move) for a, b in marks)),
            boxes=(*one.boxes, *((a + move, b + move, box) for a, b, box in other.boxes)),
        )
    return one
