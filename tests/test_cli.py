"""The command line: answers, exit codes, and nothing but JSON on standard output when asked."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_answers import ANSWERS
from office import AWKWARD, BUREAU, DECISION, FIRST, OFFICE, PLAN, SECOND

from api.cli import application, run
from api.commands import COMMANDS
from api.help import parameter_key
from api.schemas import AskAnswer, Shape
from graph import open_store
from graph.catalogue import messages

pytestmark = pytest.mark.usefixtures("office_file")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run([*arguments, "--json"]) == 0
    out, error = capsys.readouterr()
    assert error == "" or "dùng" in error
    return json.loads(out)


named = pytest.mark.parametrize(
    ("arguments", "shape"), ANSWERS, ids=[" ".join(words) for words, _ in ANSWERS]
)


@named
def test_json_is_one_object_of_its_shape(
    capsys: pytest.CaptureFixture[str], arguments: list[str], shape: type[Shape]
) -> None:
    shape.model_validate(said(capsys, *arguments))


@named
def test_tables_show_the_words_as_they_are(
    capsys: pytest.CaptureFixture[str], arguments: list[str], shape: type[Shape]
) -> None:
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert out.strip()
    assert "\x1b" not in out


@pytest.mark.parametrize("question", ["Trời có mưa không?", "Ai ký QĐ 340?"])
def test_a_question_without_an_answer_ends_with_three(
    capsys: pytest.CaptureFixture[str], question: str
) -> None:
    assert run(["ask", question, "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["status"] in ("unknown", "ambiguous") and told["text"]
    AskAnswer.model_validate(told)


def test_markup_in_a_name_is_shown_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", FIRST]) == 0
    out = capsys.readouterr().out
    assert "<script>" in out
    assert "[bold]" in out
    assert said(capsys, "show", FIRST)["node"]["name"] == AWKWARD


def test_a_number_is_enough_when_it_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("340/QĐ-UBND", "QĐ 340/QĐ-UBND", "quyet dinh 340/qd-ubnd"):
        assert run(["show", words, "--json"]) == 0
        out, error = capsys.readouterr()
        assert json.loads(out)["node"]["id"] == DECISION
        assert DECISION in error


def test_a_unit_is_found_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    answer = said(capsys, "tasks", "chi cuc do luong tinh ninh binh", "--role", "leads")
    assert [task["id"] for task in answer["tasks"]] == [FIRST]


def test_several_candidates_are_shown_and_none_is_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["show", "ninh binh", "--json"]) == 3
    out, error = capsys.readouterr()
    assert out == ""
    assert OFFICE in error
    assert BUREAU in error


def test_pages_of_hits_follow_one_another(capsys: pytest.CaptureFixture[str]) -> None:
    first = said(capsys, "search", "ninh binh", "--limit", "1")
    second = said(capsys, "search", "ninh binh", "--limit", "1", "--cursor", first["next"])
    assert first["hits"][0]["id"] != second["hits"][0]["id"]
    only = said(capsys, "search", "ninh binh", "--kind", "document")
    assert {hit["kind"] for hit in only["hits"]} <= {"document"}


def test_days_and_units_under_it_change_the_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    spring = said(capsys, "tasks", OFFICE, "--since", "2026-04-01", "--until", "2026-06-30")
    assert [task["id"] for task in spring["tasks"]] == [SECOND]
    whole = said(capsys, "tasks", OFFICE, "--sub-units")
    assert len(whole["tasks"]) > len(said(capsys, "tasks", OFFICE)["tasks"])


def test_how_many_tasks_a_unit_has_is_said_before_the_first_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = said(capsys, "tasks", OFFICE)
    assert run(["tasks", OFFICE, "--limit", "1"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first == f"{answer['unit']['label']}: {len(answer['tasks'])} việc."


def test_the_export_goes_to_the_screen_or_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["export", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(json.loads(line) for line in lines)
    target = tmp_path / "page.html"
    assert run(["export", "html", "--root", "12/KH-SKHCN", "-o", str(target)]) == 0
    page = target.read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "<script>alert(1)" not in page


def test_a_backup_brings_back_what_was(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, office_file: Path
) -> None:
    copy = tmp_path / "copy.db"
    run(["export", "jsonl"])
    before = capsys.readouterr().out
    assert run(["backup", str(copy)]) == 0
    with open_store(f"sqlite:{office_file}") as store:
        store.remove(PLAN)
        assert run(["restore", str(copy)]) == 0
        assert PLAN in store.documents(), "a store in use sees what was restored"
    capsys.readouterr()
    run(["export", "jsonl"])
    assert capsys.readouterr().out == before
    assert run(["backup", str(copy)]) == 1, "an existing file is not overwritten"
    assert not (tmp_path / "copy.db.part").exists()


def test_a_file_that_is_no_backup_changes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, office_file: Path
) -> None:
    before = office_file.read_bytes()
    other = tmp_path / "other.db"
    other.write_bytes(b"SQLite format 3\x00" + b"x" * 500)
    for wrong in (other, tmp_path / "absent.db"):
        assert run(["restore", str(wrong)]) == 1
        assert wrong.name in capsys.readouterr().err
    assert run(["restore", str(tmp_path / "copy.db"), "--store", f"sqlite:{other}"]) == 1
    assert office_file.read_bytes() == before
    assert run(["backup", str(tmp_path / "c.db"), "--store", f"sqlite:{tmp_path}/no.db"]) == 1


def test_a_store_of_somebody_else_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Kính gửi các đơn vị, đây không phải kho dữ liệu. " * 20, "utf-8")
    before = letter.read_bytes()
    assert run(["stats", "--store", f"sqlite:{letter}"]) == 1
    assert letter.name in capsys.readouterr().err
    assert letter.read_bytes() == before


def test_help_says_everything_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ["", *(command.__name__ for command in COMMANDS)]:
        assert run([*filter(None, [name]), "--help"]) == 0
        words = " ".join(capsys.readouterr().out.split())
        key = f"cli.{name or 'cancu'}"
        assert messages()[key]["vi"] in words
        assert messages()[key]["en"] in words


def test_every_parameter_has_its_help() -> None:
    for command in application().registered_commands:
        assert command.callback is not None
        for parameter in command.callback.__annotations__:
            if parameter != "return":
                assert parameter_key(command.callback.__name__, parameter) in messages()


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["--help"], []),
        (["search", "340"], ["sqlite3"]),
        (["ask", "QĐ 340 căn cứ vào đâu?"], ["sqlite3"]),
        (["chain", PLAN], ["sqlite3"]),
        (["show", PLAN, "--json"], ["sqlite3"]),
        (["tasks", OFFICE], ["sqlite3"]),
    ],
    ids=lambda words: " ".join(words),
)
def test_what_reads_no_file_is_quick_to_start(arguments: list[str], needed: list[str]) -> None:
    heavy = ["spacy", "fastapi", "uvicorn", "networkx", "pyvis", "neo4j", "numpy", "sqlite3"]
    program = (
        f"import sys; from api.cli import run; code = run({arguments});"
        f"print(code, [name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ended.stderr.strip() == f"0 {needed}"


def test_the_program_ends_with_the_exit_code(office_file: Path) -> None:
    environment = os.environ | {"CANCU_STORE": f"sqlite:{office_file}", "PYTHONIOENCODING": "ascii"}
    program = [sys.executable, "-c", "from api.cli import main; main()"]
    for arguments, code in (
        (["show", PLAN], 0),
        (["show", PLAN, "--json"], 0),
        (["show", "không"], 3),
        (["x"], 2),
    ):
        ended = subprocess.run([*program, *arguments], capture_output=True, env=environment)
        assert ended.returncode == code
        assert b"Traceback" not in ended.stderr
