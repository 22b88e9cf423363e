"""The tables of a planner's workbook, each made when it is asked for (các bảng)."""

from graph.model import NodeKind
from graph.questions import calendar_pages, every_finding, known, workload
from graph.questions.duties import units_within
from graph.store import GraphReader
from viz.sheet_names import SheetName
from viz.sheets.cells import Table
from viz.sheets.findings import finding_table
from viz.sheets.tasks import task_table
from viz.sheets.work import event_table, load_table


def table(
    store: GraphReader, name: SheetName, unit: str | None = None, year: int | None = None
) -> Table:
    """One table: of a unit and those under it, or of all; of a year.

    Without a year: all tasks, the workload of the year with most work, the calendar of the year
    with most deadlines. Findings are those of all documents.
    """
    if unit is not None:
        known(store, unit, NodeKind.UNIT)
    match name:
        case SheetName.TASKS:
            units = None if unit is None else set(units_within(store, [unit]))
            return task_table(store, units, year)
        case SheetName.WORKLOAD:
            return load_table(workload(store, unit and [unit], year=year, named=False))
        case SheetName.CALENDAR:
            days = None if year is None else str(year)
            return event_table(calendar_pages(store, unit, sub_units=True, since=days, until=days))
        case SheetName.FINDINGS:
            return finding_table(store, every_finding(store))
