"""A question has one answer, whichever door it comes through: command line, HTTP, assistants; what
the explorer shows of it is tested with the explorer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi.testclient import TestClient
from mcp.client import Client
from webapp import V1

from api.app import create_app
from api.cli import run
from api.mcp import create_server
from api.settings import Settings
from graph import open_store
from graph.copying import copy
from graph.store import GraphStore

QUESTIONS = [
    "Ai chủ trì triển khai Đề án 996?",
    "ke hoach 2132 can cu vao nhung van ban nao",
    "Vì sao Chi cục TĐC phải tổ chức vòng sơ tuyển Giải thưởng Chất lượng Quốc gia?",
    "quy 2/2026 van phong so phoi hop viec gi",
    "Nếu Quyết định 100 hết hiệu lực thì ảnh hưởng đến ai?",
    "Trước 15/11 phải báo cáo gì, cho ai?",
    "So sánh kế hoạch 2026 với phụ lục",
    "Kế hoạch mới nhất của Sở KHCN TP.HCM là kế hoạch nào?",
    "quy 3/2025 cac don vi lam nhung viec gi",
    "việc nào trong kế hoạch 2132 không có đơn vị phối hợp",
    "Sở Công Thương chủ trì việc gì trong KH 2134, còn Sở Tài chính thì sao?",
    "kho còn thiếu những văn bản nào",
    "Quyết định 100",
    "Trời hôm nay thế nào?",
]


@pytest.fixture(scope="module")
def url(read_once: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample corpus in a store on disk, which several doors can open."""
    where = f"sqlite:{tmp_path_factory.mktemp('doors') / 'store.db'}"
    with open_store(where) as store:
        copy(read_once, store, lambda done, total: None)
    return where


@pytest.fixture(scope="module")
def client(url: str, built: Path) -> Iterator[TestClient]:
    app = create_app(Settings.model_validate({"store": url, "explorer": built}))
    with TestClient(app, base_url="http://127.0.0.1:8000") as opened:
        yield opened


@pytest.mark.parametrize("question", QUESTIONS)
def test_all_doors_tell_the_same(
    question: str, url: str, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    over_http = client.get(f"{V1}/ask", params={"q": question}).json()
    assert over_http["text"] and over_http["question"] == question
    assert run(["ask", question, "--json", "--store", url]) in (0, 3)
    assert json.loads(capsys.readouterr().out) == over_http
    assert _assistant(url, question) == over_http
    run(["ask", question, "--store", url])
    shown = " ".join(capsys.readouterr().out.split())
    assert " ".join(over_http["text"].split())[:60] in shown


def _assistant(url: str, question: str) -> Any:
    async def talk(store: GraphStore) -> Any:
        async with Client(create_server(store, "1")) as assistant:
            return await assistant.call_tool("ask", {"question": question})

    with open_store(url) as store:
        return anyio.run(talk, store).structured_content
