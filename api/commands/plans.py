"""``cancu compare``: how two documents differ."""

from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, StoreOption, named, opened
from api.output import put
from graph.model import NodeKind


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
