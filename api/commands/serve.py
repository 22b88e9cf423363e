"""``cancu serve``: the HTTP door and the explorer."""

import socket
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import ConfigOption, StoreOption
from api.output import note
from graph.catalogue import render
from graph.errors import UsageError

if TYPE_CHECKING:
    from api.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option("--host", metavar="ADDRESS")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535)] = None,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer over HTTP until stopped (chạy máy chủ)."""
    import uvicorn

    from api.app import create_app
    from api.settings import load_settings
    from api.stores import open_settings_store

    settings = load_settings(options={"host": host, "port": port, "store": store}, config=config)
    open_settings_store(settings).close()  # a store that cannot be used is said before serving
    listening = listen(settings)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings),
            log_level=settings.log_level,
            access_log=settings.log_level in ("debug", "info"),
            server_header=False,
        )
    )
    said_address(listening, "cli.serving")
    server.run(sockets=[listening])


def said_address(listening: socket.socket, key: str, path: str = "") -> None:
    """Say where answers are to be had: the sentence ``key`` with its ``url``."""
    address, number = listening.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    url = f"http://{shown}:{number}/{path}"
    note(render(key, "vi", url=url), render(key, "en", url=url))


def listen(settings: "Settings") -> socket.socket:
    """A socket at the address of the settings; UsageError when it cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(
            "cli.cannot_listen", host=settings.host, port=settings.port, reason=reason
        ) from None
