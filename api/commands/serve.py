"""``cancu serve``: the HTTP door and the explorer."""

from typing import Annotated

import typer

from api.commands.options import ConfigOption, StoreOption
from api.output import note
from graph.catalogue import render


def serve(
    host: Annotated[str | None, typer.Option("--host")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535)] = None,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer over HTTP until stopped (chạy máy chủ)."""
    import uvicorn

    from api.app import create_app
    from api.settings import load_settings

    options = {"host": host, "port": port, "store": store}
    settings = load_settings(options=options, config=config)
    if settings.port:
        note(render("cli.serving", "vi", url=f"http://{settings.host}:{settings.port}/"))
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        server_header=False,
    )
