"""The command line used wrongly: an exit code, and one sentence that says what would be right."""

import pytest
from office import OFFICE, PLAN

from api.cli import run

pytestmark = pytest.mark.usefixtures("office_file")


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "khong co gi nhu the"],
        ["chain", "vn/no/such"],
        ["path", PLAN, "vn/no/such"],
        ["tasks", PLAN],
        ["workload", "--unit", "khong co"],
    ],
)
def test_what_is_not_there_ends_with_3(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert run(arguments) == 3
    out, error = capsys.readouterr()
    assert out == ""
    assert len(error.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["lod"],
        ["show"],
        ["chain", PLAN, "--depth", "0"],
        ["chain", PLAN, "--depht", "2"],
        ["tasks", OFFICE, "--role", "boss"],
        ["tasks", OFFICE, "--since", "mai"],
        ["search", "a", "--cursor", "x"],
        ["stats", "--store", "postgres://h/d"],
        ["stats", "--config", "nowhere.toml"],
        ["serve", "--port", "70000"],
        ["export", "docx"],
        ["backup", "copy.db", "--store", "sqlite::memory:"],
    ],
)
def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert len(error.strip().splitlines()) >= 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tasks", "--unit", OFFICE], "`cancu tasks` không có tùy chọn «--unit»; UNIT, --role,"),
        (["lod"], "Không có lệnh «lod»; load, extract, ask"),
        (["compare", PLAN], "`cancu compare` còn thiếu «B»; A, B, --json"),
        (["chain", PLAN, "x", "y"], "`cancu chain` không nhận thêm «x y»; ID, --down"),
        (["chain", PLAN, "--depth"], "«--depth» cần một giá trị"),
    ],
)
def test_misuse_is_told_in_vietnamese_with_what_the_command_takes(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(arguments) == 2
    told = capsys.readouterr().err.splitlines()[0]
    assert [part for part in words.split("; ") if part not in told] == []


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["tasks", OFFICE, "--role", "boss"], "leads, executes, coordinates"),
        (["export", "docx"], "jsonl, graphml"),
        (["serve", "--port", "70000"], "65535"),
        (["chain", PLAN, "--depth", "0"], "1"),
    ],
)
def test_a_value_that_is_refused_names_those_allowed_in_both_languages(
    capsys: pytest.CaptureFixture[str], arguments: list[str], allowed: str
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert all(allowed in line for line in said.splitlines())
    assert "Value error" not in said
    assert "Input should" not in said


def test_a_document_where_a_unit_is_asked_for_is_said_to_be_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for asked in (PLAN, "340/QĐ-UBND"):
        assert run(["tasks", asked]) == 3
        assert "là văn bản, không phải đơn vị" in capsys.readouterr().err
    assert run(["remove", OFFICE]) == 3
    assert "là đơn vị, không phải văn bản" in capsys.readouterr().err
