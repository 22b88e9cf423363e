"""``cancu extract`` and the tables of every answer: what people see, and what programs read."""

import json
import os
from pathlib import Path

import pytest
from papers import DECISION_ID, LETTER_ID, PLAN_ID, SCHEME_ID, write

from api.cli import run
from api.intake import files
from api.intake.files import Job
from api.intake.uploads import read_upload
from graph.errors import BadInputError
from loaders import Reading, Text
from loaders.readers import BOUNDS


@pytest.fixture(autouse=True)
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The three documents as files, and a store nobody else uses."""
    for name in [name for name in os.environ if name.startswith("CANCU_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("CANCU_STORE", f"sqlite:{tmp_path / 'store.db'}")
    return [str(path) for path in write(tmp_path)]


def test_one_file_is_one_object(papers: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", papers[1], "--json"]) == 0
    out, error = capsys.readouterr()
    said = json.loads(out)
    assert error == ""
    assert set(said) >= {"source", "document", "citations", "tasks", "issues"}
    assert said["document"]["id"] == PLAN_ID
    first = next(task for task in said["tasks"] if task["kind"] == "task")
    assert first["intervals"] == [["2026-04-01", "2026-06-30"]]


def test_several_files_are_an_object_a_line_in_one_context(
    papers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", *papers, "--json"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["document"]["id"] for one in said] == [DECISION_ID, PLAN_ID, LETTER_ID]
    assert SCHEME_ID in {cited["id"] for cited in said[2]["citations"]}
    assert run(["extract", papers[2], "--json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert SCHEME_ID not in {cited["id"] for cited in alone["citations"]}


def test_a_citation_is_called_as_its_node_will_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "thu.txt"
    letter.write_text(
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024, các phòng rà soát.", "utf-8"
    )
    assert run(["extract", str(letter), "--json"]) == 0
    (cited,) = json.loads(capsys.readouterr().out)["citations"]
    assert cited["label"] == "Nghị quyết 57-NQ/TW"
    assert run(["extract", str(letter)]) == 0
    printed = capsys.readouterr().out
    assert "57-NQ/TW" in printed
    assert "22/12/2024" in printed


def test_people_see_tables(papers: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", papers[1]]) == 0
    out = capsys.readouterr().out
    for words in ("12", "KH-SKHCN", "340/QĐ-UBND", "Chi cục", "Quý II"):
        assert words in out
    assert run(["load", *papers]) == 0
    assert "3 mới nạp" in capsys.readouterr().out
    assert run(["chain", LETTER_ID, "--down"]) == 0
    assert run(["path", PLAN_ID, DECISION_ID]) == 0
    assert "căn cứ" in capsys.readouterr().out
    assert run(["chain", PLAN_ID, "--limit", "1"]) == 0
    assert "không hiện" in capsys.readouterr().out
    assert run(["search", "ninh binh", "--limit", "1"]) == 0
    assert "--cursor 1" in capsys.readouterr().out


def test_answers_that_are_empty_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["search", "x"], ["workload"], ["audit"], ["missing"]):
        assert run(command) == 0
        assert "Không có kết quả nào." in capsys.readouterr().out


def test_nothing_connects_is_an_answer(
    papers: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    near, far = tmp_path / "gan.txt", tmp_path / "xa.txt"
    near.write_text("Bản tin của cơ quan, không nhắc văn bản nào khác.", "utf-8")
    far.write_text("Bản tin nội bộ không dẫn văn bản nào.", "utf-8")
    assert run(["load", papers[1], str(near), str(far), "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    one, other = (file["document"] for file in files[1:])
    assert run(["path", one, other]) == 0
    assert "Không có đường nào" in capsys.readouterr().out
    # the plan rests on what is not loaded, so nobody knows
    assert run(["path", PLAN_ID, other]) == 0
    assert "Không biết" in capsys.readouterr().out
    assert run(["path", PLAN_ID, other, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ways"] == []


def test_a_fault_in_the_reading_stops_one_file_only(
    papers: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = files.understand

    def faulty(text: Text) -> Reading:
        if text.source == "ke-hoach.txt":
            raise RuntimeError("a fault of ours")
        return real(text)

    monkeypatch.setattr(files, "understand", faulty)
    assert run(["load", *papers]) == 4
    error = Job(papers[1]).read(BOUNDS).reading
    assert isinstance(error, BadInputError)
    assert "ke-hoach.txt" in error.text("vi")
    with pytest.raises(BadInputError):
        read_upload(Path(papers[1]).read_bytes(), "ke-hoach.txt")
    assert "a fault of ours" in caplog.text


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip()[0].isdigit()
    assert run([]) == 0
    assert "workload" in capsys.readouterr().out
