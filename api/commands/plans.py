"""``cancu calendar`` and ``compare``: what is due when, how two documents differ."""

from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

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
from api.output import note, put, write_bytes
from api.roles import Concern
from graph.catalogue import render
from graph.model import NodeKind
from graph.questions.calendar_days import Occasion


def calendar(
    unit: Annotated[str | None, typer.Argument(metavar="[UNIT]")] = None,
    role: Annotated[list[Concern] | None, typer.Option("--role")] = None,
    kind: Annotated[list[Occasion] | None, typer.Option("--kind")] = None,
    since: DayOption = None,
    until: DayOption = None,
    sub_units: Annotated[bool, typer.Option("--sub-units")] = False,
    ics: Annotated[Path | None, typer.Option("--ics", metavar="FILE")] = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Deadlines and reports by day (lịch thời hạn và báo cáo)."""
    from api import answers, tables

    asked: dict[str, Any] = {
        "roles": role or (),
        "occasions": kind or (),
        "since": since,
        "until": until,
        "sub_units": sub_units,
    }
    with opened(store, config) as (graph, _):
        id = named(graph, unit, NodeKind.UNIT) if unit else None
        if ics:
            _write(ics, answers.calendar_pages(graph, id, **asked))
        if as_json or not ics:
            answer = answers.calendar(graph, id, **asked, limit=limit, cursor=cursor)
            put(answer, tables.calendar_table, as_json=as_json)


def _write(file: Path, pages: Iterator[Mapping[str, Any]]) -> None:
    from api.ics import ics

    first = next(pages)  # what cannot be answered leaves no file
    write_bytes(file, ics(chain([first], pages)))
    facts = {"count": first["counts"]["total"], "file": file}
    note(render("calendar.written", "vi", **facts), render("calendar.written", "en", **facts))


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
