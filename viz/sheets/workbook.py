"""The tables as an Excel workbook (tệp Excel), row by row, the same bytes for the same graph.

Words are written as words: nothing in a document becomes a formula or a link. Headings stay in
sight, columns can be filtered, days are days.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from math import ceil
from typing import Any, BinaryIO

import xlsxwriter

from viz.sheets.cells import Cell, Row, Table, looks_like_formula

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MADE = datetime(2000, 1, 1, tzinfo=UTC)  # no clock: the file depends on the graph alone
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
LAST_ROW = 1_048_575  # of a sheet; what is more goes on in the next one
LINE, TALLEST = 14, 400  # points: of a line, and of the tallest row
NARROW = 1.1  # letters of the font for one of the width's
STYLE = {"valign": "top", "text_wrap": True, "font_name": "Times New Roman", "font_size": 10.5}
HEADING = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "valign": "vcenter"}
MIDDLE = {"align": "center"}


def workbook(file: BinaryIO, tables: Iterable[Table]) -> None:
    """Write the tables into a file, each as a sheet."""
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"created": MADE})
    styles = {
        "heading": book.add_format(STYLE | HEADING),
        "text": book.add_format(STYLE),
        "guarded": book.add_format(STYLE | {"quote_prefix": True}),
        "day": book.add_format(STYLE | MIDDLE | {"num_format": "dd/mm/yyyy"}),
        "number": book.add_format(STYLE | MIDDLE),
    }
    for table in tables:
        _sheets(book, table, styles)
    book.close()


def _sheets(book: Any, table: Table, styles: dict[str, Any]) -> None:
    """One sheet, and more where the rows are too many for it."""
    sheet, at, parts = _begun(book, table, table.title, styles), 0, 1
    for row in table.rows:
        if at == LAST_ROW:
            _finished(sheet, table, at)
            parts += 1
            sheet, at = _begun(book, table, f"{table.title} ({parts})", styles), 0
        at += 1
        sheet.set_row(at, _height(table, row))
        for place, cell in enumerate(row):
            _write(sheet, at, place, cell, styles)
    _finished(sheet, table, at)


def _begun(book: Any, table: Table, title: str, styles: dict[str, Any]) -> Any:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, styles["heading"])
    return sheet


def _finished(sheet: Any, table: Table, last: int) -> None:
    sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _height(table: Table, row: Row) -> int:
    """As many lines as the longest cell takes in its column."""
    lines = [
        ceil(len(cell) / (column.width * NARROW))
        for cell, column in zip(row, table.columns, strict=True)
        if isinstance(cell, str)
    ]
    return min(TALLEST, LINE * max(lines, default=1) + 2)


def _write(sheet: Any, row: int, place: int, cell: Cell, styles: dict[str, Any]) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        style = styles["guarded" if looks_like_formula(cell) else "text"]
        sheet.write_string(row, place, cell, style)
    elif isinstance(cell, date):
        moment = datetime(cell.year, cell.month, cell.day)
        sheet.write_datetime(row, place, moment, styles["day"])
    else:
        sheet.write_number(row, place, cell, styles["number"])
