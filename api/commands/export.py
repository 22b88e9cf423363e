"""``cancu export``: the graph in the forms other programs open, a page, tables, a workbook."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, StoreOption, named, opened
from api.output import note, write_file
from graph.catalogue import render
from graph.errors import UsageError
from viz.sheet_names import SheetName


class Format(StrEnum):
    """What can be exported (định dạng xuất)."""

    JSONL = "jsonl"
    GRAPHML = "graphml"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    CYPHER = "cypher"
    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"
    NEO4J_CSV = "neo4j-csv"


def export(
    format: Annotated[Format, typer.Argument(metavar="FORMAT")],
    root: Annotated[str | None, typer.Option("--root", metavar="ID")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    sheet: Annotated[SheetName, typer.Option("--sheet")] = SheetName.TASKS,
    unit: Annotated[str | None, typer.Option("--unit")] = None,
    year: Annotated[int | None, typer.Option("--year", min=1900, max=2200)] = None,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Write the graph to standard output or a file (xuất đồ thị)."""
    from api.scenes import SceneQuery, scene_page
    from viz.exports import FORMS

    if format is Format.NEO4J_CSV:
        return _tables(output, store, config)
    if format in (Format.XLSX, Format.CSV):
        from api.commands.sheets import write_sheets

        chosen = sheet if format is Format.CSV else None
        return write_sheets(chosen, output, store, config, unit=unit, year=year)
    with opened(store, config) as (graph, settings), graph.snapshot() as view:
        if format is not Format.HTML:
            lines = FORMS[format].pieces(view)
        else:
            query = SceneQuery(root=named(view, root) if root else None)
            lines = iter([scene_page(view, query, settings.max_nodes)])
        if output is None:
            sys.stdout.writelines(lines)
        else:
            write_file(output, lines)


def _tables(folder: Path | None, store: str | None, config: Path | None) -> None:
    """The tables of a first import, which are many files."""
    from graph.neo4j.bulk_tables import ARGUMENTS, write_csv

    if folder is None:
        raise UsageError("export.no_folder")
    with opened(store, config) as (graph, _):
        written = write_csv(graph, folder)
    facts = {"files": len(written), "folder": folder, "arguments": ARGUMENTS}
    note(render("cli.exported_csv", "vi", **facts), render("cli.exported_csv", "en", **facts))
