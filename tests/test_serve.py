"""``cancu serve`` as a process of its own: it says where it is, answers, and stops when told."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from papers import PLAN_ID, write

from api.cli import run

PROGRAM = [sys.executable, "-c", "from api.cli import main; main()"]


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'store.db'}"


@pytest.fixture
def server(store: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running server and its address."""
    command = [*PROGRAM, "serve", "--port", "0", "--store", store]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CANCU_")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
        assert found
        yield process, found.group()
        process.kill()


def asked(address: str) -> dict[str, object]:
    with urlopen(address, timeout=60) as answer:
        return dict(json.load(answer))


def test_it_answers_and_sees_what_another_process_loads(
    server: tuple[subprocess.Popen[str], str], store: str, tmp_path: Path
) -> None:
    process, address = server
    assert asked(f"{address}/readyz") == {"status": "ready"}
    assert asked(f"{address}/api/v1/documents")["documents"] == []
    papers = [str(path) for path in write(tmp_path)]
    assert run(["load", *papers, "--store", store]) == 0
    assert len(asked(f"{address}/api/v1/documents")["documents"]) == 3  # type: ignore[arg-type]
    assert asked(f"{address}/api/v1/text/{PLAN_ID}")["source"] == "ke-hoach.txt"
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) in (0, -signal.SIGTERM)


def test_a_port_that_is_taken_is_said(
    server: tuple[subprocess.Popen[str], str], store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    port = server[1].rpartition(":")[2]
    assert run(["serve", "--port", port, "--store", store]) == 2
    assert port in capsys.readouterr().err


def test_a_store_that_cannot_be_used_is_said_before_serving(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.db"
    other.write_text("no database at all", "utf-8")
    assert run(["serve", "--port", "0", "--store", f"sqlite:{other}"]) == 1
    assert "other.db" in capsys.readouterr().err
