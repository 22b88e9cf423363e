"""A table as comma-separated values that Excel opens (CSV): UTF-8 with its mark, CRLF, ISO days.

A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP).
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from viz.sheets.cells import Cell, Table, looks_like_formula

MEDIA = "text/csv; charset=utf-8"
MARK = "\ufeff"


def comma_separated(table: Table) -> Iterator[str]:
    """The lines of a table, its headings first."""
    yield MARK + _line(column.title for column in table.columns)
    for row in table.rows:
        yield _line(map(_shown, row))


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if looks_like_formula(cell) else cell
    return cell.isoformat() if isinstance(cell, date) else str(cell)
