"""The answers as tools for assistants (Model Context Protocol): read only, one tool a question.

The tools are the methods of ``api.tools``; what each is for stands in the catalogue, and a failure
is one sentence in both languages.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from api.answers.answer import Answer
from api.tools import Tools
from graph.catalogue import render
from graph.errors import CancuError
from graph.store import GraphReader

READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
P = ParamSpec("P")


def create_server(store: GraphReader, version: str) -> MCPServer[None]:
    """The server with its tools over a store; ``run`` and ``streamable_http_app`` serve it."""
    server: MCPServer[None] = MCPServer(
        "cancu", instructions=_said("mcp.instructions"), version=version, log_level="WARNING"
    )
    tools = Tools(store)
    for tool in (
        tools.ask,
        tools.search,
        tools.document,
        tools.chain,
        tools.path,
        tools.tasks,
        tools.workload,
        tools.compare,
        tools.calendar,
        tools.state,
        tools.impact,
        tools.relations,
        tools.findings,
        tools.missing,
    ):
        name = tool.__name__
        server.add_tool(
            _telling(tool), name=name, description=_said(f"mcp.{name}"), annotations=READS
        )
    return server


def _telling(tool: Callable[P, Answer]) -> Callable[P, Answer]:
    """The tool, with failures as sentences an assistant can pass on."""

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> Answer:
        try:
            return tool(*args, **kwargs)
        except CancuError as error:
            raise ToolError(f"{error.text('vi')}\n{error.text('en')}") from None

    return told


def _said(key: str) -> str:
    return f"{render(key, 'vi')}\n{render(key, 'en')}"
