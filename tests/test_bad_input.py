"""Bad input by both doors: one clear sentence a language, an exit code, nothing changed."""

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from papers import PLAN, PLAN_ID

from api.app import create_app
from api.cli import run
from api.settings import Settings
from graph import open_store
from graph.export import jsonl

UPLOAD = "/api/v1/documents"

#: name → bytes that no reader takes
BAD: dict[str, bytes] = {
    "bang.xlsx": b"PK\x03\x04" + b"\x00" * 60,
    "van-ban.docx": b"PK\x03\x04" + b"\x00" * 60,
    "quet.pdf": b"%PDF-1.7\n\xe2\xe3\xcf\xd3",
    "la.xyz": "Quyết định".encode(),
    "khong-duoi": "Quyết định".encode(),
    "rong.txt": b"",
    "trang.md": b" \n\n\t\n",
    "cu.txt": "Quy\u00eat \u0111inh".encode("cp1258"),
    "hai.txt": "Quyết định số 5/QĐ-UBND".encode("utf-32-le"),
    "anh.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "khong.txt": "Quyết định\x00số 5".encode(),
    "trong.html": b"<html><body><script>var a = 1</script></body></html>",
}

AWKWARD = [
    "<script>alert(1)</script>",
    "\"'`; DROP TABLE node; --",
    "{} {0} {file} %s",
    "MATCH (n) DETACH DELETE n",
    "[bold]x[/bold] \\ / ..",
]


@pytest.fixture(autouse=True)
def url(loaded: str) -> str:
    """A store that already holds a plan; both doors use it."""
    return loaded


def content(url: str) -> list[str]:
    with open_store(url) as store:
        return [*jsonl(store), *map(repr, store.issues()), *store.documents()]


