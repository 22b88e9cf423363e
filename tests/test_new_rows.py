"""The worked example of docs/vocabulary.md: its rows, typed in as told, do what the page says."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")
#: rows of the page: what is meant, its id without the new rows, its id with them
TOLD = re.findall(r"^\| the .+? \| (nothing|`\S+`) \| `(\S+)` \|$", PAGE, re.M)
ROW = re.compile(r"^# (?P<file>\w+\.toml), after: (?P<table>\w+ = \[)\n(?P<row>\{.+\},)$", re.M)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program whose rows may be changed, with the plan of the page beside it."""
    for package in ("graph", "loaders", "viz", "api"):
        left = shutil.ignore_patterns("node_modules", "static", "__pycache__")
        shutil.copytree(ROOT / package, tmp_path / package, ignore=left)
    plan = re.search(r"```text\n(.+?)```", PAGE, re.S)
    assert plan
    (tmp_path / "plan.txt").write_text(plan[1], "utf-8")
    return tmp_path


def test_the_rows_do_what_the_page_says(program: Path) -> None:
    before = [id.strip("`") for id, _ in TOLD if id != "nothing"]
    assert len(TOLD) == 4 and len(before) == 3
    assert _ids(program) == before
    rows = list(ROW.finditer(PAGE))
    assert [row["file"] for row in rows] == ["authorities.toml", "document_types.toml"]
    for row in rows:
        file = program / "graph" / "vocabulary" / row["file"]
        known = file.read_text("utf-8")
        assert known.count(f"\n{row['table']}\n") == 1
        changed = known.replace(f"\n{row['table']}\n", f"\n{row['table']}\n{row['row']}\n")
        file.write_text(changed, "utf-8")
    assert _ids(program) == [id for _, id in TOLD]


def test_a_label_whose_words_no_other_holds_is_read(program: Path) -> None:
    words = "\n\nI. NHIỆM VỤ\n1. Khảo sát các chợ đầu mối.\nNơi gánh vác: Sở Y tế.\n"
    plan = program / "plan.txt"
    plan.write_text(plan.read_text("utf-8") + words, "utf-8")
    assert _leads(program) == []
    file = program / "graph" / "vocabulary" / "roles.toml"
    row = '{ role = "lead", pattern = "^Nơi gánh vác$", examples = ["Nơi gánh vác"] },'
    file.write_text(
        file.read_text("utf-8").replace("label = [\n", f"label = [\n{row}\n", 1), "utf-8"
    )
    assert _leads(program) == ["Sở Y tế"]


def _ids(program: Path) -> list[str]:
    """The ids that ``cancu extract`` gives the plan and what it rests on, in order."""
    told = _extracted(program)
    return [told["document"]["id"], *(citation["id"] for citation in told["citations"])]


def _leads(program: Path) -> list[str]:
    """Who leads the tasks of the plan."""
    return [lead for task in _extracted(program)["tasks"] for lead in task["lead"]]


def _extracted(program: Path) -> dict[str, Any]:
    """What ``cancu extract`` tells of the plan."""
    run = "from api.cli import main; main()"
    command = [sys.executable, "-c", run, "extract", "plan.txt", "--json"]
    ended = subprocess.run(command, cwd=program, check=True, capture_output=True)
    told: dict[str, Any] = json.loads(ended.stdout)
    return told
