"""``cancu eval``: how well a folder is read, by the gold beside its documents."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, settings_of
from api.failures import ExitCode
from api.output import note_failure, put
from graph.errors import CancuError


def eval(
    folder: Annotated[Path, typer.Argument(metavar="DIR", readable=False)],
    as_json: JsonFlag = False,
    config: ConfigOption = None,
) -> int:
    """Read the documents of a folder in one context and compare them with their gold (đánh giá)."""
    from api.evaluating.agreement import agreement
    from api.evaluating.evaluation import evaluation
    from api.evaluating.gold import golden
    from api.evaluating.tables import eval_table
    from api.intake.pool import readers
    from loaders import Reading, context, extract_json

    settings = settings_of(None, config)
    wanted = {str(path): gold for path, gold in golden(folder)}
    paths = [Path(name) for name in wanted]
    with readers(paths, settings.workers, settings.bounds) as pool:
        read = [file for file in pool.read(pool.jobs(paths)) if file.path in wanted]
    said = {file.path: file.reading for file in read if isinstance(file.reading, Reading)}
    offers = context(said.values())
    verdicts = {
        path: list(agreement(wanted[path], extract_json(reading, offers)))
        for path, reading in said.items()
    }
    failed = {file.path: file.reading for file in read if isinstance(file.reading, CancuError)}
    put(evaluation(verdicts, list(failed)), eval_table, as_json=as_json)
    for path, error in failed.items():
        note_failure(path, error)
    if not failed:
        return ExitCode.ANSWERED
    return ExitCode.PARTLY if verdicts else ExitCode.FAILURE
