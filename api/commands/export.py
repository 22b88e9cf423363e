"""``cancu export``: the graph as lines of JSON, or one offline page."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, StoreOption, named, opened
from api.output import write_file


class Format(StrEnum):
    """What can be exported (định dạng xuất)."""

    JSONL = "jsonl"
    HTML = "html"


def export(
    format: Annotated[Format, typer.Argument(metavar="FORMAT")],
    root: Annotated[str | None, typer.Option("--root", metavar="ID")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the graph to standard output or a file (xuất đồ thị)."""
    from api.scenes import SceneQuery, scene_page
    from graph.export import jsonl

    with opened(store, config) as (graph, settings), graph.snapshot() as view:
        if format is Format.JSONL:
            lines = jsonl(view)
        else:
            query = SceneQuery(root=named(view, root) if root else None)
            lines = iter([scene_page(view, query, settings.max_nodes)])
        if output is None:
            sys.stdout.writelines(lines)
        else:
            write_file(output, lines)
