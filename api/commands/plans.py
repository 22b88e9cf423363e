"""``cancu calendar`` and ``compare``: what is due when, how two documents differ."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import (
    ConfigOption,
    DayOption,
    JsonFlag,
    LimitOption,
    StoreOption,
    named,
    opened,
)
from api.output import note, put, write_bytes
from api.roles import Concern
from graph.catalogue import render
from graph.model import NodeKind
from graph.questions.calendar import Occasion


def calendar(
    unit: Annotated[str | None, typer.Argument(metavar="[UNIT]")] = None,
    role: Annotated[list[Concern] | None, typer.Option("--role")] = None,
    kind: Annotated[list[Occasion] | None, typer.Option("--kind")] = None,
    since: DayOption = None,
    until: DayOption = None,
    sub_units: Annotated[bool, typer.Option("--sub-units")] = False,
    ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE")] = None,
    limit: LimitOption = None,
    cursor: Annotated[str, typer.Option("--cursor")] = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Deadlines and reports by day (lịch thời hạn và báo cáo)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.calendar(
            graph,
            named(graph, unit, NodeKind.UNIT) if unit else None,
            roles=role or (),
            occasions=kind or (),
            since=since,
            until=until,
            sub_units=sub_units,
            limit=limit,
            cursor=cursor,
            whole=ics is not None,
        )
    if ics:
        from api.ics import ics as encoded

        write_bytes(ics, [encoded(answer)])
        facts = {"count": len(answer["events"]), "file": ics}
        note(render("calendar.written", "vi", **facts), render("calendar.written", "en", **facts))
    if as_json or not ics:
        put(answer, tables.calendar_table, as_json=as_json)


def compare(
    a: Annotated[str, typer.Argument(metavar="A")],
    b: Annotated[str, typer.Argument(metavar="B")],
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """How the second document differs from the first (so sánh)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        ids = [named(graph, text, NodeKind.DOCUMENT) for text in (a, b)]
        answer = answers.compare(graph, *ids)
    put(answer, tables.comparison_table, as_json=as_json)
