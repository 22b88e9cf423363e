"""``cancu tasks`` and ``cancu workload``: who does what and when."""

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
from api.roles import Role
from graph.model import NodeKind
from graph.questions.attention import Attention
from graph.questions.collectives import Collectives
from graph.times.periods import By


def tasks(
    unit: Annotated[str | None, typer.Argument(metavar="[UNIT]")] = None,
    role: Annotated[list[Role] | None, typer.Option("--role")] = None,
    since: DayOption = None,
    until: DayOption = None,
    sub_units: Annotated[bool, typer.Option("--sub-units")] = False,
    attention: Annotated[list[Attention] | None, typer.Option("--attention")] = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """The tasks of a unit or of all (việc của một đơn vị)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.tasks(
            graph,
            named(graph, unit, NodeKind.UNIT) if unit else None,
            role or (),
            since,
            until,
            sub_units=sub_units,
            wanted=attention or (),
            limit=limit,
            cursor=cursor,
        )
    put(answer, tables.tasks_table, as_json=as_json)


def workload(
    year: Annotated[int | None, typer.Option("--year", min=1900, max=2200)] = None,
    unit: Annotated[str | None, typer.Option("--unit")] = None,
    by: Annotated[By, typer.Option("--by")] = By.QUARTER,
    role: Annotated[list[Role] | None, typer.Option("--role")] = None,
    threshold: Annotated[int | None, typer.Option("--threshold", min=0, metavar="N")] = None,
    sub_units: Annotated[bool, typer.Option("--sub-units/--no-sub-units")] = True,
    collectives: Annotated[Collectives, typer.Option("--collectives")] = Collectives.APART,
    brief: Annotated[bool, typer.Option("--brief")] = False,
    limit: LimitOption = None,
    cursor: Annotated[str, typer.Option("--cursor")] = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Units by weeks, months, quarters or years (khối lượng việc)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.workload(
            graph,
            named(graph, unit, NodeKind.UNIT) if unit else None,
            year,
            by=by,
            roles=role or (),
            sub_units=sub_units,
            collectives=collectives,
            threshold=threshold,
            brief=brief,
            limit=limit,
            cursor=cursor,
        )
    put(answer, tables.workload_table, as_json=as_json)
