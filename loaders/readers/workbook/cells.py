"""What a sheet shows, row by row: hidden rows and columns out, merged cells where they begin."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from loaders.readers.package import Element

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL = S + "row", S + "c"
_ON = ("1", "true")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
#: columns further to the right are looked at no more
_WIDEST = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell that shows something (ô): its first place that is seen, and how far it reaches."""

    row: int
    column: int
    words: str
    right: int  # its last column
    bottom: int  # its last row

    @property
    def name(self) -> str:
        """The name that the program gives the cell: "B7"."""
        return f"{_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it is seen (trang tính): its rows, blank ones too, and the columns in use."""

    columns: tuple[int, ...]
    rows: tuple[tuple[Shown, ...], ...]


def sheet_of(root: Element, words_of: Callable[[Element], str]) -> Sheet:
    """What the part of a sheet shows; ``words_of`` tells what stands in a cell."""
    merged = dict(_merged(root))
    columns, rows = _Hidden(_hidden_columns(root)), _Hidden(_hidden_rows(root))
    found: dict[int, list[Shown]] = {}
    at = 0
    for row in root.iter(_ROW):
        at = _number(row.get("r")) or at + 1
        if at not in rows.numbers:
            found.setdefault(at, [])
        for column, cell in _placed(row):
            right, bottom = merged.get((at, column), (column, at))
            first, top = columns.seen(column, right), rows.seen(at, bottom)
            words = words_of(cell).strip() if first and top else ""
            if words:
                found.setdefault(top, []).append(Shown(top, first, words, right, bottom))
    for row in [row for row in found if row > 1 and row - 1 not in rows.numbers]:
        found.setdefault(row - 1, [])  # a blank row may be left out
    used = {cell.column for cells in found.values() for cell in cells}
    lines = (tuple(sorted(found[row], key=_across)) for row in sorted(found))
    return Sheet(tuple(sorted(used)), tuple(lines))


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Numbers of rows or columns that are not seen."""

    numbers: frozenset[int]

    def seen(self, first: int, last: int) -> int:
        """The first that is seen of these; 0 for none."""
        if first not in self.numbers:
            return first
        return next((n for n in range(first, last + 1) if n not in self.numbers), 0)


def _across(cell: Shown) -> int:
    return cell.column


def _letters(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _number(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() else 0


def _placed(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row with their columns; one without a name stands behind the one before."""
    column = 0
    for cell in row.iter(_CELL):
        match = _REFERENCE.fullmatch(cell.get("r") or "")
        column = _column(match[1]) if match else column + 1
        if column <= _WIDEST:
            yield column, cell


def _column(name: str) -> int:
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return column


def _hidden_columns(root: Element) -> frozenset[int]:
    hidden: set[int] = set()
    for column in root.iter(S + "col"):
        if column.get("hidden") in _ON:
            last = min(_number(column.get("max")), _WIDEST)
            hidden |= set(range(_number(column.get("min")), last + 1))
    return frozenset(hidden)


def _hidden_rows(root: Element) -> frozenset[int]:
    return frozenset(_number(row.get("r")) for row in root.iter(_ROW) if row.get("hidden") in _ON)


def _merged(root: Element) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The first place of each merged cell → its last column and row."""
    for merge in root.iter(S + "mergeCell"):
        first, _, last = (merge.get("ref") or "").partition(":")
        one, other = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if one and other:
            yield (int(one[2]), _column(one[1])), (_column(other[1]), int(other[2]))
