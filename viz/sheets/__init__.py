"""What planners take into a spreadsheet: tasks, workload, calendar, findings (bảng tính)."""

from viz.sheet_names import SheetName
from viz.sheets.cells import Table
from viz.sheets.comma import comma_separated
from viz.sheets.tables import table
from viz.sheets.workbook import workbook

__all__ = ["SheetName", "Table", "comma_separated", "table", "workbook"]
