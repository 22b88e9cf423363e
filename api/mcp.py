"""The answers as tools for assistants (Model Context Protocol): read only, one tool a question.

A tool takes what a person would write, an id, a number or a name, and says what it took it for
(``taken``). Answers are those of ``--json`` and HTTP, bounded; failures are one sentence each.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, ParamSpec

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from api import answers
from api.answers.answer import Answer
from api.lookup import look_up
from api.roles import Role
from graph.catalogue import render
from graph.errors import CancuError
from graph.model import NodeKind
from graph.questions import Asked
from graph.store import GraphReader

READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
Name = Annotated[str, Field(min_length=1, max_length=400)]
Limit = Annotated[int, Field(ge=1, le=500)]
Depth = Annotated[int, Field(ge=1, le=20)]
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
        tools.findings,
    ):
        name = tool.__name__
        server.add_tool(
            _telling(tool), name=name, description=_said(f"mcp.{name}"), annotations=READS
        )
    return server


class Tools:
    """What an assistant can ask; every method is one tool of its name."""

    def __init__(self, store: GraphReader) -> None:
        self._store = store

    def ask(self, question: Name) -> Answer:
        """A question in Vietnamese (hỏi)."""
        return answers.ask(self._store, question)

    def search(
        self,
        query: Name,
        kinds: Sequence[NodeKind] = (),
        limit: Limit = 20,
        cursor: str = "",
    ) -> Answer:
        """Nodes by number, name or words (tìm kiếm)."""
        return answers.search(self._store, query, kinds, limit, cursor)

    def document(self, document: Name) -> Answer:
        """One node with its relations, their words and its doubts (xem văn bản)."""
        return self._about(document, lambda id: answers.show(self._store, id))

    def chain(
        self, document: Name, down: bool = False, depth: Depth = 6, limit: Limit = 100
    ) -> Answer:
        """What it rests on, or what rests on it (chuỗi căn cứ)."""
        return self._about(
            document,
            lambda id: answers.chain(self._store, id, down=down, depth=depth, limit=limit),
        )

    def path(self, start: Name, end: Name) -> Answer:
        """How two nodes hang together (đường nối)."""
        last, taken = look_up(self._store, end)
        answer = self._about(start, lambda id: answers.path(self._store, id, last))
        return answer | {"taken_end": taken.sentence("vi")} if taken else answer

    def tasks(
        self,
        unit: Name,
        roles: Sequence[Role] = (),
        since: str | None = None,
        until: str | None = None,
        sub_units: bool = False,
    ) -> Answer:
        """What a unit does (nhiệm vụ của đơn vị)."""
        return self._about(
            unit,
            lambda id: answers.tasks(self._store, id, roles, since, until, sub_units=sub_units),
            NodeKind.UNIT,
        )

    def workload(self, year: int | None = None, unit: str | None = None) -> Answer:
        """Units by periods (khối lượng việc)."""
        if unit is None:
            return answers.workload(self._store, None, year)
        return self._about(unit, lambda id: answers.workload(self._store, id, year), NodeKind.UNIT)

    def compare(self, first: Name, second: Name) -> Answer:
        """How the second document differs from the first (so sánh)."""
        last, taken = look_up(self._store, second, [NodeKind.DOCUMENT])
        answer = self._about(
            first, lambda id: answers.compare(self._store, id, last), NodeKind.DOCUMENT
        )
        return answer | {"taken_second": taken.sentence("vi")} if taken else answer

    def findings(
        self,
        rules: Sequence[str] = (),
        document: Name | None = None,
        at: str | None = None,
        limit: Limit = 50,
        cursor: str = "",
    ) -> Answer:
        """What a person should look at (điều cần rà soát)."""
        if document is None:
            asked = Asked(frozenset(rules), at=at)
            return answers.audit(self._store, asked, limit, cursor)
        return self._about(
            document,
            lambda id: answers.audit(
                self._store, Asked(frozenset(rules), document=id, at=at), limit, cursor
            ),
            NodeKind.DOCUMENT,
        )

    def _about(self, text: str, ask: Callable[[str], Answer], *kinds: NodeKind) -> Answer:
        id, taken = look_up(self._store, text, kinds)
        answer = ask(id)
        return answer | {"taken": taken.sentence("vi")} if taken else answer


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
