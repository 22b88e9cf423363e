"""Every answer as JSON values, the same from ``--json`` and over HTTP (các câu trả lời)."""

from api.answers.answer import Answer
from api.answers.asked import ask
from api.answers.legal import impact, relations, state
from api.answers.looks import documents, search, show, stats, stored_text, text, vocabulary
from api.answers.plans import calendar, calendar_pages, comparable, compare
from api.answers.review import audit, missing
from api.answers.walks import chain, neighbourhood, path
from api.answers.work import tasks, workload

__all__ = [
    "Answer",
    "ask",
    "audit",
    "calendar",
    "calendar_pages",
    "chain",
    "comparable",
    "compare",
    "documents",
    "impact",
    "missing",
    "neighbourhood",
    "path",
    "relations",
    "search",
    "show",
    "state",
    "stats",
    "stored_text",
    "tasks",
    "text",
    "vocabulary",
    "workload",
]
