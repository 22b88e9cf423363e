"""``cancu mcp``: the answers for assistants, over standard input or HTTP."""

from importlib.metadata import version
from typing import Annotated

import typer

from api.commands.options import ConfigOption, StoreOption
from api.commands.serve import listen, said_address


def mcp(
    http: Annotated[bool, typer.Option("--http")] = False,
    host: Annotated[str | None, typer.Option("--host", metavar="ADDRESS")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535)] = None,
    store: StoreOption = None,
    config: ConfigOption = None,
) -> None:
    """Answer assistants until they leave or it is stopped (phục vụ trợ lý)."""
    from api.mcp import create_server
    from api.settings import load_settings
    from api.stores import open_settings_store

    settings = load_settings(options={"host": host, "port": port, "store": store}, config=config)
    with open_settings_store(settings) as graph:
        server = create_server(graph, version("cancu"))
        if not http:
            return server.run("stdio")
        import uvicorn
        from mcp.server.transport_security import TransportSecuritySettings

        from api.guards import Guards

        # our own guard knows which hosts the settings allow
        unguarded = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        app = server.streamable_http_app(
            json_response=True, stateless_http=True, transport_security=unguarded
        )
        listening = listen(settings)
        said_address(listening, "cli.serving_mcp", "mcp")
        uvicorn.Server(
            uvicorn.Config(Guards(app, settings), log_level=settings.log_level, lifespan="on")
        ).run(sockets=[listening])
