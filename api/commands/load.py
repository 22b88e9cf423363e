"""``cancu load``: read files and folders into the store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, StoreOption, opened
from api.commands.progress import progress_bar
from api.failures import ExitCode
from api.output import note_failure, put

if TYPE_CHECKING:
    from api.intake.report import IngestReport


def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", readable=False)],
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> int:
    """Load files and folders (nạp văn bản)."""
    from api.intake.ingest import ingest
    from api.intake.report import report_json
    from api.stores import originals_of
    from api.tables import report_table

    with opened(store, config) as (graph, settings), progress_bar() as progress:
        report = ingest(
            paths,
            graph,
            progress,
            workers=settings.workers,
            bounds=settings.bounds,
            originals=originals_of(settings),
        )
    put(report_json(report), report_table, as_json=as_json)
    for file in report.failed:
        if file.error:
            note_failure(file.path, file.error)
    return _exit_code(report)


def _exit_code(report: "IngestReport") -> ExitCode:
    if not report.failed:
        return ExitCode.ANSWERED
    return ExitCode.FAILURE if len(report.failed) == len(report.files) else ExitCode.PARTLY
