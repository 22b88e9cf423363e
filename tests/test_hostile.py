"""The clumsy and the hostile user: odd files, names and arguments end in a sentence."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from papers import DECISION_ID, LETTER_ID, PLAN, PLAN_ID, write

from api.app import create_app
from api.cli import run
from api.intake.files import Job
from api.intake.pool import MANY, Pool, bounded
from api.settings import Settings
from graph import open_store
from graph.errors import BadInputError
from graph.export import jsonl
from loaders.bounds import Bounds

PROGRAM = [sys.executable, "-c", "from api.cli import main; main()"]
ODD = os.fsdecode(b"l\xff.txt")  # a file name that is no UTF-8


@pytest.fixture(autouse=True)
def url(loaded: str) -> str:
    """A store that holds three documents, named by the environment."""
    return loaded


def content(url: str) -> list[str]:
    with open_store(url) as store:
        return [*jsonl(store), *map(repr, store.issues())]


def program(*arguments: str | bytes, **more: Any) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, timeout=120, **more)


def test_pipes_devices_and_names_that_cannot_be_are_refused(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(url)
    os.mkfifo(tmp_path / "ong.txt")
    for path in (tmp_path / "ong.txt", "/dev/zero", "a" * 300, tmp_path / "store.db" / "x.txt"):
        assert run(["load", str(path)]) == 1
        error = capsys.readouterr().err
        assert Path(path).name in error
        assert "Traceback" not in error
    assert content(url) == before


def test_a_file_name_that_is_no_text_is_read_and_shown(url: str, tmp_path: Path) -> None:
    file = tmp_path / ODD
    file.write_text(PLAN.replace("12/KH", "31/KH"), "utf-8")
    ended = program("load", os.fsencode(file), "--json")
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["counts"]["loaded"] == 1
    assert b"Traceback" not in ended.stderr
    assert "l\ufffd.txt" in "".join(content(url))
    assert program("load", os.fsencode(tmp_path / ("x" + ODD))).returncode == 1
    assert program("show", b"\xff\xfe").returncode == 3


@pytest.mark.parametrize("name", ["a\x1b[31mdo.txt", "hai\ndong.txt", "nguoc\u202etxt.exe"])
def test_a_file_name_says_nothing_to_the_terminal(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(b"")
    assert run(["load", str(tmp_path / name)]) == 1
    out, error = capsys.readouterr()
    assert len(error.strip().splitlines()) == 2, "one sentence in each language"
    assert "\ufffd" in error
    for sign in "\x1b\u202e":
        assert sign not in out + error


def test_utf_32_and_late_binary_are_no_text(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(url)
    for name, data in (
        ("u32.txt", PLAN.encode("utf-32")),
        ("muon.txt", (PLAN * 200).encode() + b"\x00\x01"),
    ):
        (tmp_path / name).write_bytes(data)
        assert run(["load", str(tmp_path / name)]) == 1
        assert name in capsys.readouterr().err
    assert content(url) == before


@pytest.mark.parametrize(
    ("arguments", "code"), [(["show", "không có"], 3), (["lod"], 2), (["chain"], 2)]
)
def test_a_failure_with_json_is_one_object_beside_nothing(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*arguments, "--json"]) == code
    out, error = capsys.readouterr()
    assert out == ""
    said = json.loads(error)["error"]
    assert set(said) == {"code", "message", "message_en"}
    assert all(said.values())


def test_a_usage_error_names_what_is_wrong_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["search", "a", "--limit", "-1"]) == 2
    vietnamese, english = capsys.readouterr().err.splitlines()
    assert "--limit" in vietnamese
    assert "--limit" in english


def test_an_output_that_cannot_be_written_is_said_and_what_was_there_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for target in (tmp_path / "no" / "x.jsonl", tmp_path, Path("/dev/full")):
        assert run(["export", "jsonl", "-o", str(target)]) == 1
        out, error = capsys.readouterr()
        assert out == ""
        assert str(target) in error
        assert len(error.splitlines()) == 2
    file = tmp_path / "graph.jsonl"
    assert run(["export", "jsonl", "-o", str(file)]) == 0
    assert run(["export", "html", "--root", "khong co", "-o", str(file)]) == 3
    assert json.loads(file.read_text("utf-8").splitlines()[0])
    assert not list(tmp_path.glob("*.part"))
    with open("/dev/full", "w") as full:
        ended = subprocess.run([*PROGRAM, "stats"], stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr


def test_a_failure_of_the_program_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("api.answers.stats", broken)
    assert run(["stats"]) == 1
    error = capsys.readouterr().err
    assert "hỏng" in error
    assert "Traceback" not in error


@pytest.mark.parametrize(
    "words", ["Kế hoạch 12", "KH 12/KH-SKHCN", "kế hoạch số 12", "012/KH-SKHCN", "12/kh-skhcn"]
)
@pytest.mark.parametrize("command", ["show", "chain", "path", "remove"])
def test_a_loose_name_is_enough_wherever_an_id_stands(
    command: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    others = ["QĐ 340/QĐ-UBND"] if command == "path" else []
    assert run([command, words, *others, "--json"]) == 0
    out, error = capsys.readouterr()
    assert PLAN_ID in out
    assert PLAN_ID in error
    assert (DECISION_ID in error) is bool(others)


def test_remove_forgets_one_document(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["remove", DECISION_ID]) == 0
    assert DECISION_ID in capsys.readouterr().err
    with open_store(url) as store:
        assert DECISION_ID not in store.documents()
    before = content(url)
    assert run(["remove", DECISION_ID, "--json"]) == 3
    out, error = capsys.readouterr()
    assert out == ""
    assert json.loads(error)["error"]["code"] == "not_found"
    assert content(url) == before


def test_ctrl_c_ends_a_load_with_one_sentence(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY * 4):
        text = PLAN.replace("12/KH", f"{100 + number}/KH")
        (folder / f"{number}.txt").write_text(text * 40, "utf-8")
    command = [*PROGRAM, "load", str(folder)]
    environment = os.environ | {"CANCU_WORKERS": "2"}
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        # tests in the background of a shell hear no Ctrl+C, and hand that down
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as load:
        assert load.stderr is not None
        assert load.stderr.read(1)  # the bar is drawn: files are being read
        os.killpg(load.pid, signal.SIGINT)
        said = load.stderr.read().decode()
    assert load.returncode == 130
    assert "Traceback" not in said
    assert "Đã dừng" in said
    with open_store(url) as store:
        assert PLAN_ID in store.documents()


def test_a_reading_process_that_dies_costs_one_file(tmp_path: Path) -> None:
    jobs = [Job(str(path)) for path in write(tmp_path / "again")]
    pool = Pool(1, Bounds())
    try:
        list(pool.read(jobs[:1]))
        os.kill(pool.workers[0].process.pid or 0, signal.SIGKILL)
        first, *others = pool.read(jobs)
    finally:
        pool.close()
    assert isinstance(first.reading, BadInputError)
    assert first.reading.key == "file.reader_died"
    assert Path(jobs[0].path).name in first.reading.text("vi")
    assert [file.understood.id for file in others] == [PLAN_ID, LETTER_ID]


def test_a_file_that_takes_too_long_is_stopped_and_said(tmp_path: Path) -> None:
    [file] = bounded([Job(str(write(tmp_path / "again")[0]))], Bounds(file_seconds=0))
    assert isinstance(file.reading, BadInputError)
    assert file.reading.key == "file.too_long"


def test_a_file_that_takes_too_much_memory_is_said(tmp_path: Path) -> None:
    (tmp_path / "lon.txt").write_text(PLAN + "giao nhiem vu " * 5_000_000, "utf-8")
    [file] = bounded([Job(str(tmp_path / "lon.txt"))], Bounds(memory_mb=450))
    assert isinstance(file.reading, BadInputError)
    assert file.reading.key in ("file.memory", "file.reader_died")


def test_a_circle_of_three_ends_every_question(url: str, tmp_path: Path) -> None:
    numbers = (41, 42, 43)
    for here, there in zip(numbers, (42, 43, 41), strict=True):
        basis = (
            f"Căn cứ Kế hoạch số {there}/KH-SKHCN ngày 06 tháng 01 năm 2026 của Sở Khoa học và"
            " Công nghệ tỉnh Ninh Bình;\n\nI. NHIỆM VỤ"
        )
        text = PLAN.replace("12/KH", f"{here}/KH").replace("I. NHIỆM VỤ", basis, 1)
        (tmp_path / f"{here}.txt").write_text(text, "utf-8")
    assert run(["load", *(str(tmp_path / f"{number}.txt") for number in numbers)]) == 0
    ids = [PLAN_ID.replace("/12", f"/{number}") for number in numbers]
    with open_store(url) as store:
        edges = {(edge.source, edge.target) for edge in store.all_edges()}
    assert {(ids[0], ids[1]), (ids[1], ids[2]), (ids[2], ids[0])} <= edges
    for arguments in (["chain", ids[0], "--depth", "20"], ["path", ids[0], ids[2]], ["audit"]):
        assert run([*arguments, "--json"]) == 0
    app = create_app(Settings.model_validate({"store": url}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.get("/api/v1/scene", params={"root": ids[0]}).status_code == 200


def test_head_answers_wherever_get_does(url: str) -> None:
    app = create_app(Settings.model_validate({"store": url}))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for path in ("/healthz", "/api/v1/stats", f"/api/v1/nodes/{PLAN_ID}", "/api/v1/nodes/x"):
            got, head = client.get(path), client.head(path)
            assert head.status_code == got.status_code
            assert head.headers["content-type"] == got.headers["content-type"]
            assert head.headers.get("etag") == got.headers.get("etag")
            assert head.content == b""
        for path in ("tasks", "workload"):
            answer = client.get(f"/api/v1/{path}", params={"unit": PLAN_ID})
            assert answer.status_code == 404, "a document is no unit"


def test_a_script_that_guards_nothing_can_load(tmp_path: Path) -> None:
    """Other processes read the files; none of them runs the script again."""
    script = tmp_path / "nap.py"
    word = Path(__file__).parent / "word"
    script.write_text(
        "from pathlib import Path\n"
        "from api.intake.ingest import ingest\n"
        "from graph import open_store\n"
        "with open_store('sqlite::memory:') as store:\n"
        f"    print(len(ingest([Path({str(word)!r})], store, workers=2).files))\n",
        "utf-8",
    )
    ended = subprocess.run([sys.executable, str(script)], capture_output=True, timeout=120)
    assert (ended.stdout.strip(), ended.stderr) == (b"4", b"")
