"""``cancu search``, ``show``, ``chain`` and ``path``: looking into the graph."""

from typing import Annotated

import typer

from api.commands.options import (
    ConfigOption,
    CursorOption,
    DayOption,
    DepthOption,
    IdArgument,
    JsonFlag,
    LimitOption,
    StoreOption,
    named,
    opened,
)
from api.output import put
from api.roles import Relation
from graph.model import NodeKind

PAGE = 1000  # relations of a node when none are asked for


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY")],
    kind: Annotated[list[NodeKind] | None, typer.Option("--kind")] = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Find documents, tasks and units (tìm kiếm)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        limit = limit or settings.page_size
        answer = answers.search(graph, query, kind or (), limit, cursor)
    put(answer, tables.search_table, as_json=as_json)


def show(
    id: IdArgument,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """One node with its relations and evidence (xem một mục)."""
    from api import answers, tables

    with opened(store, config) as (graph, _):
        answer = answers.show(graph, named(graph, id), limit=limit or PAGE, cursor=cursor)
    put(answer, tables.node_table, as_json=as_json)


def chain(
    id: IdArgument,
    down: Annotated[bool, typer.Option("--down")] = False,
    depth: DepthOption = 6,
    relation: Annotated[list[Relation] | None, typer.Option("--relation")] = None,
    level: Annotated[list[str] | None, typer.Option("--level", metavar="LEVEL")] = None,
    since: DayOption = None,
    until: DayOption = None,
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """What a document or task rests on (chuỗi căn cứ)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        answer = answers.chain(
            graph,
            named(graph, id),
            down=down,
            depth=depth,
            relations=relation or (),
            levels=level or (),
            since=since,
            until=until,
            limit=limit or settings.max_nodes,
            cursor=cursor,
        )
    put(answer, tables.chain_tree, as_json=as_json)


def path(
    a: Annotated[str, typer.Argument(metavar="A")],
    b: Annotated[str, typer.Argument(metavar="B")],
    limit: LimitOption = None,
    cursor: CursorOption = "",
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """The shortest way between two nodes (đường nối)."""
    from api import answers, tables

    with opened(store, config) as (graph, settings):
        limit = limit or settings.page_size
        start, end = named(graph, a), named(graph, b)
        answer = answers.path(graph, start, end, limit=limit, cursor=cursor)
    put(answer, tables.path_table, as_json=as_json)
