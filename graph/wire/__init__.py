"""The JSON shapes of every answer, one for the command line, HTTP and the picture alike."""

from graph.wire.asked import ask_json
from graph.wire.calendar import calendar_json
from graph.wire.comparison import comparison_json, pairs_json
from graph.wire.facts import RESERVED, Shape, edge_json, evidence_json, issue_json, node_json
from graph.wire.legal import impact_json, relations_json, state_json
from graph.wire.looks import PLACE, search_json, show_json, stats_json
from graph.wire.review import findings_json, missing_json
from graph.wire.walks import chain_json, outside_json, path_json, subgraph_json
from graph.wire.work import task_page_json, tasks_json, workload_json

__all__ = [
    "PLACE",
    "RESERVED",
    "Shape",
    "ask_json",
    "calendar_json",
    "chain_json",
    "comparison_json",
    "edge_json",
    "evidence_json",
    "findings_json",
    "impact_json",
    "issue_json",
    "missing_json",
    "node_json",
    "outside_json",
    "pairs_json",
    "path_json",
    "relations_json",
    "search_json",
    "show_json",
    "state_json",
    "stats_json",
    "subgraph_json",
    "task_page_json",
    "tasks_json",
    "workload_json",
]
