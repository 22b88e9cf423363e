"""``cancu backup`` and ``cancu restore``: copies of the embedded store."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, StoreOption, settings_of
from api.commands.progress import progress_bar
from api.output import note, put_json
from graph.catalogue import render

FileArgument = Annotated[Path, typer.Argument(metavar="FILE")]


def backup(
    file: FileArgument,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Copy the store, as of now, to a new file, its originals beside it (sao lưu)."""
    from api.intake.originals import beside, carry
    from api.stores import originals_of, store_file
    from graph.sqlite.backup import backup as copy

    settings = settings_of(store, config)
    copied, kept, there = store_file(settings), originals_of(settings), beside(file)
    with progress_bar() as progress:
        carried = copy(copied, file, lambda all: carry(all, kept, there, progress))
    _tell("cli.backed_up", copied, file, carried, as_json=as_json)


def restore(
    file: FileArgument,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Make the store what it was when the copy was taken (phục hồi)."""
    from api.intake.originals import beside, carry
    from api.stores import originals_of, store_file
    from graph.sqlite.backup import restore as put_back

    settings = settings_of(store, config)
    replaced, kept, there = store_file(settings), originals_of(settings), beside(file)
    with progress_bar() as progress:
        carried = put_back(file, replaced, lambda all: carry(all, there, kept, progress))
    _tell("cli.restored", replaced, file, carried, as_json=as_json)


def _tell(key: str, store: Path, file: Path, originals: int, *, as_json: bool) -> None:
    if as_json:
        put_json({"store": str(store), "file": str(file), "originals": originals})
    else:
        facts = {"store": store, "file": file, "originals": originals}
        note(render(key, "vi", **facts), render(key, "en", **facts))
