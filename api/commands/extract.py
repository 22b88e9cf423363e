"""``cancu extract``: what files say, without a store."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, settings_of
from api.failures import ExitCode
from api.output import draw, note_failure, put_json
from graph.errors import CancuError


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", readable=False)],
    as_json: JsonFlag = False,
    config: ConfigOption = None,
) -> int:
    """Read files in one shared context and print what each says (trích xuất)."""
    from api.intake.files import files as walk
    from api.intake.pool import readers
    from api.tables import extract_table
    from loaders import Reading, context, extract_json

    settings = settings_of(None, config)
    found = list(walk(files))
    with readers(found, settings.workers, settings.bounds) as pool:
        read = list(pool.read(pool.jobs(found)))
    readings = [file.reading for file in read if isinstance(file.reading, Reading)]
    offers = context(readings)
    for reading in readings:
        said = extract_json(reading, offers)
        if as_json:
            put_json(said, one_line=len(read) > 1)
        else:
            draw(extract_table(said))
    for file in read:
        if isinstance(file.reading, CancuError):
            note_failure(file.path, file.reading)
    if len(readings) == len(read):
        return ExitCode.ANSWERED
    return ExitCode.PARTLY if readings else ExitCode.FAILURE
