"""Answers as tables and trees for a terminal; every one takes the JSON shape (bảng in ra)."""

from api.tables.asked import ask_text
from api.tables.cells import columns, plain, shortened
from api.tables.legal import impact_table, relations_table, state_table
from api.tables.looks import node_table, search_table, stats_table
from api.tables.plans import calendar_table, comparison_table
from api.tables.reading import extract_table, report_table
from api.tables.review import findings_table, missing_table
from api.tables.walks import chain_tree, path_table
from api.tables.work import tasks_table, workload_table

__all__ = [
    "ask_text",
    "calendar_table",
    "chain_tree",
    "columns",
    "comparison_table",
    "extract_table",
    "findings_table",
    "impact_table",
    "missing_table",
    "node_table",
    "path_table",
    "plain",
    "relations_table",
    "report_table",
    "search_table",
    "shortened",
    "state_table",
    "stats_table",
    "tasks_table",
    "workload_table",
]
