"""The application of the tests: the office behind the HTTP door, with a built explorer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from engines import ENGINES, empty_address
from fastapi.testclient import TestClient
from office import fill

from api.settings import Settings
from graph import open_store

V1 = "/api/v1"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built explorer: a page, a hashed file, an icon; and a file outside that stays outside."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "static" / "assets").mkdir(parents=True)
    (folder / "static" / "index.html").write_text("<!doctype html><title>Căn cứ</title>", "utf-8")
    (folder / "static" / "assets" / "app-1a2b.js").write_text("export {}", "utf-8")
    (folder / "static" / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "secret.txt").write_text("secret")
    return folder / "static"


@pytest.fixture(scope="module", params=ENGINES)
def settings(
    built: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Settings:
    """The settings of an application over a store of each engine, filled with the office."""
    where = empty_address(request.param, tmp_path_factory.mktemp("api"), request)
    with open_store(where.url, where.password) as opened:
        fill(opened)
    return Settings.model_validate(
        {"store": where.url, "store_password": where.password, "upload_mb": 1, "explorer": built}
    )


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    from api.app import create_app

    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as opened:
        yield opened


def assert_failure(answer: Any, code: str) -> None:
    assert list(answer.json()) == ["error"]
    error = answer.json()["error"]
    assert error["code"] == code
    assert set(error) == {"code", "message", "message_en"}
    assert all(error.values())
    assert "{" not in error["message"] + error["message_en"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")
