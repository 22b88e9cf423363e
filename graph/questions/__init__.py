"""The questions asked of a store: one file a question, pure functions over any store."""

from graph.questions.calendar import Calendar, calendar, calendar_pages
from graph.questions.chain import chain
from graph.questions.comparable import Pair, comparable
from graph.questions.compare import compare
from graph.questions.comparison import Comparison
from graph.questions.every_task import TaskPage, every_task
from graph.questions.finding import Finding
from graph.questions.findings import Asked, FindingsPage, every_finding, findings, findings_page
from graph.questions.impact import Impact, impact
from graph.questions.known import known
from graph.questions.missing import Missing, MissingPage, missing, missing_page
from graph.questions.neighbourhood import neighbourhood
from graph.questions.overview import overview
from graph.questions.path import Path, path
from graph.questions.relations import Relations, relations
from graph.questions.search import Page, search
from graph.questions.show import Portrait, show
from graph.questions.state import State, state
from graph.questions.stats import stats
from graph.questions.tasks import UnitTasks, tasks_of
from graph.questions.workload import Workload, workload

__all__ = [
    "Asked",
    "Calendar",
    "Comparison",
    "Finding",
    "FindingsPage",
    "Impact",
    "Missing",
    "MissingPage",
    "Page",
    "Pair",
    "Path",
    "Portrait",
    "Relations",
    "State",
    "TaskPage",
    "UnitTasks",
    "Workload",
    "calendar",
    "calendar_pages",
    "chain",
    "comparable",
    "compare",
    "every_finding",
    "every_task",
    "findings",
    "findings_page",
    "impact",
    "known",
    "missing",
    "missing_page",
    "neighbourhood",
    "overview",
    "path",
    "relations",
    "search",
    "show",
    "state",
    "stats",
    "tasks_of",
    "workload",
]
