"""``cancu audit``, ``missing`` and ``stats``: what to look at, what is lacking, what there is."""

from typing import Annotated

import typer

from api.commands.options import (
    ConfigOption,
    CursorOption,
    DayOption,
    JsonFlag,
    LimitOption,
    StoreOption,
    named,
    opened,
)
from api.output import put
from graph.model import NodeKind, Severity


def audit(
    rule: Annotated[list[str] | None, typer.Option("--rule", metavar="RULE")] = None,
    severity: Annotated[list[Severity] | None, typer.Option("--severity")] = None,
    document: Annotated[str | None, typer.Option("--document", metavar="ID")] = None,
    at: DayOption = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Contradictions, doubts and gaps, and how to mend them (rà soát)."""
    from api import answers, tables
    from graph.questions import Asked

    with opened(store, config) as (graph, _):
        id = named(graph, document, NodeKind.DOCUMENT) if document else None
        asked = Asked(frozenset(rule or ()), frozenset(severity or ()), id, at)
        answer = answers.audit(graph, asked, limit, cursor)
    put(answer, tables.findings_table, as_json=as_json)


def missing(
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Documents that most rests on and that are not loaded (văn bản còn thiếu)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        answer = answers.missing(graph, limit or settings.page_size, cursor)
    put(answer, tables.missing_table, as_json=as_json)


def stats(
    as_json: JsonFlag = False, store: StoreOption = None, config: ConfigOption = None
) -> None:
    """Rows by kind (thống kê)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.stats(graph)
    put(answer, tables.stats_table, as_json=as_json)
