"""``cancu copy``: a whole graph from one store to another, whatever their engines."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, settings_of
from api.commands.progress import progress_bar
from api.output import note, put_json
from graph.catalogue import render

PasswordFile = Annotated[Path | None, typer.Option(metavar="FILE")]


def copy(
    source: Annotated[str, typer.Option("--from", metavar="URL")],
    target: Annotated[str, typer.Option("--to", metavar="URL")],
    from_password_file: PasswordFile = None,
    to_password_file: PasswordFile = None,
    as_json: JsonFlag = False,
    config: ConfigOption = None,
) -> None:
    """Make a store hold what another one holds, its originals too (chuyển kho)."""
    from api.intake.originals import carry
    from api.stores import open_address, originals_of
    from graph.copying import copy as move

    here, there = settings_of(source, config), settings_of(target, config)
    with (
        open_address(source, here, from_password_file) as old,
        open_address(target, there, to_password_file) as new,
        progress_bar() as progress,
    ):
        done = move(old, new, progress)
        carried = carry(new.file_digests(), originals_of(here), originals_of(there), progress)
    facts = {
        "documents": done.documents,
        "moved": done.moved,
        "originals": carried,
        "checksum": done.checksum,
    }
    if as_json:
        put_json(facts)
    else:
        facts["checksum"] = done.checksum[:16]
        note(render("cli.copied", "vi", **facts), render("cli.copied", "en", **facts))
