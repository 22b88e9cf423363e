"""What legal staff ask, on the command line and over HTTP: one answer, whatever the door."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from office import BUREAU, DECISION, DIRECTIVE, FIRST, OFFICE, PLAN, fill
from stores import delta

from api.cli import run
from api.schemas import ChainAnswer, ImpactAnswer, PathAnswer, RelationsAnswer, Shape, StateAnswer
from graph import open_store

QUESTIONS: list[tuple[list[str], str, dict[str, str], type[Shape]]] = [
    (["state", DECISION, "--at", "2026-07-01"], f"state/{DECISION}", {"at": "2026-07-01"},
     StateAnswer),
    (["impact", DECISION, "--on", "2026-06-30", "--limit", "3"], f"impact/{DECISION}",
     {"on": "2026-06-30", "limit": "3"}, ImpactAnswer),
    (["impact", DIRECTIVE, "--kind", "task", "--indirect"], f"impact/{DIRECTIVE}",
     {"kind": "task", "direct": "false"}, ImpactAnswer),
    (["chain", PLAN, "--relation", "based_on", "--level", "government", "--until", "2024"],
     f"chain/{PLAN}", {"relation": "based_on", "level": "government", "until": "2024"},
     ChainAnswer),
    (["chain", DIRECTIVE, "--down", "--limit", "2", "--cursor", f"1:{DECISION}"],
     f"chain/{DIRECTIVE}", {"down": "true", "limit": "2", "cursor": f"1:{DECISION}"}, ChainAnswer),
    (["path", BUREAU, DIRECTIVE, "--limit", "1"], "path",
     {"from": BUREAU, "to": DIRECTIVE, "limit": "1"}, PathAnswer),
    (["relations", DECISION], f"relations/{DECISION}", {}, RelationsAnswer),
    (["relations", DECISION, "--category", "applies", "--limit", "1"], f"relations/{DECISION}",
     {"category": "applies", "limit": "1"}, RelationsAnswer),
]  # fmt: skip
every = pytest.mark.parametrize(
    ("arguments", "route", "query", "shape"), QUESTIONS, ids=[" ".join(q[0]) for q in QUESTIONS]
)


@pytest.fixture(autouse=True)
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_STORE", f"sqlite:{tmp_path / 'office.db'}")
    with open_store(f"sqlite:{tmp_path / 'office.db'}") as store:
        fill(store)
        store.apply(delta("vn/alone"))
        store.apply(delta("vn/lonely"))


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@every
def test_both_doors_give_one_answer(
    client: TestClient, capsys: pytest.CaptureFixture[str],
    arguments: list[str], route: str, query: dict[str, str], shape: type[Shape],
) -> None:  # fmt: skip
    answer = client.get(f"/api/v1/{route}", params=query)
    assert answer.status_code == 200
    shape.model_validate(answer.json())
    assert answer.json() == said(capsys, *arguments)


@every
def test_people_read_it_in_vietnamese(
    capsys: pytest.CaptureFixture[str],
    arguments: list[str], route: str, query: dict[str, str], shape: type[Shape],
) -> None:  # fmt: skip
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert any(word in out.lower() for word in ("văn bản", "hiệu lực", "căn cứ"))
    assert "\x1b" not in out and "<EdgeKind" not in out


def test_what_is_not_connected_or_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["path", PLAN, "vn/alone"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Không biết" in out and "Chỉ thị 9/CT-TTg" in out
    assert said(capsys, "path", PLAN, "vn/alone")["status"] == "unknown"
    assert said(capsys, "path", "vn/alone", "vn/lonely")["status"] == "none"


def test_without_a_day_it_is_today(client: TestClient) -> None:
    assert client.get(f"/api/v1/state/{PLAN}").json()["at"] == date.today().isoformat()


def test_counts_and_members_of_the_office(client: TestClient) -> None:
    answer = client.get(f"/api/v1/impact/{DIRECTIVE}", params={"on": "2026-06-30"}).json()
    assert answer["counts"]["direct"] == {
        "document": 2, "task": 0, "unit": 0, "outside": 0,
        "levels": {"department": 1, "province": 1}, "types": {"Công văn": 1, "Quyết định": 1},
    }  # fmt: skip
    assert answer["counts"]["indirect"]["task"] == 3
    assert answer["running"] == {"after": 1, "done": 0, "undated": 2}
    ways = {member["id"]: member["way"] for member in answer["members"]}
    assert ways[FIRST] == [DIRECTIVE, DECISION, PLAN, FIRST]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"state/{DECISION}?at=2026", 400, "usage"),
        (f"state/{OFFICE}", 404, "not_found"),
        ("impact/vn/nobody", 404, "not_found"),
        (f"impact/{DECISION}?cursor=x", 400, "usage"),
        (f"impact/{DECISION}?kind=law", 422, "invalid"),
        (f"relations/{DECISION}?category=x", 400, "usage"),
        (f"chain/{PLAN}?level=khac", 400, "usage"),
        (f"chain/{PLAN}?since=2026&until=2025", 400, "usage"),
        (f"chain/{PLAN}?cursor=x", 400, "usage"),
        (f"nodes/{PLAN}?cursor=x", 400, "usage"),
        (f"neighbourhood/{PLAN}?cursor=x", 400, "usage"),
        (f"path?from={PLAN}&to={DECISION}&cursor=x", 400, "usage"),
        (f"chain/{PLAN}?relation=leads", 422, "invalid"),
    ],
)
def test_failures(client: TestClient, path: str, status: int, code: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
