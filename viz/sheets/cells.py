"""What the cells of a table hold: words, numbers, days; never a formula (ô của bảng)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from graph.catalogue import render
from graph.times.days import is_whole_day

Cell: TypeAlias = str | int | float | date | None
Row: TypeAlias = tuple[Cell, ...]

#: what no spreadsheet may hold; a cell of Excel holds so many characters
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
MOST = 32_767
#: what a spreadsheet would take for the beginning of a formula (OWASP: CSV injection)
FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the catalogue (``sheet.<name>``) or its heading, and its width in
    characters."""

    name: str
    width: int
    heading: str = ""

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.heading or render(f"sheet.{self.name}", "vi")


@dataclass(frozen=True, slots=True)
class Table:
    """A named table; the rows are told once, as they are read."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]


def words(*parts: object) -> str | None:
    """Parts as one text on one line, those that are missing left out."""
    text = " ".join(str(part) for part in parts if part not in (None, ""))
    text = " ".join(CONTROL.sub(" ", text).split())
    return (text if len(text) <= MOST else text[: MOST - 1] + "…") or None


def listed(names: Iterable[str]) -> str | None:
    """Names one after the other."""
    return words("; ".join(names))


def day(text: object) -> Cell:
    """A day as one; what is no whole day stays text."""
    if is_whole_day(text):
        return date.fromisoformat(text)
    return words(text)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would calculate what a document only says."""
    return text.startswith(FORMULA)


def columns(*told: tuple[str, int]) -> tuple[Column, ...]:
    """Columns by name and width."""
    return tuple(Column(name, width) for name, width in told)


def numbered(rows: Iterable[Row]) -> Iterator[Row]:
    """The same with their number first (STT)."""
    return ((number, *row) for number, row in enumerate(rows, 1))
