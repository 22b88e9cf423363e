"""The tools for assistants, asked by the official client: in memory, by pipe, over HTTP."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
import httpx2
import pytest
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from sample import CORPUS

from api import answers
from api.intake.ingest import ingest
from api.mcp import create_server
from graph import open_store
from graph.questions import Asked
from graph.store import GraphStore

PLAN = "vn/hcm/ubnd/kh/2025/2132"
TOOLS = {"ask", "search", "document", "chain", "path", "tasks", "workload", "compare", "findings"}
TOOLS |= {"calendar", "state", "impact", "relations", "missing"}
COMMAND = (sys.executable, "-c", "from api.cli import main; main()", "mcp")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A store on disk with the sample documents that are text."""
    where = f"sqlite:{tmp_path_factory.mktemp('mcp') / 'store.db'}"
    with open_store(where) as store:
        ingest([path for path in sorted(CORPUS.iterdir()) if path.suffix in (".txt", ".md")], store)
    yield where


@pytest.fixture
def store(url: str) -> Iterator[GraphStore]:
    with open_store(url) as opened:
        yield opened


def asked(server: Any, ask: Callable[[Client], Awaitable[Any]]) -> Any:
    """What a client of its own hears."""

    async def talk() -> Any:
        async with Client(server) as client:
            return await ask(client)

    return anyio.run(talk)


def called(server: Any, tool: str, **arguments: Any) -> Any:
    """The answer of one tool, which is its JSON both ways."""
    result = asked(server, lambda client: client.call_tool(tool, arguments))
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


def test_every_tool_reads_only_and_says_what_it_is_for(store: GraphStore) -> None:
    found = asked(create_server(store, "1"), lambda client: client.list_tools()).tools
    assert {tool.name for tool in found} == TOOLS
    for tool in found:
        assert tool.annotations.read_only_hint and not tool.annotations.open_world_hint
        vietnamese, english = tool.description.split("\n")
        assert vietnamese and english and vietnamese != english


def test_answers_are_those_of_the_other_doors(store: GraphStore) -> None:
    server = create_server(store, "1")
    why = "Kế hoạch 2132 căn cứ vào đâu?"
    assert called(server, "ask", question=why) == answers.ask(store, why)
    assert called(server, "search", query="ke hoach 2132") == answers.search(
        store, "ke hoach 2132", (), 20, ""
    )
    assert called(server, "document", document=PLAN) == answers.show(store, PLAN)
    page = called(server, "document", document=PLAN, limit=2)
    assert page == answers.show(store, PLAN, limit=2) and page["next"]
    rest = called(server, "document", document=PLAN, cursor=page["next"])
    assert rest["edges"] == answers.show(store, PLAN)["edges"][2:]
    assert called(server, "chain", document=PLAN, down=True) == answers.chain(
        store, PLAN, down=True, depth=6, limit=100
    )
    assert called(server, "workload") == answers.workload(store, None, None)
    assert called(server, "findings") == answers.audit(store, Asked(), 50)
    day = "2026-03-01"
    assert called(server, "state", document=PLAN, at=day) == answers.state(store, PLAN, day)
    assert called(server, "impact", document=PLAN) == answers.impact(
        store, PLAN, None, None, direct=None, limit=50, cursor=""
    )
    assert called(server, "relations", document=PLAN) == answers.relations(
        store, PLAN, None, limit=20, cursor=""
    )
    year = {"since": "2026-01-01", "until": "2026-12-31"}
    assert called(server, "calendar", **year) == answers.calendar(store, None, **year, limit=50)
    assert called(server, "missing") == answers.missing(store, 20)
    assert called(server, "findings", document=PLAN) == answers.audit(
        store, Asked(document=PLAN), 50
    )


def test_names_are_taken_and_said(store: GraphStore) -> None:
    server = create_server(store, "1")
    answer = called(server, "chain", document="Kế hoạch 2132/KH-UBND")
    assert answer["root"] == PLAN and PLAN in answer["taken"]
    way = called(server, "path", start="2132/KH-UBND", end="996/QĐ-TTg")
    assert way["ways"][0][-1] in way["taken_end"]
    office = called(server, "tasks", unit="Văn phòng Sở", roles=["coordinates"])
    assert {task["role"] for task in office["tasks"]} == {"coordinates"}
    assert called(server, "compare", first=PLAN, second="2134/KH-UBND")["taken_second"]


