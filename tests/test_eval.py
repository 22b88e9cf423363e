"""``cancu eval``: figures, phenomena and confusions of a folder with gold, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from eval_cases import our_figures
from evaluate import BASELINE, compare

from api.cli import run
from api.evaluating.agreement import agreement
from api.evaluating.evaluation import evaluation
from api.failures import ExitCode

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG

Số: 15/KH-UBND
An Giang, ngày 03 tháng 02 năm 2026

KẾ HOẠCH
Phát triển vùng trồng xoài

Căn cứ Nghị định số 5/2025/NĐ-CP ngày 02 tháng 3 năm 2025 của Chính phủ;
Thực hiện Quyết định số 7/QĐ-TTg ngày 05 tháng 6 năm 2025 của Thủ tướng Chính phủ.
"""
GOLD: dict[str, Any] = {
    "document": {"type": "Kế hoạch", "number": "015", "symbol": "KH-UBND", "issued": "2026-02-03",
                 "issuer": "UBND tỉnh An Giang"},
    "citations": [
        {"type": "Nghị định", "number": "5/2025", "symbol": "NĐ-CP", "date": "2025-03-02",
         "issuer": "Chính phủ", "relation": "based_on", "phenomenon": "basis"},
        {"type": "Quyết định", "number": "7", "symbol": "QĐ-TTg", "date": "2025-06-05",
         "issuer": "Thủ tướng Chính phủ", "relation": "cites", "relation_alt": ["implements"]},
    ],
}  # fmt: skip


def folder(tmp_path: Path, gold: dict[str, Any]) -> Path:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "plan.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def answer(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, Any]:
    assert run(["eval", str(path), "--json"]) == ExitCode.ANSWERED
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return said


def test_what_is_all_right_has_full_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = answer(capsys, folder(tmp_path, GOLD))
    assert said["documents"] == 1
    assert set(said["document"].values()) == {1.0}
    figures = {k: v for k, v in said["citation"].items() if k != "gold"}
    assert (said["citation"]["gold"], set(figures.values())) == (2, {1.0})
    assert said["task"]["recall"] is None
    assert (said["confusions"], said["misses"]) == ([], [])
    assert said["phenomena"] == {"basis": {"right": 5}}


def test_what_is_wrong_missed_or_extra_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = GOLD["citations"][0] | {"relation": "amends", "issuer": "Bộ Y tế"}
    lost = GOLD["citations"][1] | {"number": "8", "phenomenon": "lost"}
    said = answer(capsys, folder(tmp_path, GOLD | {"citations": [first, lost]}))
    assert (said["citation"]["precision"], said["citation"]["recall"]) == (0.5, 0.5)
    assert said["citation"]["relation"] == 0.0
    assert {(m["outcome"], m["field"], m["what"]) for m in said["misses"]} == {
        ("wrong", "relation", "5/2025/NĐ-CP"),
        ("wrong", "issuer", "5/2025/NĐ-CP"),
        ("missed", None, "8/QĐ-TTg"),
        ("extra", None, "7/QĐ-TTg"),
    }
    taken = {
        "kind": "citation",
        "field": "relation",
        "gold": "amends",
        "got": "based_on",
        "count": 1,
    }
    assert taken in said["confusions"]
    assert said["phenomena"] == {"basis": {"right": 3, "wrong": 2}, "lost": {"missed": 1}}


def test_gold_in_a_folder_of_its_own_and_tables_for_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gold").mkdir()
    folder(tmp_path, GOLD)
    (tmp_path / "plan.json").rename(tmp_path / "gold" / "plan.json")
    assert run(["eval", str(tmp_path)]) == ExitCode.ANSWERED
    assert "precision" in capsys.readouterr().out


def test_a_folder_without_gold_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    assert run(["eval", str(tmp_path)]) == ExitCode.FAILURE
    assert "NAME.json" in capsys.readouterr().err


@pytest.mark.parametrize("bad", ["[1]", "{", '"x"'])
def test_gold_that_is_no_object_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str
) -> None:
    folder(tmp_path, GOLD)
    (tmp_path / "plan.json").write_text(bad, "utf-8")
    assert run(["eval", str(tmp_path)]) == ExitCode.FAILURE
    assert "plan.json" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told_and_the_others_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder(tmp_path, GOLD)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "empty.json").write_text("{}", "utf-8")
    assert run(["eval", str(tmp_path), "--json"]) == ExitCode.PARTLY
    said = json.loads(capsys.readouterr().out)
    assert (said["documents"], [Path(p).name for p in said["unread"]]) == (1, ["empty.txt"])


def test_optional_citations_cost_nothing() -> None:
    gold = {"citations": [{"name": "Luật Dược", "type": "Luật", "number": None, "optional": True}]}
    one = {
        "name": "Luật dược",
        "type": "Luật",
        "number": None,
        "date": None,
        "issuer": None,
        "relation": "cites",
    }
    for said in ([], [one]):
        assert list(agreement(gold, {"citations": said})) == []


def test_tasks_meet_by_their_opening_and_units_by_their_names() -> None:
    task = {"name": "Rà soát giếng nước", "lead": ["Sở Y tế"], "coordinate": [], "time": "Quý I"}
    said = task | {
        "name": "Rà soát giếng nước trên địa bàn",
        "lead": [],
        "execute": ["Sở Y tế tỉnh An Giang"],
        "kind": "task",
    }
    other = {"name": "Trồng cây", "lead": [], "kind": "task"}
    found = evaluation({"a": list(agreement({"tasks": [task]}, {"tasks": [said, other]}))})
    assert (found["task"]["recall"], found["task"]["precision"], found["task"]["lead"]) == (
        1.0,
        0.5,
        1.0,
    )


def test_our_cases_are_as_good_as_their_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    before = json.loads(BASELINE.read_text("utf-8"))
    assert not compare(before, our_figures())
    assert before["wrong"] == []
    assert "rows right" in capsys.readouterr().out


def test_a_case_that_got_worse_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    one = {"corpus": {}, "phenomena": {"a": {"rows": 2, "right": 2}}, "wrong": ["b: gone"]}
    two = {"corpus": {}, "phenomena": {"a": {"rows": 2, "right": 1}}, "wrong": ["a: lost"]}
    assert compare(one, two)
    out = capsys.readouterr().out
    assert "- a: lost" in out and "+ b: gone" in out and "'right': 1" in out
    assert not compare(two, one | {"wrong": []})
