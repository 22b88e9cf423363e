"""``cancu state``, ``impact`` and ``relations``: what legal staff ask of a document."""

from typing import Annotated

import typer

from api.commands.options import (
    ConfigOption,
    CursorOption,
    DayOption,
    IdArgument,
    JsonFlag,
    LimitOption,
    StoreOption,
    named,
    opened,
)
from api.output import put
from graph.model import NodeKind


def state(
    id: IdArgument,
    at: DayOption = None,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """How a document stands on a day (tình trạng hiệu lực)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.state(graph, named(graph, id, NodeKind.DOCUMENT), at)
    put(answer, tables.state_table, as_json=as_json)


def impact(
    id: IdArgument,
    on: DayOption = None,
    kind: Annotated[NodeKind | None, typer.Option("--kind")] = None,
    direct: Annotated[bool | None, typer.Option("--direct/--indirect")] = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """What hangs on a document, should it end (ảnh hưởng)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        id = named(graph, id, NodeKind.DOCUMENT)
        limit = limit or settings.page_size
        answer = answers.impact(graph, id, on, kind, direct=direct, limit=limit, cursor=cursor)
    put(answer, tables.impact_table, as_json=as_json)


def relations(
    id: IdArgument,
    category: Annotated[str | None, typer.Option("--category", metavar="NAME")] = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """The diagram of a document (lược đồ)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        id = named(graph, id, NodeKind.DOCUMENT)
        limit = limit or settings.page_size
        answer = answers.relations(graph, id, category, limit=limit, cursor=cursor)
    put(answer, tables.relations_table, as_json=as_json)
