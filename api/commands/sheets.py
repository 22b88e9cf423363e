"""The planner's tables as a workbook or as CSV, for ``cancu export`` (bảng tính)."""

import sys
from io import BytesIO
from pathlib import Path

from api.commands.options import named, opened
from api.output import write_bytes, write_file
from graph.errors import UsageError
from graph.model import NodeKind
from viz.sheets import SheetName, comma_separated, table, workbook


def write_sheets(
    sheet: SheetName | None,
    output: Path | None,
    store: str | None,
    config: Path | None,
    *,
    unit: str | None,
    year: int | None,
) -> None:
    """One table as CSV, or without ``sheet`` all of them as a workbook in a file."""
    if sheet is None and output is None:
        raise UsageError("export.no_file")
    with opened(store, config) as (graph, _), graph.snapshot() as view:
        id = named(view, unit, NodeKind.UNIT) if unit else None
        if sheet is None and output:
            file = BytesIO()
            workbook(file, (table(view, name, id, year) for name in SheetName))
            write_bytes(output, [file.getvalue()])
        elif sheet:
            lines = comma_separated(table(view, sheet, id, year))
            sys.stdout.writelines(lines) if output is None else write_file(output, lines)