def upload(url: str, name: str, data: bytes, query: str = "") -> Any:
    app = create_app(Settings.model_validate({"store": url}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        return client.post(UPLOAD + query, files={"file": (name, data)})


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_said_and_changes_nothing(
    name: str, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, file = content(url), tmp_path / name
    file.write_bytes(BAD[name])
    assert run(["load", str(file), "--json"]) == 1
    out, error = capsys.readouterr()
    assert json.loads(out)["counts"]["failed"] == 1
    lines = [line for line in error.splitlines() if line.strip()]
    assert len(lines) == 2, "one sentence in each language"
    assert all(name in line for line in lines)
    assert run(["extract", str(file), "--json"]) == 1
    assert capsys.readouterr().out == ""
    for query in ("", "?preview=true"):
        answer = upload(url, name, BAD[name], query)
        assert answer.status_code == 422
        assert answer.json()["error"]["code"] == "bad_input"
        assert name in answer.json()["error"]["message"]
    assert content(url) == before


def test_the_other_files_are_loaded_and_the_bad_ones_listed(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "tot.txt").write_text(PLAN.replace("12/KH", "13/KH"), "utf-8")
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    assert run(["load", str(folder), str(tmp_path / "absent.txt"), "--json"]) == 4
    out, error = capsys.readouterr()
    report = json.loads(out)
    assert report["counts"]["loaded"] == 1
    assert report["counts"]["failed"] == len(BAD) + 1
    assert all(name in error for name in (*BAD, "absent.txt"))
    assert PLAN_ID.replace("/12", "/13") in "".join(content(url))
    assert run(["extract", str(folder), "--json"]) == 4
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_folder_that_is_not_there_is_said(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["load", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_file_that_may_not_be_opened_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loop = tmp_path / "vong.txt"
    loop.symlink_to(loop)
    assert run(["load", str(loop)]) == 1
    error = capsys.readouterr().err
    assert "vong.txt" in error
    assert "trỏ vòng" in error


def test_a_file_without_the_right_to_read_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kin.txt").write_text(PLAN, "utf-8")

    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert run(["load", str(tmp_path / "kin.txt")]) == 1
    vietnamese, english = capsys.readouterr().err.strip().splitlines()[-2:]
    assert "Không có quyền" in vietnamese and "kin.txt" in vietnamese
    assert "Permission denied" not in vietnamese + english


def test_an_empty_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["load", str(tmp_path / "empty")]) == 1
    assert "empty" in capsys.readouterr().err


def test_another_file_for_the_same_document_is_a_conflict(url: str, tmp_path: Path) -> None:
    before = content(url)
    other = PLAN.replace("Quý II", "Quý III")
    answer = upload(url, "khac.txt", other.encode())
    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "conflict"
    assert "ke-hoach.txt" in answer.json()["error"]["message"]
    (tmp_path / "khac.txt").write_text(other, "utf-8")
    assert run(["load", str(tmp_path / "khac.txt")]) == 1
    assert content(url) == before


def test_one_very_long_line_is_read(url: str) -> None:
    answer = upload(url, "dai.txt", b"giao nhiem vu " * (12 * 2**20 // 14))
    assert answer.status_code == 201, answer.text
    assert answer.json()["state"] == "loaded"


def test_a_table_without_header_is_read_and_invents_nothing(url: str) -> None:
    table = "| 1 | Kiểm tra cân | Quý II |\n| 2 | Báo cáo | Quý III |\n"
    answer = upload(url, "bang.md", table.encode(), "?preview=true")
    assert answer.status_code == 200, answer.text
    assert all(not task["lead"] for task in answer.json()["tasks"])


def test_a_document_that_cites_itself_is_no_loop(url: str, tmp_path: Path) -> None:
    own = PLAN.replace("I. NHIỆM VỤ", "Căn cứ Kế hoạch số 12/KH-SKHCN;\n\nI. NHIỆM VỤ")
    file = tmp_path / "papers" / "ke-hoach.txt"
    file.write_text(own, "utf-8")
    assert run(["load", str(file)]) == 0
    with open_store(url) as store:
        assert not [edge for edge in store.all_edges() if edge.source == edge.target]
    for command in (["chain", PLAN_ID], ["chain", PLAN_ID, "--down"], ["show", PLAN_ID]):
        assert run([*command, "--json"]) == 0


def test_a_cycle_of_bases_ends(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "papers" / "quyet-dinh.txt"
    words = file.read_text("utf-8")
    basis = "Căn cứ Kế hoạch số 12/KH-SKHCN ngày 06 tháng 01 năm 2026 của Sở Khoa học và Công nghệ"
    file.write_text(
        words.replace("Căn cứ Luật", f"{basis} tỉnh Ninh Bình;\nCăn cứ Luật", 1), "utf-8"
    )
    assert run(["load", str(file)]) == 0
    capsys.readouterr()
    assert run(["chain", PLAN_ID, "--depth", "20", "--json"]) == 0
    ids = [node["id"] for node in json.loads(capsys.readouterr().out)["nodes"]]
    assert len(ids) == len(set(ids))
    assert ids[0] == PLAN_ID
    app = create_app(Settings.model_validate({"store": url}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.get(f"/api/v1/scene?root={PLAN_ID}").status_code == 200


@pytest.mark.parametrize("words", AWKWARD)
def test_awkward_names_stay_words(
    words: str, url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = words.replace("/", "_") + ".txt"
    text = PLAN.replace("12/KH", "14/KH").replace("Kiểm định cân", f"Kiểm định {words} cân")
    (tmp_path / name).write_text(text, "utf-8")
    assert run(["load", str(tmp_path / name)]) == 0
    capsys.readouterr()
    id = PLAN_ID.replace("/12", "/14")
    assert run(["show", id, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["node"]["source"] == name
    assert run(["search", words]) in (0, 2)
    assert run(["show", words]) in (0, 3), "found, or not; never obeyed"
    error = capsys.readouterr().err
    assert words in error
    with open_store(url) as store:
        assert id in store.documents()
    app = create_app(Settings.model_validate({"store": url}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        page = client.get("/api/v1/export/html", params={"root": id})
        assert page.status_code == 200
        assert "<script>alert(1)" not in page.text
        assert client.get("/api/v1/search", params={"q": words}).status_code == 200