@pytest.mark.parametrize(
    ("tool", "rows", "arguments"),
    [("tasks", "tasks", {"unit": "vn/hcm/skhcn"}), ("workload", "nodes", {"year": 2025})],
)
def test_tasks_go_on_behind_the_first_page(
    store: GraphStore, tool: str, rows: str, arguments: dict[str, Any]
) -> None:
    server = create_server(store, "1")
    whole = called(server, tool, **arguments)
    first = called(server, tool, **arguments, limit=2)
    assert len(first[rows]) == 2 and first["next"] and whole["next"] is None
    rest = called(server, tool, **arguments, cursor=first["next"])
    assert first[rows] + rest[rows] == whole[rows] and len(rest[rows]) > 1


def test_a_chain_goes_on_behind_the_first_page(store: GraphStore) -> None:
    server = create_server(store, "1")
    whole = called(server, "chain", document=PLAN)
    first = called(server, "chain", document=PLAN, limit=2)
    assert whole["next"] is None and first["next"]
    rest = called(server, "chain", document=PLAN, cursor=first["next"])
    ids = [node["id"] for page in (first, rest) for node in page["nodes"]]
    assert sorted(set(ids)) == sorted(node["id"] for node in whole["nodes"])
    assert len(first["nodes"]) < len(whole["nodes"])


def test_a_category_of_the_diagram_goes_on_behind_the_first_page(store: GraphStore) -> None:
    server = create_server(store, "1")
    asked_for = {"document": "vn/tw/ct/2024/38", "limit": 1}
    whole = called(server, "relations", document=asked_for["document"])
    category = next(one for one in whole["categories"] if len(one["members"]) > 1)
    found: list[str] = []
    cursor = ""
    while cursor is not None:
        page = called(server, "relations", **asked_for, category=category["id"], cursor=cursor)
        (one,) = [one for one in page["categories"] if one["id"] == category["id"]]
        found += [member["id"] for member in one["members"]]
        cursor = one["next"]
    assert found == [member["id"] for member in category["members"]]


def test_a_workload_by_months_above_a_threshold(store: GraphStore) -> None:
    server = create_server(store, "1")
    told = called(server, "workload", year=2026, by="month", threshold=1)
    assert len(told["periods"]) == 12 and told["overloaded"]


@pytest.mark.parametrize(
    ("tool", "arguments", "sentence"),
    [
        ("document", {"document": "Kế hoạch 99999/KH-X"}, "Kế hoạch 99999/KH-X"),
        ("tasks", {"unit": PLAN}, PLAN),
        ("search", {"query": ""}, "query"),
        ("chain", {"document": PLAN, "depth": 99}, "depth"),
    ],
)
def test_a_failure_is_a_sentence(
    store: GraphStore, tool: str, arguments: dict[str, Any], sentence: str
) -> None:
    server = create_server(store, "1")
    result = asked(server, lambda client: client.call_tool(tool, arguments))
    assert result.is_error and sentence in result.content[0].text
    assert "Traceback" not in result.content[0].text


def test_over_standard_input(url: str, store: GraphStore) -> None:
    command = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], "--store", url], env=dict(os.environ)
    )
    assert called(stdio_client(command), "document", document=PLAN) == answers.show(store, PLAN)


@pytest.fixture
def address(url: str) -> Iterator[str]:
    """Where a server of its own answers over HTTP."""
    command = [*COMMAND, "--http", "--port", "0", "--store", url]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/mcp", process.stderr.readline())
        assert found
        yield found.group()
        process.kill()


def test_over_http(address: str, store: GraphStore) -> None:
    assert called(address, "document", document=PLAN) == answers.show(store, PLAN)


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Host": "evil.example"}, 421), ({"Origin": "http://evil.example"}, 403)],
)
def test_a_page_of_another_site_is_refused(
    address: str, headers: dict[str, str], status: int
) -> None:
    assert httpx2.post(address, json={}, headers=headers).status_code == status
