"""The figures of an evaluation for a terminal (bảng đánh giá)."""

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType

from api.tables import columns, plain

Answer = Mapping[str, Any]

KINDS = ("document", "citation", "task")


def eval_table(answer: Answer) -> RenderableType:
    """Figures of each kind, outcomes of each phenomenon, confusions, and every miss."""
    figures = columns("kind", "figure", "value")
    for kind in KINDS:
        for figure, value in answer[kind].items():
            if value is not None:
                figures.add_row(*map(plain, (kind, figure, value)))
    phenomena = columns("phenomenon", "outcome", "count")
    for name, outcomes in answer["phenomena"].items():
        for outcome, count in outcomes.items():
            phenomena.add_row(*map(plain, (name, outcome, count)))
    confusions = columns("kind", "property", "gold", "got", "count")
    for one in answer["confusions"]:
        row = (one["kind"], one["field"], one["gold"], one["got"], one["count"])
        confusions.add_row(*map(plain, row))
    misses = columns("file", "outcome", "kind", "property", "value")
    for miss in answer["misses"]:
        row = (miss["file"], miss["outcome"], miss["kind"], miss["field"], miss["what"])
        misses.add_row(*map(plain, row))
    tables = (figures, phenomena, confusions, misses)
    return Group(*(table for table in tables if table.row_count))
