"""``cancu backup`` and ``cancu restore``: copies of the embedded store."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import ConfigOption, JsonFlag, StoreOption, settings_of
from api.output import note, put_json
from graph.catalogue import render

FileArgument = Annotated[Path, typer.Argument(metavar="FILE")]


def backup(
    file: FileArgument,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Copy the store, as of now, to a new file (sao lưu)."""
    from api.stores import store_file
    from graph.sqlite.backup import backup as copy

    copied = store_file(settings_of(store, config))
    copy(copied, file)
    _tell("cli.backed_up", copied, file, as_json=as_json)


def restore(
    file: FileArgument,
    as_json: JsonFlag = False,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Make the store what it was when the copy was taken (phục hồi)."""
    from api.stores import store_file
    from graph.sqlite.backup import restore as put_back

    replaced = store_file(settings_of(store, config))
    put_back(file, replaced)
    _tell("cli.restored", replaced, file, as_json=as_json)


def _tell(key: str, store: Path, file: Path, *, as_json: bool) -> None:
    if as_json:
        put_json({"store": str(store), "file": str(file)})
    else:
        facts = {"store": store, "file": file}
        note(render(key, "vi", **facts), render(key, "en", **facts))
